/** `lockscan [paths]`: finds, reports, and says by the exit code whether there was anything. */
import { audit, diskHost, models, readSettings, type Audit } from "../../analyzer/index.ts";
import { rules } from "../../rules/index.ts";
import type { Arguments, Format } from "../arguments.ts";
import { refuse, type ExitCode, type Io, type Result } from "../io.ts";
import { makeReport, type Report } from "../report.ts";
import { reportGithub } from "../reporters/github.ts";
import { reportJson } from "../reporters/json.ts";
import { reportMarkdown } from "../reporters/markdown.ts";
import { reportPretty } from "../reporters/pretty.ts";
import { reportSarif } from "../reporters/sarif.ts";
import { selectPaths, type Scope } from "../select-paths.ts";
import { chooseStyle, type Style } from "../style.ts";
import { selectRules } from "../select-rules.ts";

export function scan(words: Arguments, io: Io): Result<ExitCode> {
  const run = runAudit(words, words.words, io);
  if (!run.ok) return run;
  const report = makeReport(run.value.audit, run.value.scope.prefix, words.maxFindings);
  io.out.write(REPORTERS[words.format](report, chooseStyle(io)));
  return { ok: true, value: report.findings.length + report.more > 0 ? 1 : 0 };
}

const REPORTERS: Readonly<Record<Format, (report: Report, style: Style) => string>> = { pretty: reportPretty, json: reportJson, sarif: reportSarif, github: reportGithub, markdown: reportMarkdown };

/** What every command that looks at code begins with. */
export function runAudit(words: Arguments, paths: readonly string[], io: Io): Result<Readonly<{ audit: Audit; scope: Scope }>> {
  const scope = selectPaths(diskHost, io.folder, paths);
  if (!scope.ok) return scope;
  const selection = selectRules(words.rules);
  if (!selection.ok) return selection;
  const { root, paths: below } = scope.value;
  const read = readSettings(diskHost, root, rules);
  if (!read.ok) return refuse(read.message);
  const { settings } = read;
  const done = audit({
    host: diskHost, root, paths: below, models: [...models, ...settings.models], ignores: settings.ignores, rules: settings.configure(selection.value.rules), atLeast: selection.value.atLeast, includeTests: words.includeTests,
  });
  return { ok: true, value: { audit: done, scope: scope.value } };
}
