/** The repository's own files: those that git tracks, and those about to be added. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";

export const ROOT_FOLDER = fileURLToPath(new URL("../../", import.meta.url));

export const ownFiles: readonly string[] = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: ROOT_FOLDER, encoding: "utf8" })
  .split("\n").filter((path) => path !== "" && existsSync(new URL(path, new URL("../../", import.meta.url)))).sort();

export const textOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** A module's text with every comment blanked, lines kept. */
export function codeOf(path: string): string {
  let text = textOf(path);
  for (const { start, end } of parseSync(path, text).comments) text = text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, " ") + text.slice(end);
  return text;
}
