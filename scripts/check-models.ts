/** Checks the models' fixtures against the real packages, which are installed first when the files that name them have changed. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PYRIGHT = "pyright@1.1.414";

// Both at once: most of it is waiting for registries.
await Promise.all([checkNpm(new URL("../tests/models/npm/", import.meta.url)), checkPypi(new URL("../tests/models/pypi/", import.meta.url))]);

async function checkNpm(folder: URL): Promise<void> {
  await whenChanged(folder, "package-lock.json", "node_modules/.installed", () =>
    // Not `npm ci`: it fails where a registry lacks one of the binaries, for other platforms, that these packages may have.
    run(folder, "npm", ["install", "--no-save", "--ignore-scripts", "--omit=optional", "--loglevel=error"]));
  await run(folder, "npm", ["run", "--silent", "check"]);
}

async function checkPypi(folder: URL): Promise<void> {
  await whenChanged(folder, "requirements.txt", ".venv/.installed", async () => {
    await run(folder, "python3", ["-m", "venv", ".venv"]);
    await run(folder, ".venv/bin/python", ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:", "-r", "requirements.txt"]);
  });
  await run(folder, "npx", ["--yes", PYRIGHT, "--pythonpath", ".venv/bin/python"]);
}

/** Installs anew where the file that names the packages is another than the one last installed from. */
async function whenChanged(folder: URL, named: string, stamp: string, install: () => Promise<void>): Promise<void> {
  const hash = createHash("sha256").update(readFileSync(new URL(named, folder))).digest("hex");
  const installed = new URL(stamp, folder);
  if (existsSync(installed) && readFileSync(installed, "utf8") === hash) return;
  await install();
  writeFileSync(installed, hash);
}

function run(folder: URL, command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: fileURLToPath(folder), stdio: "inherit" });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${[command, ...args].join(" ")} failed`));
    });
  });
}
