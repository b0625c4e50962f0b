/** A folder on disk with the files that are given, for as long as a test lasts. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export async function inFolder<T>(files: Readonly<Record<string, string>>, work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "lockscan-")));
  try {
    for (const [path, text] of Object.entries(files)) writeIn(folder, path, text);
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function writeIn(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
