/** What a host wants to know of Python text before its facts: the comments that may direct it, and whether all of it can be read. */
import type { Directive, IrModule } from "../../ir/nodes.ts";
import { walk } from "../../ir/walk.ts";
import { filePath } from "../../source.ts";
import { parsePython } from "./parse.ts";

export type Outline = Readonly<{ ok: true; directives: readonly Directive[] } | { ok: false; message: string; offset: number }>;

export function outlinePython(text: string): Outline {
  const parsed = parsePython(filePath("text.py"), text);
  if (!parsed.ok) return parsed;
  const offset = firstError(parsed.module);
  return offset === null ? { ok: true, directives: parsed.module.directives } : { ok: false, message: "this statement cannot be read", offset };
}

function firstError(module: IrModule): number | null {
  let first: number | null = null;
  for (const fn of Object.values(module.functions)) {
    walk(fn.body, (node) => {
      if (node.kind === "opaque" && node.syntax === "error" && (first === null || node.start < first)) first = node.start;
    });
  }
  return first;
}
