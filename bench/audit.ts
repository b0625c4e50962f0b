/** `npm run bench -- REPO [--rounds n] [--no-eslint]`: what an audit costs, as a multiple of the bare parse of the same files. */
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { diskHost } from "../src/analyzer/project/host.ts";
import { discover } from "../src/analyzer/project/discover.ts";
import { measure, type Command, type Measured } from "./measure.ts";
import { table } from "./table.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "5" }, "no-eslint": { type: "boolean", default: false } },
});
const repo = resolve(process.env["INIT_CWD"] ?? ".", positionals[0] ?? "");
const HEAD = ["", "seconds", "× parse", "files/s", "peak MB"];
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

if (positionals.length !== 1 || !existsSync(repo)) {
  process.stderr.write("usage: npm run bench -- REPO [--rounds n] [--no-eslint]\n");
  process.exitCode = 2;
} else if (!existsSync(here("../dist/index.js"))) {
  process.stderr.write("nothing is built yet: npm run build\n");
  process.exitCode = 2;
} else await bench();

async function bench(): Promise<void> {
  const files = discover(diskHost, repo).sources;
  const megabytes = files.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6;
  const scratch = mkdtempSync(join(tmpdir(), "lockscan-bench-"));
  const list = join(scratch, "files.json");
  writeFileSync(list, JSON.stringify(files));
  try {
    const measured = await measure(commandsFor(list), Number(values.rounds), (text) => process.stderr.write(`\r\u001b[K${text}`));
    process.stderr.write("\r\u001b[K");
    process.stdout.write(`${files.length} files, ${megabytes.toFixed(1)} MB; medians of ${values.rounds} rounds; Node ${process.version}, ${cpus().length} cores\n\n${table(HEAD, rows(measured, files.length))}\n`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function commandsFor(list: string): readonly Command[] {
  const eslint = (config: string): readonly string[] => [
    here("../node_modules/eslint/bin/eslint.js"),
    "--no-config-lookup",
    "--no-inline-config",
    "--no-warn-ignored",
    "--config",
    here(config),
    "--format",
    "json",
    "--output-file",
    `${list}.out`,
    ".",
  ];
  const always: readonly Command[] = [
    { name: "bare parse", args: [here("parse-bare.js"), list], folder: repo },
    { name: "lockscan", args: [here("../dist/cli/bin.js"), "scan", "--format", "json"], folder: repo },
  ];
  if (values["no-eslint"]) return always;
  return [
    ...always,
    { name: "ESLint, no rules", args: eslint("eslint-bare.config.js"), folder: repo },
    { name: "ESLint, lockscan/recommended", args: eslint("eslint-lockscan.config.js"), folder: repo },
  ];
}

function rows(measured: readonly Measured[], files: number): readonly (readonly string[])[] {
  const parse = measured[0]?.seconds ?? NaN;
  return measured.map((one) => [
    one.name, one.seconds.toFixed(2), (one.seconds / parse).toFixed(2), (files / one.seconds).toFixed(0), one.peakMegabytes.toFixed(0),
  ]);
}
