/** Audits the example services with the built command. It finds what was put there, so findings are no failure here. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const at = (path: string): string => fileURLToPath(new URL(path, new URL("../", import.meta.url)));

const { status } = spawnSync(process.execPath, [at("dist/cli/bin.js"), "scan"], { cwd: at("examples/"), stdio: "inherit" });
process.exitCode = status === 1 ? 0 : (status ?? 1);
