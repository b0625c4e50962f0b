/** `lockscan coverage`: the commonest reasons for which calls inside transactions were not understood. */
import { coverage as measure } from "../../analyzer/index.ts";
import type { Arguments } from "../arguments.ts";
import type { ExitCode, Io, Result } from "../io.ts";
import { makeReport } from "../report.ts";
import { runAudit } from "../run-audit.ts";
import { chooseStyle, printable } from "../style.ts";

const MOST = 20;

export function coverage(words: Arguments, io: Io): Result<ExitCode> {
  const run = runAudit(words, words.words, io);
  if (!run.ok) return run;
  const { understood, unresolved, reasons } = measure(run.value.audit.analysis);
  const { placeOf } = makeReport(run.value.audit, run.value.scope.prefix, null);
  const places = reasons.slice(0, MOST).map(({ reason, sites }) => ({
    reason,
    count: sites.length,
    examples: sites
      .slice(0, 3)
      .map(placeOf)
      .map(({ file, line }) => `${file}:${line}`),
  }));
  if (words.format === "json") {
    io.out.write(`${JSON.stringify({ understood, unresolved, reasons: places }, null, 2)}\n`);
    return { ok: true, value: 0 };
  }
  const style = chooseStyle(io);
  const all = understood + unresolved;
  io.out.write(`Inside transactions: ${understood} places understood, ${unresolved} calls not resolved (${share(unresolved, all)}).\n`);
  for (const { reason, count, examples } of places) io.out.write(`${String(count).padStart(6)}  ${share(count, unresolved).padStart(4)}  ${printable(reason)}  ${style.dim(printable(examples[0] ?? ""))}\n`);
  return { ok: true, value: 0 };
}

const share = (part: number, whole: number): string => (whole === 0 ? "0%" : `${Math.round((100 * part) / whole)}%`);
