/** Packs the project as it would be published, installs that somewhere else, and uses all three of its doors. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const QUIET = ["--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline"];

const FAULTY = `import { Pool } from "pg";

export async function handler(id) {
  const pool = new Pool({ max: 1 });
  return pool.query("SELECT name FROM users WHERE id = $1", [id]);
}
`;
const CONFIG = `import lockscan from "lockscan";\n\nexport default [lockscan.configs.recommended].flat();\n`;
const API = `import { audit, diskHost, models } from "lockscan/analyzer";\n\nif (typeof audit !== "function" || models.length === 0 || !diskHost) process.exit(1);\n`;

const folder = mkdtempSync(join(tmpdir(), "lockscan-package-"));
try {
  const tarball = pack();
  run(["npx", "publint", "run", "--strict", tarball], ROOT);
  run(["npx", "attw", tarball, "--profile", "esm-only", "--format", "ascii"], ROOT);
  install(tarball);
  expectFinding("the command", ["npx", "lockscan", "--format", "json"]);
  expectFinding("ESLint", ["npx", "eslint", "handler.mjs"]);
  run(["node", "api.mjs"], folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function pack(): string {
  const [packed] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", folder], { cwd: ROOT, encoding: "utf8" })) as { filename: string; files: { path: string }[] }[];
  const strange = packed?.files.filter(({ path }) => !/^(?:(?:dist|docs\/rules)\/|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)/.test(path)) ?? [];
  if (!packed || strange.length > 0) throw new Error(`the package holds what it should not: ${strange.map(({ path }) => path).join(", ")}`);
  return join(folder, packed.filename);
}

function install(tarball: string): void {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { devDependencies: Record<string, string> };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  writeFileSync(join(folder, "handler.mjs"), FAULTY);
  writeFileSync(join(folder, "eslint.config.js"), CONFIG);
  writeFileSync(join(folder, "api.mjs"), API);
  run(["npm", "install", ...QUIET, "--no-save", tarball, `eslint@${devDependencies["eslint"] ?? "latest"}`], folder);
}

function run([command = "", ...args]: readonly string[], cwd: string): void {
  const { status } = spawnSync(command, args, { cwd, stdio: "inherit" });
  if (status !== 0) throw new Error(`${[command, ...args].join(" ")} failed`);
}

/** The exit code says that there is a finding, and the words which. */
function expectFinding(door: string, [command = "", ...args]: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8" });
  if (status !== 1 || !stdout.includes("no-per-call-connection")) throw new Error(`${door} of the packed package finds nothing (exit code ${status ?? "none"}):\n${stdout}${stderr}`);
}
