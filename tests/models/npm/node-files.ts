import { readdirSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path, { join } from "node:path";

export async function plugins(folder: string): Promise<readonly string[]> {
  const names = [...readdirSync(folder), ...(await readdir(path.resolve(folder, "more")))];
  return names.map((name) => join(folder, name));
}
