import { $, execa, execaCommand, execaSync } from "execa";

export async function build(target: string): Promise<string> {
  await execa("make", [target]); // effect: wait process
  await $`make ${target}`; // effect: wait process
  const { stdout } = await execaCommand("git describe"); // effect: wait process
  await execa("cat", ["log"]).pipe("sort"); // effect: wait process
  return stdout;
}

export function version(): string {
  return execaSync("make", ["--version"]).stdout; // effect: wait process
}

export function serve(): void {
  const server = execa("make", ["serve"]); // effect: wait process not awaited
  server.on("exit", () => console.log("stopped"));
}
