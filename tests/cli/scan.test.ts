/** The command: what it is given, what it looks at, how it ends. */
import { describe, expect, it } from "vitest";
import { HOLDS, inFolder, places, run, runIn, scan, scanIn } from "../harness/run-cli.ts";

const RULE = "no-network-in-transaction";

describe("the exit code", () => {
  it("is 0 where nothing is found, 1 where something is, 2 where it could not run", () => {
    expect(run({ "a.ts": "export const a = 1;" }).code).toBe(0);
    expect(run({ "a.ts": HOLDS }).code).toBe(1);
    expect(run({}, "nowhere").code).toBe(2);
  });

  it("is 1 for findings that are not shown", () => {
    const { code, findings, stats } = scan({ "a.ts": HOLDS }, "--max-findings", "0");
    expect({ code, findings, more: stats["findingsNotShown"] }).toEqual({ code: 1, findings: [], more: 1 });
  });
});

describe("words", () => {
  it("scans without a command", () => {
    expect(places(scan({ "src/a.ts": HOLDS }))).toEqual([`src/a.ts:6 ${RULE}`]);
    expect(places(scan({ "src/a.ts": HOLDS }, "scan"))).toEqual([`src/a.ts:6 ${RULE}`]);
    expect(places(scan({ "src/a.ts": HOLDS, "lib/a.ts": HOLDS }, "lib"))).toEqual([`lib/a.ts:6 ${RULE}`]);
  });

  it.each([
    [["nowhere"], "nowhere: no such file or folder"],
    [["--format", "xml"], 'unknown format "xml": one of pretty, json, sarif, github, markdown'],
    [["--rules", "no-such"], 'unknown rule "no-such": `lockscan rules` lists them; recommended, strict and all are sets of rules'],
    [["--max-findings", "few"], "--max-findings takes a whole number"],
    [["--colour"], "Unknown option '--colour'"],
    [["explain"], "explain takes one rule, or one FILE:LINE"],
    [["timeline"], "timeline takes one FILE or FILE:LINE"],
  ])("refuses %j in one line", (argv, message) => {
    expect(run({ "a.ts": HOLDS }, ...argv)).toEqual({ code: 2, out: "", err: `lockscan: ${message}\n` });
  });

  it("tells its version and its words", () => {
    expect(run({}, "--version").out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(run({}, "--help").out).toContain("Exit code: 0 nothing found, 1 something found, 2 could not run.");
  });
});

describe("paths", () => {
  it("narrow what is reported, not what is followed", () => {
    const files = {
      "src/order.ts": HOLDS.replace("fetch(", "charge(").replace("import", 'import { charge } from "./pay";\nimport'),
      "src/pay.ts": "export const charge = (url: string) => fetch(url);\n",
    };
    expect(places(scan(files, "src/order.ts"))).toEqual([`src/order.ts:7 ${RULE}`]);
    expect(places(scan(files, "src/pay.ts"))).toEqual([]);
  });

  it("may lie outside of the working directory, one at a time", () => {
    inFolder({ "app/a.ts": HOLDS, "here/b.ts": HOLDS }, (folder) => {
      expect(places(scanIn(`${folder}/here`, "../app"))).toEqual([`../app/a.ts:6 ${RULE}`]);
      expect(places(scanIn(`${folder}/here`, `${folder}/app/a.ts`))).toEqual([`../app/a.ts:6 ${RULE}`]);
      expect(runIn(`${folder}/here`, ["../app", "."]).err).toBe("lockscan: ../app: lies outside the working directory; name it alone, or run lockscan there\n");
    });
  });

  it("are reported though ignored or built when they are named", () => {
    const files = { ".gitignore": "gen/\n", "gen/a.ts": HOLDS, "dist/a.ts": HOLDS };
    expect(places(scan(files))).toEqual([]);
    expect(places(scan(files, "gen", "dist/a.ts"))).toEqual([`dist/a.ts:6 ${RULE}`, `gen/a.ts:6 ${RULE}`]);
  });
});

describe("tests, migrations, scripts and the like", () => {
  const files = { "src/a.ts": HOLDS, "tests/b.ts": HOLDS, "src/c.test.ts": HOLDS, "migrations/d.ts": HOLDS };

  it("are reported when asked for", () => {
    expect(scan(files).findings.map((one) => one.file)).toEqual(["src/a.ts"]);
    expect(scan(files).stats["setAside"]).toBe(3);
    expect(scan(files, "--include-tests").findings.map((one) => one.file)).toEqual(["migrations/d.ts", "src/a.ts", "src/c.test.ts", "tests/b.ts"]);
  });

  it("count as asked for where a path names them", () => {
    expect(scan(files, "tests").findings.map((one) => one.file)).toEqual(["tests/b.ts"]);
    expect(scan(files, "src/c.test.ts").findings.map((one) => one.file)).toEqual(["src/c.test.ts"]);
    expect(scan(files, "src").findings.map((one) => one.file)).toEqual(["src/a.ts"]);
  });

  it("are told by the path from the root, not by where the root lies", () => {
    inFolder({ "tests/app/a.ts": HOLDS }, (folder) => expect(places(scanIn(`${folder}/tests/app`))).toEqual([`a.ts:6 ${RULE}`]));
  });
});

describe("rules", () => {
  it("can be chosen by name", () => {
    expect(scan({ "a.ts": HOLDS }, "--rules", "no-select-then-insert").findings).toEqual([]);
    expect(places(scan({ "a.ts": HOLDS }, "--rules", `no-select-then-insert,lockscan/${RULE}`))).toEqual([`a.ts:6 ${RULE}`]);
  });

  it("report what is less sure only in the larger sets", () => {
    const cached = HOLDS.replace("import", 'import { createClient } from "redis";\nconst redis = createClient();\nimport').replace(
      /await fetch.*/,
      "await redis.get(id);",
    );
    expect(scan({ "a.ts": cached }).findings).toEqual([]);
    expect(scan({ "a.ts": cached }, "--rules", "strict").findings.map((one) => one.confidence)).toEqual(["low"]);
  });
});

describe("the terminal", () => {
  it("gets colours unless NO_COLOR is set, and a line of progress that goes away", () => {
    inFolder({ "a.ts": HOLDS }, (folder) => {
      const shown = runIn(folder, [], {}, true);
      expect(shown.out).toContain("\u001b[31m");
      expect(shown.err.endsWith("\r\u001b[K")).toBe(true);
      expect(runIn(folder, [], { NO_COLOR: "1" }, true).out).not.toContain("\u001b[");
      expect(runIn(folder, []).out).not.toContain("\u001b[");
      expect(runIn(folder, []).err).toBe("");
    });
  });
});
