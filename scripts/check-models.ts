/** Checks the models' fixtures against the real packages, which are installed first when the files that name them have changed. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PYRIGHT = "pyright@1.1.414";

const npm = new URL("../tests/models/npm/", import.meta.url);
const pypi = new URL("../tests/models/pypi/", import.meta.url);

whenChanged(npm, "package-lock.json", "node_modules/.installed", () => {
  // Not `npm ci`: it fails where a registry lacks one of the binaries, for other platforms, that these packages may have.
  run(npm, "npm", ["install", "--no-save", "--ignore-scripts", "--omit=optional", "--loglevel=error"]);
});
run(npm, "npm", ["run", "--silent", "check"]);

whenChanged(pypi, "requirements.txt", ".venv/.installed", () => {
  run(pypi, "python3", ["-m", "venv", ".venv"]);
  run(pypi, ".venv/bin/python", ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:", "-r", "requirements.txt"]);
});
run(pypi, "npx", ["--yes", PYRIGHT, "--pythonpath", ".venv/bin/python", "."]);

/** Installs anew where the file that names the packages is another than the one last installed from. */
function whenChanged(folder: URL, named: string, stamp: string, install: () => void): void {
  const hash = createHash("sha256").update(readFileSync(new URL(named, folder))).digest("hex");
  const installed = new URL(stamp, folder);
  if (existsSync(installed) && readFileSync(installed, "utf8") === hash) return;
  install();
  writeFileSync(installed, hash);
}

function run(folder: URL, command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { cwd: fileURLToPath(folder), stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
