/** Whether a function gives a value away: returns it, yields it, or keeps it in something that outlives it. */
import type { ValueId } from "../ir/nodes.ts";
import type { ModuleIndex } from "../passes/program/module-index.ts";
import { usesOf } from "../passes/program/uses.ts";

export function isGivenAway(index: ModuleIndex, value: ValueId, seen = new Set<ValueId>()): boolean {
  if (seen.has(value)) return false;
  seen.add(value);
  return usesOf(index, value).some((use) => {
    switch (use.kind) {
      case "exit":
        return use.how === "return";
      case "yield":
        return true;
      case "store":
        return use.value === value;
      case "await":
      case "assign":
      case "typed":
      case "aggregate":
        return isGivenAway(index, use.into, seen);
      default:
        return false;
    }
  });
}
