/** How large a collection can be: what is written out, cut to size or taken from a limited lookup is small. */
import type { ValueId } from "../ir/nodes.ts";
import type { Value } from "../values/value.ts";
import { alternatives, classOf, literalOf, once, type Engine } from "./engine.ts";
import { evaluate, type Place } from "./evaluate.ts";
import { reveal } from "./evaluate-import.ts";

export function isBounded(engine: Engine, over: Value): boolean {
  return once(engine, engine.sizes, over.id, false, () => alternatives(over).every((value) => boundedOne(engine, value)));
}

/** A variable is bounded when everything that it is given is: what is unknown leaves no trace in the value itself. */
export function isBoundedAt(engine: Engine, place: Place, value: ValueId, depth = 0): boolean {
  const sources = (engine.program.module(place.file)?.definitions[value] ?? []).flatMap((one) => (one.by === "node" && one.node.kind === "assign" ? one.node.from : []));
  if (depth < 4 && sources.length > 0 && !sources.every((source) => isBoundedAt(engine, place, source, depth + 1))) return false;
  return isBounded(engine, evaluate(engine, place, value));
}

function boundedOne(engine: Engine, value: Value): boolean {
  switch (value.kind) {
    case "elsewhere": {
      const found = reveal(engine, value);
      return found.kind !== "elsewhere" && isBounded(engine, found);
    }
    case "bounded":
      return value.of === "items";
    case "list":
      return writtenOut(engine, value);
    case "record":
      return true;
    case "tuple":
    case "constant":
      return true;
    case "class":
      return classOf(engine, value.cls) !== null;
    case "result":
      return value.query.limited || value.query.gives === "row";
    default:
      return false;
  }
}

/** A list literal is as long as it stands; what it spreads must be bounded too. */
function writtenOut(engine: Engine, list: Extract<Value, { kind: "list" }>): boolean {
  const node = literalOf(engine, list);
  if (!node || grows(engine, list)) return false;
  return node.entries.every((entry) => !entry.spread || isBounded(engine, evaluate(engine, { file: list.file, env: list.env }, entry.value)));
}

/** `[]` that is filled later is no literal. */
function grows(engine: Engine, list: Extract<Value, { kind: "list" }>): boolean {
  const index = engine.program.module(list.file);
  const holders = (index?.uses[list.node] ?? []).flatMap((use) => (use.kind === "assign" || use.kind === "typed" ? [use.into] : []));
  return [list.node, ...holders].some((holder) =>
    (index?.uses[holder] ?? []).some((use) => use.kind === "member" && (use.property === "push" || use.property === "unshift" || use.property === "append" || use.property === "extend")));
}

export const isChunk = (over: Value): boolean => alternatives(over).some((value) => value.kind === "bounded" && value.of === "chunks");
