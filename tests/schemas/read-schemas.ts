/** What the schemas in a few files say of a table, in a form that is easy to compare. */
import { models } from "../../src/analyzer/models/index.ts";
import { loadProject } from "../../src/analyzer/project/load.ts";
import { memoryHost, ROOT } from "../harness/memory-host.ts";

export function keysOf(files: Readonly<Record<string, string>>, table: string): readonly string[] | null {
  const found = loadProject(memoryHost(files), ROOT, models).program.schema?.().find(table) ?? null;
  if (!found) return null;
  const keys = found.keys.map((key) => `${key.primary ? "primary " : ""}${key.partial ? "partial " : ""}${key.columns.map((names) => names.join("/")).join(" + ")}`);
  return [...keys.sort(), ...(found.whole ? [] : ["and perhaps others"])];
}
