/** The package as it would be published, in projects of its users: both versions of ESLint, both kinds of config, both parsers, the command. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const { devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { devDependencies: Record<string, string> };
const QUIET = ["--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline"];

const folder = mkdtempSync(join(tmpdir(), "lockscan-package-"));
let tarball = "";

beforeAll(() => {
  execFileSync("npm", ["run", "--silent", "build"], { cwd: ROOT, stdio: "inherit" });
  const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], { cwd: ROOT, encoding: "utf8" });
  tarball = join(folder, (JSON.parse(packed) as { filename: string }[])[0]?.filename ?? "");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const handler = (id: string): string => `import { Pool } from "pg";

export async function handler(${id}) {
  const pool = new Pool({ max: 1 });
  return pool.query("SELECT name FROM users WHERE id = $1", [id]);
}
`;
const TYPED = `{ files: ["**/*.ts"], languageOptions: { parser } }`;
const CONFIGS = {
  "eslint.config.mjs": `import parser from "@typescript-eslint/parser";\nimport lockscan from "lockscan";\nexport default [lockscan.configs.recommended, ${TYPED}];\n`,
  "eslint.config.cjs": `const parser = require("@typescript-eslint/parser");\nconst lockscan = require("lockscan");\nmodule.exports = [lockscan.configs.recommended, ${TYPED}];\n`,
} as const;

const HOSTS = [
  { name: "ESLint 10", eslint: `eslint@${devDependencies["eslint"] ?? "10"}`, config: "eslint.config.mjs" },
  { name: "ESLint 9", eslint: (devDependencies["eslint9"] ?? "npm:eslint@9").replace("npm:", ""), config: "eslint.config.cjs" },
  { name: "the oldest ESLint that the package says it works with", eslint: "eslint@9.15.0", config: "eslint.config.mjs" },
] as const;

describe.each(HOSTS)("installed beside $name", ({ eslint, config }) => {
  let home = "";
  const run = (...args: readonly string[]) => spawnSync("npx", ["--no-install", ...args], { cwd: home, encoding: "utf8" });

  beforeAll(() => {
    home = join(folder, eslint.replace(/\W/g, "-"));
    mkdirSync(home);
    const files = { "package.json": `{ "private": true }`, [config]: CONFIGS[config], "handler.mjs": handler("id"), "typed.ts": handler("id: string") };
    for (const [path, text] of Object.entries(files)) writeFileSync(join(home, path), text);
    const parser = `@typescript-eslint/parser@${devDependencies["@typescript-eslint/parser"] ?? "8"}`;
    execFileSync("npm", ["install", ...QUIET, "--no-save", tarball, eslint, parser, `typescript@${devDependencies["typescript"] ?? "6"}`], {
      cwd: home,
      stdio: "inherit",
    });
  });

  it.each(["handler.mjs", "typed.ts"])("eslint finds the pool in %s", (path) => {
    const { stdout, stderr, status } = run("eslint", path);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/4:16 +error .*lockscan\/no-per-call-connection/);
    expect(status).toBe(1);
  });

  it("the command finds what ESLint finds", () => {
    const { stdout, status } = run("lockscan", "--format", "json");
    const { findings } = JSON.parse(stdout) as { findings: { file: string; line: number; ruleId: string }[] };
    expect(findings.map(({ file, line, ruleId }) => `${file}:${line} ${ruleId}`).sort()).toEqual([
      "handler.mjs:4 no-per-call-connection",
      "typed.ts:4 no-per-call-connection",
    ]);
    expect(status).toBe(1);
  });

  it("nothing complains of a peer", () => {
    expect(spawnSync("npm", ["ls", "--all"], { cwd: home, encoding: "utf8" }).stderr).not.toMatch(/invalid|missing/);
  });
});
