/** Runs commands in fresh processes, in turns, so that whatever else the machine does meets them all alike. */
import { spawn } from "node:child_process";

export type Command = Readonly<{ name: string; args: readonly string[]; folder: string; before?: () => void }>;
export type Sample = Readonly<{ seconds: number; peakMegabytes: number; code: number; out: string; err: string }>;
export type Measured = Readonly<{ name: string; seconds: number; peakMegabytes: number; code: number }>;

/** Makes a Node process say at its end how much memory it had at most. */
const PEAK = "data:text/javascript," + encodeURIComponent(
  'import { writeSync } from "node:fs"; process.on("exit", () => { try { writeSync(3, String(process.resourceUsage().maxRSS)); } catch {} });',
);

export function run({ args, folder, before }: Command): Promise<Sample> {
  before?.();
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ["--import", PEAK, ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe", "pipe"] });
    const read = { 1: "", 2: "", 3: "" };
    for (const at of [1, 2, 3] as const) child.stdio[at]?.on("data", (chunk: Buffer) => void (read[at] += chunk.toString("utf8")));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ seconds: (performance.now() - started) / 1000, peakMegabytes: Number(read[3]) / 1024, code: code ?? -1, out: read[1], err: read[2] });
    });
  });
}

/** The medians of so many rounds, each of which runs every command once. */
export async function measure(commands: readonly Command[], rounds: number, note: (text: string) => void): Promise<readonly Measured[]> {
  const samples = commands.map((): Sample[] => []);
  for (let round = 1; round <= rounds; round++) {
    for (const [index, command] of commands.entries()) {
      const sample = await run(command);
      if (sample.code < 0 || sample.code > 1) throw new Error(`${command.name} ended with ${sample.code}: ${sample.err.slice(0, 2000)}`);
      samples[index]?.push(sample);
      note(`round ${round} of ${rounds}: ${command.name} ${sample.seconds.toFixed(2)} s`);
    }
  }
  return commands.map(({ name }, index) => {
    const own = samples[index] ?? [];
    return { name, seconds: median(own.map((one) => one.seconds)), peakMegabytes: median(own.map((one) => one.peakMegabytes)), code: own[0]?.code ?? -1 };
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
