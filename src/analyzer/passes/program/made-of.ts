/** What a value holds or was computed from: the way back through variables, records, text and calls. */
import type { ValueId } from "../../ir/nodes.ts";
import { operandsOf } from "../../ir/walk.ts";
import type { FilePath } from "../../source.ts";
import type { Engine } from "./engine.ts";
import { definitionsOf } from "./module-index.ts";

/** The value itself, and all that went into it. What a call gives is made of what it is given, and of the object that it is a method of. */
export function partsOfValue(engine: Engine, file: FilePath, value: ValueId, found = new Set<ValueId>()): ReadonlySet<ValueId> {
  if (found.has(value)) return found;
  found.add(value);
  for (const one of definitionsOf(engine.program.module(file), value)) {
    if (one.by === "node") for (const operand of operandsOf(one.node)) partsOfValue(engine, file, operand, found);
  }
  return found;
}
