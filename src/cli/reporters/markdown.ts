/** For pull requests and wikis: a table, then each finding with its code and its transaction. */
import { groupBy } from "../group.ts";
import { PLAIN } from "../style.ts";
import type { Report, Reported } from "../report.ts";
import { findingLines } from "./pretty.ts";
import { problemLines, summaryLines } from "./summary.ts";

export function reportMarkdown(report: Report): string {
  const counts = [...groupBy(report.findings, (one) => one.rule)].map(([rule, of]) => `| \`${rule}\` | ${of.length} |`);
  const table = counts.length === 0 ? [] : ["| rule | findings |", "| :-- | --: |", ...counts, ""];
  const [counted = "", notes = ""] = summaryLines(report, PLAIN);
  const problems = problemLines(report, PLAIN);
  const listed = problems.length === 0 ? [] : ["### Not looked at", "", ...fenced(problems.slice(1, -1)), ""];
  return `${["# lockscan", "", `**${counted}**, ${notes}`, "", ...table, ...report.findings.flatMap((one) => section(report, one)), ...listed].join("\n").trimEnd()}\n`;
}

function section(report: Report, one: Reported): readonly string[] {
  const [, , , ...body] = findingLines(report, one, PLAIN);
  const surety = one.confidence === "high" ? "" : `, ${one.confidence} confidence`;
  return [
    `### \`${one.rule}\` at \`${one.file}:${one.line}\``,
    "",
    `${escapeMarkdown(one.message)} (${one.severity}${surety})`,
    "",
    ...fenced(body.map((line) => line.replace(/^ {4}/, ""))),
    "",
  ];
}

/** A fence longer than any in the text. */
function fenced(lines: readonly string[]): readonly string[] {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([ticks]) => ticks.length)));
  const fence = "`".repeat(longest + 1);
  return [`${fence}text`, ...lines, fence];
}

const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/g, "\\$&");
