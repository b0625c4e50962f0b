/** A row that the program makes because a lookup found none: `row = find(key)`, `if not row: row = Row(key)`. */
import type { FunctionId, IrNode, ValueId } from "../../ir/nodes.ts";
import type { Query } from "../../values/value.ts";
import { isNew } from "../evaluate/build-query.ts";
import { alternatives, functionOf, type Engine } from "../program/engine.ts";
import { evaluate, type Place } from "../evaluate/evaluate.ts";
import { definitionsOf } from "../program/module-index.ts";
import { surroundingsOf } from "../program/surroundings.ts";
import { lookupsOf } from "../evaluate/truth.ts";

/** The lookup that a variable's row stands in for, on some path. */
export function madeInstead(engine: Engine, place: Place, variable: ValueId, depth = 0): Query | null {
  const definitions = definitionsOf(engine.program.module(place.file), variable);
  if (depth > 3 || !alternatives(evaluate(engine, place, variable)).some((one) => one.kind === "result")) return null;
  for (const definition of definitions) {
    if (definition.by !== "node" || definition.node.kind !== "assign") continue;
    const { node, fn } = definition;
    const inner = (): Query | undefined => node.from.map((source) => madeInstead(engine, place, source, depth + 1)).find((one) => one !== null) ?? undefined;
    const found = missedBefore(engine, place, { node, fn }, definitions.length > 1) ?? inner();
    if (found) return found;
  }
  return null;
}

type Assignment = Readonly<{ node: Extract<IrNode, { kind: "assign" }>; fn: FunctionId }>;

/** What a row that is new is given under: as one of several assignments, or as one of the values that stand in this one. */
function missedBefore(engine: Engine, place: Place, { node, fn }: Assignment, isOneOfSeveral: boolean): Query | null {
  const index = node.from.findIndex((source) => alternatives(evaluate(engine, place, source)).some((one) => isNew(engine, one)));
  if (index < 0) return null;
  const around = isOneOfSeveral ? surroundingsOf(functionOf(engine, fn)?.body ?? [], node) : null;
  const facts = [...(node.given?.[index] ?? []), ...(around?.facts ?? [])];
  return lookupsOf(engine, place, facts).find(({ query, found }) => !found && query.verb === "select")?.query ?? null;
}
