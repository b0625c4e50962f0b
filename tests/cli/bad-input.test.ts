/** Repositories hold anything: what cannot be read is said by name, everything else is scanned, and no stack is ever shown. */
import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HOLDS, inFolder, places, runIn, scan, scanIn, type Files } from "../harness/run-cli.ts";

const FOUND = ["good.ts:6 no-network-in-transaction"];

/** The bad file beside a good one: what is said of it. */
function saidOf(bad: Files): readonly string[] {
  const report = scan({ "good.ts": HOLDS, ...bad });
  expect(places(report)).toEqual(FOUND);
  expect(JSON.stringify(report)).not.toMatch(/\.ts:\d+:\d+\)|node_modules/);
  return report.problems.map(({ file, message }) => `${file}: ${message}`);
}

const PRISMA = 'import { PrismaClient } from "@prisma/client";\n';

describe("files", () => {
  it("with syntax errors", () => {
    expect(saidOf({ "bad.ts": `${PRISMA}export const a = (;\n` })).toEqual(["bad.ts: not scanned: line 2: Unexpected token"]);
  });

  it("with variables that stand for each other and lists that grow while they are gone through", () => {
    const circle = "first = second\nsecond = first\n\nclass Tides:\n    first = first\n";
    const growing = "def walk(quay):\n    pending = [quay]\n    for one in pending:\n        for name in pending:\n            pending.append(name)\n    return pending\n";
    expect(saidOf({ "bad.py": `from django.db import transaction\n\n${circle}\n${growing}` })).toEqual([]);
  });

  it("that are binary", () => {
    expect(saidOf({ "bad.ts": new Uint8Array([0x47, 0x11, 0, 0, 0, 1]) })).toEqual(["bad.ts: not scanned: it is binary, or text that is not UTF-8"]);
  });

  it("that are minified", () => {
    expect(saidOf({ "bad.js": `${PRISMA}${"function a(){return b(1);}".repeat(200)}` })).toEqual(["bad.js: not scanned: it is minified"]);
  });

  it("that are larger than anything written by hand", () => {
    expect(saidOf({ "bad.ts": `${PRISMA}${"export const a = 1;\n".repeat(60_000)}` })).toEqual(["bad.ts: not scanned: 1.1 MB, more than the 1 MB that is read"]);
  });

  it("that are not UTF-8", () => {
    const latin = Buffer.from(`// déjà vu\n${HOLDS}`, "latin1");
    const report = scan({ "good.ts": latin });
    expect(report.problems).toEqual([{ file: "good.ts", message: "not UTF-8: read as Latin-1" }]);
    expect(places(report)).toEqual(["good.ts:7 no-network-in-transaction"]);
  });

  it("that begin with a byte-order mark", () => {
    expect(places(scan({ "good.ts": `\ufeff${HOLDS}` }))).toEqual(FOUND);
  });

  it("with a line of a million characters", () => {
    const report = scan({ "good.ts": `${HOLDS}export const data = "${"x".repeat(1_000_000)}";\n` });
    expect([places(report), report.problems]).toEqual([FOUND, []]);
  });

  it("that are empty", () => {
    expect(saidOf({ "bad.ts": "", "worse.js": "\n" })).toEqual([]);
  });
});

describe("nesting of ten thousand levels", () => {
  const deep = 10_000;
  it.each([
    ["functions", "function f(){".repeat(deep) + "}".repeat(deep)],
    ["parentheses", `const a = ${"(".repeat(deep)}1${")".repeat(deep)};`],
    ["blocks", `${"{".repeat(deep)}${"}".repeat(deep)}`],
    ["lists", `const a = ${"[".repeat(deep)}${"]".repeat(deep)};`],
    ["types", `type A = ${"B<".repeat(deep)}C${">".repeat(deep)};`],
    ["templates", `const a = ${"`${".repeat(deep)}1${"}`".repeat(deep)};`],
  ])("of %s", (_, text) => {
    for (const problem of saidOf({ "bad.ts": `${PRISMA}${text}\n` })) expect(problem).toMatch(/^bad\.ts: not scanned: it (nests too deeply|is minified)$/);
  });

  it.each([
    ["sums", `export const a = b${"\n+ b".repeat(deep)};`],
    ["conditions", `export const a = ${"b ?\nc : ".repeat(deep)}d;`],
    ["members", `export const a = b${"\n.c".repeat(deep)};`],
    ["calls", `export const a = b${"\n.c()".repeat(deep)};`],
    ["awaits", `export const a = ${"await\n".repeat(deep)}b;`],
    ["alternatives", `export function f() { ${"if (a) b();\nelse ".repeat(deep)}c(); }`],
    ["functions", `export const f = ${"(a) =>\n".repeat(deep)}a;`],
  ])("without brackets, of %s", (_, text) => {
    for (const problem of saidOf({ "bad.ts": `${PRISMA}${text}\n` })) expect(problem).toMatch(/^bad\.ts: .*nests too deeply$/);
  });

  it.each([["sums", "\n+ b"], ["calls", "\n.c()"], ["negations", "\n|| !b"]])("of %s by the hundred thousand, which would crash a parser", (_, link) => {
    expect(saidOf({ "bad.ts": `${PRISMA}export const a = b${link.repeat(100_000)};\n` })).toEqual(["bad.ts: not scanned: it nests too deeply"]);
  });

  it("of transactions in one another", () => {
    const inner = Array.from({ length: 60 }, (_, n) => `await prisma.$transaction(async (tx${n}) => {\n`).join("");
    const report = scan({ "good.ts": HOLDS, "bad.ts": `${PRISMA}const prisma = new PrismaClient();\nexport async function f() {\n${inner}${"});\n".repeat(60)}}\n` });
    expect([places(report).filter((place) => place.startsWith("good.ts")), report.problems]).toEqual([FOUND, []]);
  });
});

describe("circles", () => {
  it("of imports", () => {
    expect(saidOf({
      "a.ts": `${PRISMA}import { b } from "./b";\nexport const a = () => b();\nexport * from "./b";\n`,
      "b.ts": `${PRISMA}import { a } from "./a";\nexport const b = () => a();\nexport * from "./a";\n`,
      "self.ts": `${PRISMA}export * from "./self";\nexport { x as y, y as x } from "./self";\n`,
    })).toEqual([]);
  });

  it("of inheritance", () => {
    expect(saidOf({
      "a.ts": `${PRISMA}import { B } from "./b";\nexport class A extends B { run() { return this.walk(); } }\nexport class C extends C {}\n`,
      "b.ts": `${PRISMA}import { A } from "./a";\nexport class B extends A { walk() { return this.run(); } }\nexport interface I extends I {}\nexport type T = T | U;\nexport type U = T;\n`,
    })).toEqual([]);
  });

  it("of folders", () => {
    inFolder({ "good.ts": HOLDS, "src/a.ts": "export {};\n" }, (folder) => {
      symlinkSync("..", join(folder, "src/up"));
      symlinkSync("loop", join(folder, "loop"));
      symlinkSync("gone.ts", join(folder, "dangling.ts"));
      expect(places(scanIn(folder))).toEqual(FOUND);
    });
  });
});

describe("folders", () => {
  it("that are empty", () => {
    const report = scan({});
    expect({ code: report.code, files: report.stats["files"] }).toEqual({ code: 0, files: 0 });
  });

  it.skipIf(process.getuid?.() === 0)("that cannot be read", () => {
    inFolder({ "good.ts": HOLDS, "closed/a.ts": HOLDS }, (folder) => {
      chmodSync(join(folder, "closed"), 0);
      const report = scanIn(folder);
      chmodSync(join(folder, "closed"), 0o700);
      expect(places(report)).toEqual(FOUND);
      expect(report.problems).toEqual([{ file: "closed", message: "this folder cannot be read; what is in it is not scanned" }]);
    });
  });

  it("with the names of files, and files with odd names", () => {
    inFolder({ "good.ts": HOLDS, "a b/c'd.ts": HOLDS, "%41\n.ts": HOLDS }, (folder) => {
      mkdirSync(join(folder, "folder.ts"));
      mkdirSync(join(folder, "package.json"));
      expect(scanIn(folder).findings.map((one) => one.file)).toEqual(["%41\n.ts", "a b/c'd.ts", "good.ts"]);
      expect(runIn(folder, []).out).not.toContain("%41\n");
    });
  });

  it("that links leave are not followed", () => {
    inFolder({ "repo/good.ts": HOLDS, "elsewhere/bad.ts": HOLDS }, (folder) => {
      symlinkSync("../elsewhere", join(folder, "repo/out"));
      expect(places(scanIn(join(folder, "repo")))).toEqual(FOUND);
    });
  });
});

describe("paths", () => {
  it("of a file that is no source", () => {
    const report = scan({ "good.ts": HOLDS, "README.md": "# hello" }, "README.md");
    expect([report.code, report.problems]).toEqual([0, [{ file: "README.md", message: "not a source file that lockscan reads" }]]);
  });

  it("below a file", () => {
    inFolder({ "good.ts": HOLDS }, (folder) =>
      expect(runIn(folder, ["good.ts/x"])).toEqual({ code: 2, out: "", err: "lockscan: good.ts/x: no such file or folder\n" }),
    );
  });
});

describe("configuration", () => {
  it("of TypeScript that is broken", () => {
    expect(saidOf({ "tsconfig.json": "{ compilerOptions", "a.ts": 'import { b } from "@/b";\n' })).toEqual([
      "tsconfig.json: not readable as JSON; its path aliases are not followed",
    ]);
  });

  it("of TypeScript that extends itself", () => {
    expect(
      saidOf({ "tsconfig.json": '{ "extends": "./tsconfig.json", "references": [{ "path": "." }, 1, null] }', "a.ts": 'import { b } from "@/b";\n' }),
    ).toEqual([]);
  });

  it("of TypeScript with unexpected kinds of values", () => {
    expect(
      saidOf({
        "tsconfig.json": '{ "compilerOptions": { "paths": { "*": 1, "a/*": [1, null] }, "baseUrl": 3 }, "extends": {} }',
        "a.ts": 'import { b } from "@/b";\n',
      }),
    ).toEqual([]);
  });

  it("of a package that is broken", () => {
    expect(saidOf({ "package.json": "{" })).toEqual(["package.json: not readable as JSON; its dependencies and entries are not known"]);
    expect(saidOf({ "package.json": "[]" })).toEqual(["package.json: not readable as JSON; its dependencies and entries are not known"]);
    expect(saidOf({ "package.json": '{ "name": 1, "exports": 7, "imports": [], "dependencies": "none", "main": {} }' })).toEqual([]);
  });

  it("of ignored files that is odd", () => {
    expect(saidOf({ ".gitignore": "[\n**\\\n!\n/\n#\n../x\n", "x.ts": "export {};\n" })).toEqual([]);
  });
});

describe("a scan", () => {
  it("writes nothing and runs nothing of the repository", () => {
    inFolder(
      {
        "good.ts": HOLDS,
        "package.json": '{ "name": "x", "main": "index.js" }',
        "index.js": 'require("node:fs").writeFileSync("ran", "");\n',
        "eslint.config.mjs": "throw new Error();\n",
      },
      (folder) => {
        const before = listing(folder);
        for (const format of ["pretty", "json", "sarif", "github", "markdown"]) runIn(folder, ["--format", format]);
        for (const command of ["coverage", "init", "rules"]) runIn(folder, [command]);
        runIn(folder, ["timeline", "good.ts"]);
        runIn(folder, ["explain", "good.ts:6"]);
        expect(listing(folder)).toEqual(before);
      },
    );
  });

  it("writes a config only where there is none, when asked", () => {
    inFolder({}, (folder) => {
      expect(runIn(folder, ["init", "--write"]).code).toBe(0);
      expect(readdirSync(folder)).toEqual(["eslint.config.mjs"]);
      expect(runIn(folder, ["init", "--write"])).toEqual({ code: 2, out: "", err: "lockscan: eslint.config.mjs is there already; add to it what `lockscan init` prints\n" });
    });
    inFolder({}, (folder) => {
      writeFileSync(join(folder, "eslint.config.js"), "");
      expect(runIn(folder, ["init", "--write"]).code).toBe(2);
    });
  });
});

const listing = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .sort()
    .map((path) => `${path} ${statSync(join(folder, path)).mtimeMs}`);
