/** `lockscan [paths]`: finds, reports, and says by the exit code whether there was anything. */
import { diskHost } from "../../analyzer/index.ts";
import { witness } from "../../analyzer/project/cache.ts";
import type { Arguments, Format } from "../arguments.ts";
import { cacheOf } from "../cache-file.ts";
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
  const cache = cacheOf(words, io);
  if (!cache.ok) return cache;
  const witnessed = cache.value && witness(diskHost, cache.value.folder);
  const run = runAudit(words, words.words, io, witnessed?.host);
  if (!run.ok) return run;
  const report = makeReport(run.value.audit, run.value.scope.prefix, words.maxFindings);
  const out = REPORTERS[words.format](report, chooseStyle(io));
  const code = report.findings.length + report.more > 0 ? 1 : 0;
  io.out.write(out);
  if (cache.value) witnessed?.keep(cache.value.file, { out, code });
  return { ok: true, value: code };
}

const REPORTERS: Readonly<Record<Format, (report: Report, style: Style) => string>> = {
  pretty: reportPretty, json: reportJson, sarif: reportSarif, github: reportGithub, markdown: reportMarkdown,
};
