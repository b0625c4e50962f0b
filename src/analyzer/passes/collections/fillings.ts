/** What is put into a collection that is empty where it is written. */
import type { IrNode, ValueId } from "../../ir/nodes.ts";
import type { Value } from "../../values/value.ts";
import { literalOf, type Engine } from "../program/engine.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { actorsIn } from "./registries.ts";
import { holdersOf, usesOf } from "../program/uses.ts";

/** `at` is the node that does it. */
export type Filling = Readonly<{ item: ValueId; at: IrNode }>;

const ADDS: ReadonlySet<string> = new Set(["add", "append", "push", "set", "setdefault"]);

export function fillings(engine: Engine, literal: Extract<Value, { kind: "list" | "record" }>): readonly Filling[] {
  const index = engine.program.module(literal.file);
  if (!index || literalOf(engine, literal)?.entries.length !== 0) return [];
  const holders = holdersOf(index, literal.node);
  return holders.flatMap((holder) => usesOf(index, holder)).flatMap((use): readonly Filling[] => {
    if (use.kind === "store" && use.property === null && holders.includes(use.object)) return [{ item: use.value, at: use }];
    if (use.kind !== "member" || use.property === null || !ADDS.has(use.property)) return [];
    return usesOf(index, use.into).flatMap((call) =>
      call.kind === "call" && call.callee === use.into ? call.args.slice(-1).map(({ value }) => ({ item: value, at: call })) : [],
    );
  });
}

/** What an empty list is filled with: parts of others (`batches.append(rows[i:i + size])`), or functions and objects. */
export function partsAddedTo(engine: Engine, list: Extract<Value, { kind: "list" }>): readonly Value[] {
  const values = fillings(engine, list).map(({ item }) => evaluate(engine, { file: list.file, env: list.env }, item));
  return values.every((value) => value.kind === "bounded") ? values : actorsIn(engine, list);
}
