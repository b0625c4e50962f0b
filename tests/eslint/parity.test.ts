import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lineStarts, positionAt } from "../../src/analyzer/index.ts";
import { readSuite, type Case } from "../harness/read-suite.ts";
import { findingsOf } from "../harness/run-suite.ts";
import { lintCase, SOURCE, type Manner } from "./lint-case.ts";

const FOLDER = new URL("../rules/", import.meta.url);

const MANNERS: readonly Manner[] = [{ linter: "ESLint 10", edited: false }, { linter: "ESLint 10", edited: true }, { linter: "ESLint 9", edited: true }];

/** What the analyzer finds, as `lintCase` writes it. */
function analyzed(one: Case, rule: string): readonly string[] {
  const texts = new Map(one.files.map((file) => [file.path, file.text]));
  return findingsOf(one, [rule]).findings.filter((finding) => SOURCE.test(finding.at.file)).map((finding) => {
    const { line, column } = positionAt(lineStarts(texts.get(finding.at.file) ?? ""), finding.at.start);
    return `${finding.at.file}:${line}:${column + 1} lockscan/${finding.rule} ${finding.message} ${finding.text}`;
  });
}

for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".md"))) {
  const rule = name.replace(/\.md$/, "");
  const cases = readSuite(readFileSync(new URL(name, FOLDER), "utf8")).filter((one) => one.files.some((file) => SOURCE.test(file.path)));
  describe(rule, () => {
    it.each(cases.map((one) => [one.title, one] as const))("%s", async (_, one) => {
      const expected = [...analyzed(one, rule)].sort();
      for (const manner of MANNERS) expect([...(await lintCase(one, [rule], manner))].sort(), JSON.stringify(manner)).toEqual(expected);
    });
  });
}
