/** For people: what is wrong, the code, the way to it, and the transaction drawn with the moment marked. */
import { codeFrame, excerpter } from "../excerpt.ts";
import { groupBy } from "../group.ts";
import type { Report, Reported } from "../report.ts";
import { printable, type Style } from "../style.ts";
import { draw } from "../timeline/draw.ts";
import { transactionOf } from "../timeline/find-transaction.ts";
import { problemLines, summaryLines } from "./summary.ts";

const MOST_ROWS = 16;

export function reportPretty(report: Report, style: Style): string {
  const byFile = groupBy(report.findings, (finding) => finding.file);
  const files = [...byFile].flatMap(([file, findings]) => [
    style.underline(printable(file)),
    "",
    ...findings.flatMap((one) => [...findingLines(report, one, style), ""]),
  ]);
  return `${[...files, ...problemLines(report, style), ...summaryLines(report, style)].join("\n")}\n`;
}

/** One finding, whole. */
export function findingLines(report: Report, reported: Reported, style: Style, most: number | null = MOST_ROWS): readonly string[] {
  const { audit } = report;
  const paint = reported.severity === "error" ? style.red : style.yellow;
  const surety = reported.confidence === "high" ? "" : style.dim(`, ${reported.confidence} confidence`);
  const head = `  ${style.bold(`${reported.line}:${reported.column}`)}  ${paint(reported.severity)}  ${style.bold(reported.rule)}${surety}`;
  const frame = codeFrame(audit.text(reported.finding.at.file) ?? "", reported.finding.at, style);
  return [head, `  ${printable(reported.message)}`, "", ...indent(frame), ...wayLines(reported, style), ...timelineLines(report, reported, style, most)];
}

const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `    ${line}`);

/** The steps, where there is more than the place itself. */
function wayLines({ trace, file, line }: Reported, style: Style): readonly string[] {
  const places = trace.map((step) => `${step.file}:${step.line}`);
  if (places.every((place) => place === `${file}:${line}`)) return [];
  const short = trace.map((step) => (step.file === file ? `:${step.line}` : `${step.file}:${step.line}`));
  const width = Math.max(...short.map((place) => place.length));
  return ["", ...trace.map((step, index) => `    ${style.cyan(printable((short[index] ?? "").padEnd(width)))}  ${printable(step.message)}`)];
}

function timelineLines(report: Report, reported: Reported, style: Style, most: number | null): readonly string[] {
  const found = transactionOf(report.audit.analysis, reported.finding, excerpter(report.audit));
  if (!found) return [];
  const { run, rows } = found;
  const place = report.placeOf(run.span);
  const lines = draw({ rows, style, placeOf: report.placeOf, file: reported.file, most });
  return ["", `    ${style.bold(printable(run.name || "this function"))}  ${style.dim(printable(`${place.file}:${place.line}`))}`, ...lines.map((line) => `    ${line}`)];
}
