import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { models } from "../src/analyzer/models/index.ts";
import { compareFixture } from "./harness/run-fixture.ts";

/** Fixtures stand beside the file that lists the real packages which they were checked against. */
const compareIn = (folder: string, manifest: string, pattern: RegExp): void => {
  const url = new URL(folder, import.meta.url);
  const beside = { [manifest]: readFileSync(new URL(manifest, url), "utf8") };
  it.each(readdirSync(url).filter((name) => pattern.test(name) && name !== manifest))("%s", (name) => {
    expect(compareFixture(name, readFileSync(new URL(name, url), "utf8"), beside)).toEqual([]);
  });
};

describe("models of npm packages see in real code what it does", () => compareIn("./models/npm/", "package.json", /\.(ts|mts|cts|js)$/));

describe("models of Python packages see in real code what it does", () => compareIn("./models/pypi/", "requirements.txt", /\.py$/));

describe("models", () => {
  it("have names of their own, whichever registry they come from", () => {
    const names = models.map((model) => model.name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
