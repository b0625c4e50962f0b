/** The last lines of what people read: files that could not be used, and the count of everything. */
import type { Report } from "../report.ts";
import { printable, type Style } from "../style.ts";

const MOST_PROBLEMS = 10;

export function problemLines({ problems }: Report, style: Style): readonly string[] {
  if (problems.length === 0) return [];
  const shown = problems.slice(0, MOST_PROBLEMS).map(({ file, message }) => `  ${printable(file)}: ${printable(message)}`);
  const more = problems.length > MOST_PROBLEMS ? [style.dim(`  and ${problems.length - MOST_PROBLEMS} more (all of them with --format json)`)] : [];
  return [style.yellow(`Not everything was looked at:`), ...shown, ...more, ""];
}

export function summaryLines(report: Report, style: Style): readonly string[] {
  const { stats, findings, more } = report;
  const errors = findings.filter((one) => one.severity === "error").length;
  const total = findings.length + more;
  const files = new Set(findings.map((one) => one.file)).size;
  const counts = total === 0 ? style.bold("No findings") : style.bold(`${plural(total, "finding")} in ${plural(files, "file")} (${plural(errors, "error")}, ${plural(findings.length - errors, "warning")})`);
  const notes = [
    `${plural(stats.files, "file")}, ${stats.analyzed} that can touch a database, ${(stats.milliseconds / 1000).toFixed(1)} s`,
    ...(more > 0 ? [`${more} not shown`] : []),
    ...(stats.suppressed > 0 ? [`${stats.suppressed} silenced by comments`] : []),
    ...(stats.setAside > 0 ? [`${plural(stats.setAside, "file")} of tests, migrations and the like left out (--include-tests)`] : []),
  ];
  return [counts, style.dim(notes.join("; "))];
}

export const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
