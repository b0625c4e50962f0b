/** lockscan.json: what it can say, and how it is told that it says something wrong. */
import { describe, expect, it } from "vitest";
import { models } from "../../src/analyzer/models/index.ts";
import { validate } from "../../src/analyzer/models/validate.ts";
import { libraryModel } from "../../src/analyzer/models/words.ts";
import { HOLDS, places, run, scan } from "../harness/run-cli.ts";

const RULE = "no-network-in-transaction";
const withSettings = (settings: unknown, files = { "a.ts": HOLDS }) => ({
  "lockscan.json": typeof settings === "string" ? settings : JSON.stringify(settings),
  ...files,
});

describe("what it says wrongly", () => {
  it.each([
    ["{", /^lockscan\.json: not readable as JSON: /],
    ["[]", /^lockscan\.json: an object is expected$/],
    [{ rule: {} }, /^lockscan\.json: rule: unknown word; did you mean "rules"\?$/],
    [{ rules: { "no-such": "off" } }, /^lockscan\.json: rules\.no-such: there is no such rule$/],
    [{ rules: { [RULE]: "fatal" } }, /^lockscan\.json: rules\.no-network-in-transaction: "fatal" is not one of /],
    [{ rules: { [RULE]: ["error", { alow: [] }] } }, /^lockscan\.json: rules\.no-network-in-transaction\[1\]\.alow: unknown word; did you mean "allow"\?$/],
    [{ rules: { [RULE]: ["error", { allow: "http" }] } }, /^lockscan\.json: rules\.no-network-in-transaction\[1\]\.allow: "http" is not a list$/],
    [{ ignore: "gen" }, /^lockscan\.json: ignore: "gen" is not a list$/],
    [{ models: [{ name: "x", language: "javascript" }] }, /^lockscan\.json: models\[0\]: "packages" is missing$/],
    [{ models: [{ name: "x", language: "ruby", packages: ["x"] }] }, /^lockscan\.json: models\[0\]\.language: "ruby" is not one of "javascript", "python"$/],
    [
      { models: [{ name: "x", language: "javascript", packages: ["x"], exports: { send: { call: { waits: { on: "htp" } } } } }] },
      /^lockscan\.json: models\[0\]\.exports\.send\.call\.waits\.on: "htp" is not one of .*; did you mean "http"\?$/,
    ],
    [{ models: [{ name: "x", language: "javascript", packages: ["x"], exports: { send: { cal: {} } } }] }, /^lockscan\.json: models\[0\]\.exports\.send\.cal: unknown word; did you mean "call"\?$/],
  ])("%j", (settings, message) => {
    const { code, out, err } = run(withSettings(settings));
    expect([code, out]).toEqual([2, ""]);
    expect(err.replace(/^lockscan: /, "").trimEnd()).toMatch(message);
  });
});

describe("what it can say", () => {
  it("rules: off, a severity, options", () => {
    expect(scan(withSettings({ rules: { [RULE]: "off" } })).findings).toEqual([]);
    expect(scan(withSettings({ rules: { [`lockscan/${RULE}`]: "warn" } })).findings.map((one) => one.severity)).toEqual(["warning"]);
    expect(scan(withSettings({ rules: { [RULE]: ["error", { allow: ["http"] }] } })).findings).toEqual([]);
  });

  it("ignore: files in which nothing is reported", () => {
    const files = { "gen/a.ts": HOLDS, "b.ts": HOLDS };
    expect(places(scan(withSettings({ ignore: ["gen/**"] }, files as never)))).toEqual([`b.ts:6 ${RULE}`]);
  });

  it("models: libraries of the project's own", () => {
    const model = { name: "acme", language: "javascript", packages: ["@acme/http"], exports: { send: { call: { waits: { on: "http" }, when: "awaited" } } } };
    const text = `import { send } from "@acme/http";\n${HOLDS.replace("fetch(", "send(")}`;
    expect(scan({ "a.ts": text }).findings).toEqual([]);
    expect(places(scan(withSettings({ models: [model] }, { "a.ts": text })))).toEqual([`a.ts:7 ${RULE}`]);
  });

  it("comments and trailing commas", () => {
    expect(scan(withSettings(`{\n  // not here\n  "rules": { "${RULE}": "off", },\n}\n`)).findings).toEqual([]);
  });
});

describe("the words of models", () => {
  it.each(models.map((model) => [`${model.language} ${model.name}`, model] as const))("are those that %s is written in", (_, model) => {
    expect(validate(libraryModel, JSON.parse(JSON.stringify(model)), model.name)).toBeNull();
  });
});
