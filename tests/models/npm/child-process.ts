import { exec, execFile, execSync, spawn, spawnSync } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(exec);
const runFile = promisify(execFile);

export async function convert(file: string): Promise<string> {
  const { stdout } = await run(`identify ${file}`); // effect: wait process
  await runFile("convert", [file, "out.png"]); // effect: wait process
  return stdout;
}

export function revision(): string {
  spawnSync("git", ["fetch"]); // effect: wait process
  return execSync("git rev-parse HEAD").toString(); // effect: wait process
}

export function preview(file: string): void {
  exec(`open ${file}`, (error) => console.error(error)); // effect: wait process not awaited
  const child = spawn("tail", ["-f", file]);
  child.stdout.on("data", (chunk) => console.log(String(chunk)));
  child.on("exit", () => console.log("done"));
}
