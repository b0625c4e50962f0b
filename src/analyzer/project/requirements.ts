/** What Python projects say they depend on, from whichever file says it. Only names are read. */
import type { LibraryModel } from "../models/schema.ts";
import type { Host } from "./host.ts";

/** Names are compared as package indexes do: case and separators do not count. */
export const distributionName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, "-");

export function readRequirements(host: Host, files: readonly string[]): ReadonlySet<string> {
  return new Set(files.flatMap((file) => namesIn(file, host.read(file)?.toString("utf8") ?? "")).map(distributionName));
}

function namesIn(file: string, text: string): readonly string[] {
  if (/\.(?:txt|in)$/.test(file)) return text.split("\n").flatMap((line) => /^\s*([A-Za-z][\w.-]*)/.exec(line)?.[1] ?? []);
  // `name = "…"` of tables, and requirements in quotes.
  const keys = [...text.matchAll(/^\s*"?([A-Za-z][\w.-]*)"?\s*=\s*["{[]/gm)].flatMap((match) => match[1] ?? []);
  const quoted = [...text.matchAll(/["']([A-Za-z][\w.-]*)\s*(?:\[[^\]]*\])?\s*(?:[<>=!~;@][^"'\n]*)?["']/g)].flatMap((match) => match[1] ?? []);
  const plain = file.endsWith(".cfg") ? text.split("\n").flatMap((line) => /^\s+([A-Za-z][\w.-]*)\s*(?:$|[<>=!~;[])/.exec(line)?.[1] ?? []) : [];
  return [...keys, ...quoted, ...plain];
}

/** Whether the first part of a dotted name is a package that is described, or that the project depends on. */
export function packagesOf(models: readonly LibraryModel[], requirements: ReadonlySet<string>): (name: string) => boolean {
  const described = new Set(models.filter((model) => model.language === "python").flatMap((model) => model.packages.map((name) => name.split(/[./]/)[0] ?? name)));
  return (name) => described.has(name) || requirements.has(distributionName(name));
}
