/** `npm run bench:parity -- REPO`: ESLint and the command must find the same in the same repository; prints what only one of them found. */
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./measure.ts";

type Audited = Readonly<{ findings: readonly Readonly<{ ruleId: string; file: string; line: number; column: number }>[] }>;
type Linted = readonly Readonly<{ filePath: string; messages: readonly Readonly<{ ruleId: string | null; line: number; column: number }>[] }>[];

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const [given] = process.argv.slice(2);

if (given === undefined) {
  process.stderr.write("usage: npm run bench:parity -- REPO\n");
  process.exitCode = 2;
} else await compare(resolve(process.env["INIT_CWD"] ?? ".", given));

async function compare(repo: string): Promise<void> {
  const audited = await audit(repo);
  const linted = await lint(repo);
  const missing = [...audited].filter((one) => !linted.has(one));
  const extra = [...linted].filter((one) => !audited.has(one));
  process.stdout.write(`${audited.size} findings of the command, ${linted.size} of ESLint\n`);
  for (const one of missing) process.stdout.write(`only the command: ${one}\n`);
  for (const one of extra) process.stdout.write(`only ESLint:      ${one}\n`);
  process.exitCode = missing.length + extra.length > 0 ? 1 : 0;
}

async function audit(repo: string): Promise<ReadonlySet<string>> {
  const { out, err, code } = await run({ name: "lockscan", args: [here("../dist/cli/bin.js"), "scan", "--format", "json"], folder: repo });
  if (code > 1 || code < 0) throw new Error(err);
  const { findings } = JSON.parse(out) as Audited;
  return new Set(findings.map(({ ruleId, file, line, column }) => `${file}:${line}:${column} ${ruleId}`));
}

async function lint(repo: string): Promise<ReadonlySet<string>> {
  const args = [here("../node_modules/eslint/bin/eslint.js"), "--no-config-lookup", "--config", here("eslint-parity.config.js"), "--format", "json", "."];
  const { out, err, code } = await run({ name: "ESLint", args, folder: repo });
  if (code > 1 || code < 0) throw new Error(err);
  return new Set((JSON.parse(out) as Linted).flatMap(({ filePath, messages }) =>
    messages.flatMap(({ ruleId, line, column }) => (ruleId?.startsWith("lockscan/") ? [`${relative(repo, filePath)}:${line}:${column} ${ruleId.slice("lockscan/".length)}`] : []))));
}
