/** `lockscan timeline FILE` draws the transactions of a file, `FILE:LINE` everything that the function there does. */
import { diskHost, type Run } from "../../analyzer/index.ts";
import type { Arguments } from "../arguments.ts";
import { excerpter } from "../excerpt.ts";
import { refuse, type ExitCode, type Io, type Result } from "../io.ts";
import { makeReport, type Report } from "../report.ts";
import { runAudit } from "../run-audit.ts";
import { printable, chooseStyle, type Style } from "../style.ts";
import { draw } from "../timeline/draw.ts";
import { transactionsIn } from "../timeline/find-transaction.ts";
import { rowsOf, type Drawing, type Row } from "../timeline/rows.ts";
import { posix } from "node:path";

export function timeline(words: Arguments, io: Io): Result<ExitCode> {
  const [subject, ...more] = words.words;
  if (subject === undefined || more.length > 0) return refuse("timeline takes one FILE or FILE:LINE");
  const [, before = subject, digits] = (diskHost.isFile(posix.resolve(io.folder, subject)) ? null : /^(.+):(\d+)$/.exec(subject)) ?? [];
  const line = digits === undefined ? null : Number(digits);
  const run = runAudit({ ...words, includeTests: true }, [before], io);
  if (!run.ok) return run;
  const report = makeReport(run.value.audit, run.value.scope.prefix, null);
  const runs = functionsOf(report, line);
  const drawn = runs.flatMap((one) => drawRun(report, one, line === null, chooseStyle(io)));
  io.out.write(drawn.length > 0 ? `${drawn.join("\n")}\n` : `${before}: no transaction is seen here${line === null ? "" : `, and nothing at line ${line}`}.\n`);
  return { ok: true, value: 0 };
}

/** Each function once, as it is when nothing is known of its caller; with a line, the innermost one round it. */
function functionsOf({ audit, placeOf }: Report, line: number | null): readonly Run[] {
  const own = audit.analysis.runs.filter((run) => audit.analysis.targets.has(run.span.file));
  const byFunction = new Map<string, Run>();
  for (const run of own) if (run.frame === 0 || !byFunction.has(run.fn)) byFunction.set(run.fn, run);
  const all = [...byFunction.values()].sort((a, b) => a.span.start - b.span.start);
  if (line === null) return all;
  const around = all.filter((run) => placeOf(run.span).line <= line && line <= placeOf(run.span).endLine && run.timeline.length > 0);
  return around.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start)).slice(0, 1);
}

function drawRun(report: Report, run: Run, transactionsOnly: boolean, style: Style): readonly string[] {
  const drawing: Drawing = { excerpt: excerpter(report.audit), marks: () => false, unresolved: true };
  const parts: readonly (readonly Row[])[] = transactionsOnly ? transactionsIn(drawing, run.timeline) : [rowsOf(drawing, run.timeline)];
  const place = report.placeOf(run.span);
  return parts.filter((rows) => rows.length > 0).flatMap((rows) => [
    `${style.bold(printable(run.name || "function"))}  ${style.dim(printable(`${place.file}:${place.line}`))}`,
    ...draw({ rows, style, placeOf: report.placeOf, file: place.file, most: null }), "",
  ]);
}
