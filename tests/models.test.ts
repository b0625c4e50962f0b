import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareFixture } from "./harness/run-fixture.ts";

const FOLDER = new URL("./models/npm/", import.meta.url);
const manifest = readFileSync(new URL("package.json", FOLDER), "utf8");

describe("models of npm packages see in real code what it does", () => {
  const fixtures = readdirSync(FOLDER).filter((name) => /\.(ts|mts|cts|js)$/.test(name));
  it.each(fixtures)("%s", (name) => {
    expect(compareFixture(name, readFileSync(new URL(name, FOLDER), "utf8"), manifest)).toEqual([]);
  });
});
