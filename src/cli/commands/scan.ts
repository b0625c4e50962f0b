/** `lockscan [paths]`: finds, reports, and says by the exit code whether there was anything. */
import type { Arguments, Format } from "../arguments.ts";
import type { ExitCode, Io, Result } from "../io.ts";
import { makeReport, type Report } from "../report.ts";
import { reportGithub } from "../reporters/github.ts";
import { reportJson } from "../reporters/json.ts";
import { reportMarkdown } from "../reporters/markdown.ts";
import { reportPretty } from "../reporters/pretty.ts";
import { reportSarif } from "../reporters/sarif.ts";
import { runAudit } from "../run-audit.ts";
import { chooseStyle, type Style } from "../style.ts";

export function scan(words: Arguments, io: Io): Result<ExitCode> {
  const run = runAudit(words, words.words, io);
  if (!run.ok) return run;
  const report = makeReport(run.value.audit, run.value.scope.prefix, words.maxFindings);
  io.out.write(REPORTERS[words.format](report, chooseStyle(io)));
  return { ok: true, value: report.findings.length + report.more > 0 ? 1 : 0 };
}

const REPORTERS: Readonly<Record<Format, (report: Report, style: Style) => string>> = {
  pretty: reportPretty, json: reportJson, sarif: reportSarif, github: reportGithub, markdown: reportMarkdown,
};
