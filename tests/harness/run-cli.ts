/** The command line over files in a temporary folder, as a user would run it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { main } from "../../src/cli/main.ts";

export type Files = Readonly<Record<string, string | Uint8Array>>;
export type Ran = Readonly<{ code: number; out: string; err: string }>;
export type Reported = Readonly<{
  findings: readonly Readonly<{ ruleId: string; severity: string; confidence: string; file: string; line: number }>[];
  problems: readonly Readonly<{ file: string; message: string }>[];
  stats: Readonly<Record<string, number>>;
}>;

/** Runs `work` in a folder that holds these files, and removes it. */
export function inFolder<T>(files: Files, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "lockscan-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function runIn(folder: string, argv: readonly string[], environment: Readonly<Record<string, string>> = {}, isTerminal = false): Ran {
  let out = "";
  let err = "";
  const code = main(argv, {
    folder, environment,
    out: { write: (text) => void (out += text), isTerminal },
    err: { write: (text) => void (err += text), isTerminal },
  });
  return { code, out, err };
}

export const run = (files: Files, ...argv: readonly string[]): Ran => inFolder(files, (folder) => runIn(folder, argv));

/** The JSON report. */
export function scan(files: Files, ...argv: readonly string[]): Reported & Readonly<{ code: number }> {
  return inFolder(files, (folder) => scanIn(folder, ...argv));
}

export function scanIn(folder: string, ...argv: readonly string[]): Reported & Readonly<{ code: number }> {
  const { code, out, err } = runIn(folder, [...argv, "--format", "json"]);
  if (out === "") throw new Error(err);
  return { ...(JSON.parse(out) as Reported), code };
}

export const places = ({ findings }: Reported): readonly string[] => findings.map(({ file, line, ruleId }) => `${file}:${line} ${ruleId}`);

/** One fault, at line 6. */
export const HOLDS = `import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function pay(id: string) {
  await prisma.$transaction(async (tx) => {
    await tx.order.update({ where: { id }, data: { paid: true } });
    await fetch(\`https://pay.example/\${id}\`);
  });
}
`;
