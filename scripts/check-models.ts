/** Compiles the models' fixtures against the real packages, which are installed first when their lockfile has changed. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDER = new URL("../tests/models/npm/", import.meta.url);
const STAMP = new URL("node_modules/.installed", FOLDER);

const hash = createHash("sha256").update(readFileSync(new URL("package-lock.json", FOLDER))).digest("hex");

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { cwd: fileURLToPath(FOLDER), stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(STAMP) || readFileSync(STAMP, "utf8") !== hash) {
  // Not `npm ci`: it fails where a registry lacks one of the binaries, for other platforms, that these packages may have.
  run("npm", ["install", "--no-save", "--ignore-scripts", "--omit=optional", "--loglevel=error"]);
  writeFileSync(STAMP, hash);
}
run("npm", ["run", "--silent", "check"]);
