/** Laws of this repository that no compiler or linter knows. */
import { execFileSync } from "node:child_process";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { models } from "../src/analyzer/models/index.ts";
import { rules } from "../src/rules/index.ts";
import { codeOf, ownFiles, ROOT_FOLDER, textOf } from "./harness/repository-files.ts";

const sources = ownFiles.filter((path) => /^src\/.*\.ts$/.test(path));

/** What each part of src may import, besides itself. The first prefix that fits a file decides. */
const LAW: readonly (readonly [part: string, may: readonly string[]])[] = [
  ["src/rules/", ["src/analyzer/index.ts"]],
  // What an earlier scan has printed is printed again without loading the analyzer.
  ["src/cli/", ["src/analyzer/index.ts", "src/analyzer/project/cache.ts", "src/analyzer/project/host.ts", "src/analyzer/project/posix-path.ts", "src/rules/index.ts"]],
  ["src/eslint/", ["src/analyzer/index.ts", "src/rules/index.ts"]],
  ["src/index.ts", ["src/eslint/", "src/rules/index.ts"]],
  ["src/analyzer/source.ts", []],
  ["src/analyzer/once-per.ts", []],
  ["src/analyzer/groups.ts", []],
  ["src/analyzer/ir/", ["src/analyzer/source.ts"]],
  ["src/analyzer/frontends/", ["src/analyzer/ir/", "src/analyzer/source.ts"]],
  ["src/analyzer/models/statement.ts", []],
  ["src/analyzer/models/connections.ts", ["src/analyzer/models/statement.ts"]],
  ["src/analyzer/models/schema.ts", ["src/analyzer/models/statement.ts", "src/analyzer/models/connections.ts"]],
  ["src/analyzer/models/catalog.ts", ["src/analyzer/models/schema.ts", "src/analyzer/ir/own.ts"]],
  ["src/analyzer/models/protocols/", ["src/analyzer/models/schema.ts"]],
  ["src/analyzer/models/npm/", ["src/analyzer/models/schema.ts", "src/analyzer/models/protocols/"]],
  ["src/analyzer/models/pypi/", ["src/analyzer/models/schema.ts", "src/analyzer/models/protocols/"]],
  ["src/analyzer/models/", ["src/analyzer/models/"]],
  ["src/analyzer/sql.ts", ["src/analyzer/models/schema.ts"]],
  ["src/analyzer/values/", ["src/analyzer/ir/", "src/analyzer/source.ts", "src/analyzer/sql.ts", "src/analyzer/models/schema.ts"]],
  ["src/analyzer/facts.ts", ["src/analyzer/ir/", "src/analyzer/source.ts", "src/analyzer/models/schema.ts", "src/analyzer/values/"]],
  ["src/analyzer/schemas/", ["src/analyzer/ir/", "src/analyzer/source.ts", "src/analyzer/sql.ts", "src/analyzer/once-per.ts", "src/analyzer/groups.ts", "src/analyzer/passes/program/module-index.ts"]],
  [
    "src/analyzer/passes/",
    [
      "src/analyzer/ir/", "src/analyzer/source.ts", "src/analyzer/once-per.ts", "src/analyzer/groups.ts", "src/analyzer/sql.ts", "src/analyzer/facts.ts", "src/analyzer/values/",
      // The catalogue and the keys of tables arrive as arguments: passes know their types, and how to ask.
      "src/analyzer/models/schema.ts", "src/analyzer/models/catalog.ts", "src/analyzer/models/engines.ts", "src/analyzer/schemas/table-keys.ts",
      // What a file is for, told by its path alone.
      "src/analyzer/project/classify.ts",
    ],
  ],
  // The pipeline itself, and what stands at its ends: programs on disk, words for rules.
  ["src/analyzer/", ["src/analyzer/"]],
];

describe("layers", () => {
  it.each(LAW.map(([part, may], index) => ({ part, may, index })))("$part imports nothing beyond what it may know", ({ part, may, index }) => {
    const files = sources.filter((path) => LAW.findIndex(([first]) => path.startsWith(first)) === index);
    const wrong = files.flatMap((path) => importsOf(path).filter((to) => !to.startsWith(part) && !may.some((one) => to.startsWith(one))).map((to) => `${path} → ${to}`));
    expect(wrong).toEqual([]);
  });

  it("covers every source", () => {
    expect(sources.filter((path) => !LAW.some(([part]) => path.startsWith(part)))).toEqual([]);
  });

  it("models reach the analysis as data: only the list of models, and what hands it out, names them", () => {
    const namers = sources.filter((path) => importsOf(path).some((to) => /^src\/analyzer\/models\/(?:npm|pypi)\//.test(to)) && !path.startsWith("src/analyzer/models/"));
    expect(namers).toEqual([]);
  });
});

/** What a file imports from this repository, as paths. */
const importsOf = (path: string): readonly string[] =>
  [...codeOf(path).matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map(([, specifier = ""]) => posix.join(posix.dirname(path), specifier));

/** Words of a language, and kinds of databases, that happen to be a package's name too. */
const ORDINARY: ReadonlySet<string> = new Set([
  "array", "client", "databases", "effect", "enum", "http", "importlib", "javascript", "keyword", "line", "next", "node", "numbers", "operator", "path", "promises", "python", "queue", "random",
  "request", "requests", "rest", "string", "together", "token", "types", "mongodb", "mssql", "mysql", "postgres", "sqlite",
]);

/** A package's own name; of a scoped one the scope as well: "@prisma/client", "prisma". */
const libraryNames = [
  ...new Set(models.flatMap(({ name, packages }) => [name, ...packages.flatMap((one) => {
    const whole = one.replace(/[/.:]\*$/, "").replace(/^node:/, "");
    return whole.startsWith("@") ? [whole, whole.slice(1, whole.indexOf("/"))] : [whole.split("/")[0] ?? whole];
  })])),
].filter((name) => name.length > 3 && !ORDINARY.has(name));

describe("libraries", () => {
  const blind = sources.filter((path) => /^src\/(?:rules|analyzer\/(?:ir|frontends|values|passes))\//.test(path) || /^src\/analyzer\/(?:selectors|creations|check)\.ts$/.test(path));
  const named = libraryNames.map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("|");
  const pattern = new RegExp(`(?<![\\w@/-])(?:${named})(?![\\w-])`, "g");

  it("are known to models and schemas alone", () => {
    expect(libraryNames.length).toBeGreaterThan(80);
    expect(blind.flatMap((path) => [...codeOf(path).matchAll(pattern)].map(([name]) => `${path}: ${name}`))).toEqual([]);
  });
});

describe("rules", () => {
  const named = (folder: string, extension: string): string[] =>
    ownFiles.filter((path) => path.startsWith(folder) && path.endsWith(extension)).map((path) => path.slice(folder.length, -extension.length)).filter((name) => name !== "index" && name !== "README");
  const names = rules.map((rule) => rule.name).sort();

  it("are three files each: the rule, its page, its suite", () => {
    expect({ rules: named("src/rules/", ".ts"), pages: named("docs/rules/", ".md"), suites: named("tests/rules/", ".md") }).toEqual({ rules: names, pages: names, suites: names });
  });

  it.each(names)("the page of %s says why, shows examples, admits limits", (name) => {
    const headings = [...textOf(`docs/rules/${name}.md`).replace(/^(`{3,})[\s\S]*?^\1$/gm, "").matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings.filter((heading) => ["Why", "Examples", "Limits", "When not to use it"].includes(heading ?? ""))).toEqual(["Why", "Examples", "Limits", "When not to use it"]);
  });
});

describe("files", () => {
  it("are called by what they hold", () => {
    const empty = /(?:^|\/)(?:utils?|helpers?|common|shared|misc|lib|stuff)(?:\.[^/]*)?(?:\/|$)/;
    expect(ownFiles.filter((path) => empty.test(path))).toEqual([]);
  });

  it("have 300 lines at most", () => {
    const written = ownFiles.filter((path) => /\.(?:ts|js|mjs|cjs)$/.test(path));
    expect(written.filter((path) => textOf(path).trimEnd().split("\n").length > 300)).toEqual([]);
  });

  it("have lines that can be read, whatever texts stand in them", () => {
    const isPattern = /^\s*\/.*\/[dgimsuy]*[,;]?$/;
    const isLong = (line: string): boolean => line.length > 165 && !isPattern.test(line) && line.replace(/"[^"]*"|`[^`]*`|\/[^ ]+\/[gimu]*/g, "").length > 120;
    const written = ownFiles.filter((path) => path.startsWith("src/") && !path.includes("/models/"));
    expect(written.filter((path) => textOf(path).split("\n").some(isLong))).toEqual([]);
  });

  it("name no machine", () => {
    // Put together from parts, so that this file does not name one itself.
    const machine = new RegExp(`(?<![\\w.])/(?:${["work", "root", "tmp", "home/\\w+", "Users/\\w+"].join("|")})/`);
    const written = ownFiles.filter((path) => /\.(?:ts|js|json|md|py|yml|yaml|sh|prisma|toml)$|^\.ci\//.test(path) && !path.endsWith("package-lock.json"));
    expect(written.filter((path) => machine.test(textOf(path)))).toEqual([]);
  });

  it("that are generated are fresh", () => {
    expect(execFileSync(process.execPath, ["--import", "tsx", "scripts/generate.ts", "--check"], { cwd: ROOT_FOLDER, encoding: "utf8" })).toBe("");
  });
});

describe("the README's commands", () => {
  const commands = [...textOf("README.md").matchAll(/^```sh\n(npm ci && .*)\n```$/gm)].map(([, command]) => command);

  it("are two, and machines run the second", () => {
    expect(commands).toHaveLength(2);
    expect(textOf(".ci/run").trimEnd().split("\n").at(-1)).toBe(commands[1]);
  });

  it("exist", () => {
    const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
    expect(commands.map((command) => /npm run (?:-s )?([\w:]+)$/.exec(command ?? "")?.[1] ?? "").filter((name) => !(name in scripts))).toEqual([]);
  });
});
