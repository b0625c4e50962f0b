/** `lockscan explain RULE` prints a rule's page, `lockscan explain FILE:LINE` everything about the findings there. */
import { existsSync, readFileSync } from "node:fs";
import { rules } from "../../rules/index.ts";
import type { Arguments } from "../arguments.ts";
import { refuse, type ExitCode, type Io, type Result } from "../io.ts";
import { makeReport } from "../report.ts";
import { findingLines } from "../reporters/pretty.ts";
import { chooseStyle } from "../style.ts";
import { runAudit } from "../run-audit.ts";

export function explain(words: Arguments, io: Io): Result<ExitCode> {
  const [subject, ...more] = words.words;
  if (subject === undefined || more.length > 0) return refuse("explain takes one rule, or one FILE:LINE");
  const rule = rules.find(({ name }) => name === subject.replace(/^lockscan\//, ""));
  if (rule) {
    io.out.write(pageOf(rule));
    return { ok: true, value: 0 };
  }
  const [, file, line] = /^(.+):(\d+)$/.exec(subject) ?? [];
  if (file === undefined) return refuse(`"${subject}" is neither a rule (\`lockscan rules\` lists them) nor FILE:LINE`);
  return explainPlace({ ...words, rules: "all", includeTests: true }, file, Number(line), io);
}

type Rule = (typeof rules)[number];

/** The page that is shipped; where a rule has none yet, what it says of itself. */
function pageOf({ name, meta }: Rule): string {
  const page = new URL(`../../../docs/rules/${name}.md`, import.meta.url);
  if (existsSync(page)) return `${readFileSync(page, "utf8").trimEnd()}\n`;
  return `${name}\n\n${meta.description}.\n\n${Object.values(meta.messages).join("\n")}\n`;
}

/** Findings at the line, and those that are reached through it. */
function explainPlace(words: Arguments, file: string, line: number, io: Io): Result<ExitCode> {
  const run = runAudit(words, [file], io);
  if (!run.ok) return run;
  const report = makeReport(run.value.audit, run.value.scope.prefix, null);
  const here = report.findings.filter((one) =>
    (one.line <= line && line <= one.endLine) || one.trace.some((step) => step.file === one.file && step.line === line));
  const style = chooseStyle(io);
  const place = `${file}:${line}`;
  if (here.length === 0) io.out.write(`Nothing is found at ${place}. \`lockscan timeline ${place}\` shows what is known of the function there.\n`);
  for (const one of here) io.out.write(`${[style.underline(`${one.file}:${one.line}`), "", ...findingLines(report, one, style, null), ""].join("\n")}\n`);
  return { ok: true, value: 0 };
}
