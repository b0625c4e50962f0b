import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSuite } from "../harness/read-suite.ts";
import { runCase } from "../harness/run-suite.ts";

const suite = ["python-scopes.md", "python-shapes.md"].map((file) => readFileSync(new URL(file, import.meta.url), "utf8")).join("\n");

describe("transactions are seen open where they are", () => {
  it.each(readSuite(suite).map((one) => [one.title.replace(/^.* › /, ""), one] as const))("%s", (_, one) => {
    expect(runCase(one, ["no-network-in-transaction"])).toEqual({ notFound: [], unexpected: [], stale: [] });
  });
});
