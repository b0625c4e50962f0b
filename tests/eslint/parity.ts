/** Every case of the suites, linted as an editor and as a lint job do it: ESLint finds what the analyzer finds. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lineStarts, positionAt } from "../../src/analyzer/index.ts";
import { readSuite, type Case } from "../harness/read-suite.ts";
import { findingsOf } from "../harness/run-suite.ts";
import { lintCase, SOURCE, type Manner } from "./lint-case.ts";

const FOLDER = new URL("../rules/", import.meta.url);

const MANNERS: readonly Manner[] = [{ linter: "ESLint 10", edited: false }, { linter: "ESLint 10", edited: true }, { linter: "ESLint 9", edited: true }];

/**
 * What decides these stands in files that do not lead to the one with the finding: the command sees it, and so does ESLint when it
 * lints more than a file or two. For a file by itself it looks only at what leads there.
 */
const BEYOND: ReadonlySet<string> = new Set([
  "bounded-lock-wait: Finds › in a statement that is put together elsewhere",
  "consistent-lock-order: Across files › the wrapper of the house begins both transactions",
  "consistent-lock-order: Python, across files › Python: sessions that begin by themselves, in two orders",
  "consistent-lock-order: Python › in SQLite, which has one lock for all tables, and in PostgreSQL",
  "no-mixed-connection-access: Finds › told otherwise, but of the same database",
  "no-mixed-connection-access: Finds › both for the database of the project's settings",
  "no-network-in-transaction: Finds › a function that a helper stores on the services it makes",
  "no-network-in-transaction: Python › Django: what listens to a signal runs inside the sender's transaction",
  "no-select-then-insert: Finds › a factory of records, given to a service by its caller",
  "prefer-read-committed: Across files › Leaves alone: a pool of a factory, whose helper sets the level of each connection",
  "require-sqlite-pragmas: Finds, across files › the helper tells another database",
  "require-sqlite-pragmas: Leaves alone › set by a hook of a file that opens nothing",
]);

/** What the analyzer finds, as `lintCase` writes it. */
function analyzed(one: Case, rule: string): readonly string[] {
  const texts = new Map(one.files.map((file) => [file.path, file.text]));
  return findingsOf(one, [rule]).findings.filter((finding) => SOURCE.test(finding.at.file)).map((finding) => {
    const { line, column } = positionAt(lineStarts(texts.get(finding.at.file) ?? ""), finding.at.start);
    return `${finding.at.file}:${line}:${column + 1} lockscan/${finding.rule} ${finding.message} ${finding.text}`;
  });
}

/** A file of tests for each language, so that they run beside each other. */
export function describeParity(isOurs: (one: Case) => boolean): void {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".md"))) {
    const rule = name.replace(/\.md$/, "");
    const cases = readSuite(readFileSync(new URL(name, FOLDER), "utf8"))
      .filter((one) => isOurs(one) && one.files.some((file) => SOURCE.test(file.path)) && !BEYOND.has(`${rule}: ${one.title}`));
    if (cases.length > 0) describe(rule, () => describeRule(rule, cases));
  }
}

function describeRule(rule: string, cases: readonly Case[]): void {
  it.each(cases.map((one) => [one.title, one] as const))("%s", async (_, one) => {
    const expected = [...analyzed(one, rule)].sort();
    for (const manner of MANNERS) expect([...(await lintCase(one, [rule], manner))].sort(), JSON.stringify(manner)).toEqual(expected);
  });
}

export const hasPython = (one: Case): boolean => one.files.some((file) => file.path.endsWith(".py"));
