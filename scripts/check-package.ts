/** Looks at the package as it would be published: what is in it, and whether its entry points lead where they say. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const OWN = /^(?:(?:dist|docs\/rules)\/|(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$)/;

const folder = mkdtempSync(join(tmpdir(), "lockscan-package-"));
try {
  const tarball = pack();
  run("npx", ["publint", "run", "--strict", tarball]);
  run("npx", ["attw", tarball, "--profile", "esm-only", "--quiet"]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function pack(): string {
  const [packed] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", folder], { cwd: ROOT, encoding: "utf8" })) as {
    filename: string; files: { path: string }[];
  }[];
  const strange = packed?.files.map(({ path }) => path).filter((path) => !OWN.test(path)) ?? [];
  if (!packed || strange.length > 0) throw new Error(`the package holds what it should not: ${strange.join(", ")}`);
  return join(folder, packed.filename);
}

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) throw new Error(`${[command, ...args].join(" ")} failed`);
}
