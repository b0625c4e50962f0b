/** The examples of the rules' pages are what their readers trust: they are run as the suites are. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSuite } from "./harness/read-suite.ts";
import { compareFixes } from "./harness/run-fixes.ts";
import { runCase } from "./harness/run-suite.ts";

const FOLDER = new URL("../docs/rules/", import.meta.url);

for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".md"))) {
  const rule = name.replace(/\.md$/, "");
  describe(`the page of ${rule}`, () => {
    it.each(readSuite(readFileSync(new URL(name, FOLDER), "utf8")).map((one) => [one.title, one] as const))("%s", (_, one) => {
      expect(runCase(one, [rule])).toEqual({ notFound: [], unexpected: [], stale: [] });
      expect(compareFixes(one, [rule])).toEqual([]);
    });
  });
}
