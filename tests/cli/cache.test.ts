/** The cache: what is kept, when it is used, and that nothing is written without being told. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { replay } from "../../src/cli/replay.ts";
import { HOLDS, inFolder, runIn } from "../harness/run-cli.ts";

const FOLDER = "node_modules/.cache/lockscan";
const CALM = "export const calm = 1;";

function again(folder: string, ...argv: readonly string[]): Readonly<{ code: number; out: string }> | null {
  let out = "";
  const code = replay(argv, {
    folder, environment: {},
    out: { write: (text) => void (out += text), isTerminal: false },
    err: { write: () => undefined, isTerminal: false },
  });
  return code === null ? null : { code, out };
}

/** A project that was scanned once with a cache. */
function scanned<T>(work: (folder: string, first: Readonly<{ code: number; out: string }>) => T): T {
  return inFolder({ "src/a.ts": HOLDS, "node_modules/x/package.json": "{}" }, (folder) => {
    const { code, out } = runIn(folder, ["--cache"]);
    return work(folder, { code, out });
  });
}

describe("without being told", () => {
  it("nothing is written", () => {
    inFolder({ "src/a.ts": HOLDS, "node_modules/x/package.json": "{}" }, (folder) => {
      runIn(folder, []);
      expect(existsSync(join(folder, "node_modules/.cache"))).toBe(false);
      expect(again(folder)).toBeNull();
    });
  });

  it("--cache needs node_modules, or a folder that is named", () => {
    inFolder({ "a.ts": HOLDS }, (folder) => {
      expect(runIn(folder, ["--cache"])).toMatchObject({ code: 2, err: "lockscan: --cache: there is no node_modules here; name a folder with --cache-folder\n" });
      const { code, out } = runIn(folder, ["--cache-folder", ".kept"]);
      expect(again(folder, "--cache-folder", ".kept")).toEqual({ code, out });
    });
  });
});

describe("what TypeScript reads", () => {
  it("is seen by nobody else: with --types nothing is kept", () => {
    inFolder({ "src/a.ts": HOLDS, "node_modules/x/package.json": "{}" }, (folder) => {
      runIn(folder, ["--cache", "--types"]);
      expect(existsSync(join(folder, "node_modules/.cache"))).toBe(false);
    });
  });
});

describe("while nothing changes", () => {
  it("the same is printed, with the same exit code", () => {
    scanned((folder, first) => {
      expect(first.code).toBe(1);
      expect(again(folder, "--cache")).toEqual(first);
    });
  });

  it("other words are another scan", () => {
    scanned((folder) => {
      expect(again(folder, "--cache", "--format", "json")).toBeNull();
      expect(again(folder, "--cache", "src")).toBeNull();
    });
  });

  it("a new time alone is no change", () => {
    scanned((folder, first) => {
      utimesSync(join(folder, "src/a.ts"), 1000, 1000);
      expect(again(folder, "--cache")).toEqual(first);
    });
  });
});

describe("a change", () => {
  it.each([
    ["of a source", (folder: string) => writeFileSync(join(folder, "src/a.ts"), CALM)],
    ["that adds a source", (folder: string) => writeFileSync(join(folder, "src/b.ts"), HOLDS)],
    ["that removes a source", (folder: string) => rmSync(join(folder, "src/a.ts"))],
    ["that adds a folder", (folder: string) => mkdirSync(join(folder, "src/more"))],
    ["that adds settings", (folder: string) => writeFileSync(join(folder, "lockscan.json"), "{}")],
    ["that adds a file of what to ignore", (folder: string) => writeFileSync(join(folder, "src/.gitignore"), "a.ts")],
  ])("%s makes another scan", (_, change) => {
    scanned((folder) => {
      change(folder);
      expect(again(folder, "--cache")).toBeNull();
    });
  });
});

describe("what is no cache of ours", () => {
  const looks = `"looks":[["own","/","",""]]`;
  it.each(["", "{", "[]", `{"format":1}`, `{"format":1,${looks},"out":"","code":0}`, `{"format":0,"looks":[],"out":"","code":0}`])("is replaced: %s", (text) => {
    scanned((folder, first) => {
      const [name = ""] = readdirSync(join(folder, FOLDER));
      const file = join(folder, FOLDER, name);
      writeFileSync(file, text);
      expect(again(folder, "--cache")).toBeNull();
      runIn(folder, ["--cache"]);
      expect(readFileSync(file, "utf8")).not.toBe(text);
      expect(again(folder, "--cache")?.code).toBe(first.code);
    });
  });

  it("leaves nothing half-written beside it", () => {
    scanned((folder) => {
      expect(readdirSync(join(folder, FOLDER))).toHaveLength(1);
    });
  });
});
