/** Whether the callers of a function say to which database it connects: what each request may name cannot be opened once for all. */
import type { Analysis } from "../analyze.ts";
import type { Creation } from "../creations.ts";
import type { FunctionId, ValueId } from "../ir/nodes.ts";
import type { FilePath } from "../source.ts";
import { callersOf } from "../passes/program/callers.ts";
import { callAt, definitionOf, fileOf, functionOf, type Engine } from "../passes/program/engine.ts";
import { partsOfValue } from "../passes/program/made-of.ts";

export function isAddressGiven({ engine }: Analysis, { fn, what: { span } }: Creation): boolean {
  const given = callAt(engine, span)?.node.args.map(({ value }) => value) ?? [];
  // A function that is written inside another knows what that one is given.
  for (let around: FunctionId | null = fn; around; around = functionOf(engine, around)?.parent ?? null) if (isGivenTo(engine, around, given)) return true;
  return false;
}

function isGivenTo(engine: Engine, fn: FunctionId, values: readonly ValueId[]): boolean {
  const file = fileOf(fn);
  const at = values.flatMap((value) => parametersIn(engine, file, fn, value));
  return at.some((index) => callersOf(engine, fn).every((site) => {
    const argument = site.args[index] ?? null;
    return argument !== null && parametersIn(engine, site.file, site.fn, argument).length > 0 && !keepsOptions(engine, site.file, argument);
  }));
}

/** The positions of the parameters that a value is made of. */
function parametersIn(engine: Engine, file: FilePath, fn: FunctionId, value: ValueId): readonly number[] {
  const parts = partsOfValue(engine, file, value);
  return (functionOf(engine, fn)?.params ?? []).flatMap((param, index) => (parts.has(param.value) ? [index] : []));
}

/** `{ ...this.options, database }`: the server is one and the same. */
function keepsOptions(engine: Engine, file: FilePath, value: ValueId): boolean {
  return [...partsOfValue(engine, file, value)].some((part) => {
    const literal = definitionOf(engine, file, part);
    if (literal?.by !== "node" || literal.node.kind !== "aggregate") return false;
    const isOwn = (one: ValueId): boolean => definitionOf(engine, file, one)?.by === "receiver";
    return literal.node.entries.some((entry) => entry.spread && [...partsOfValue(engine, file, entry.value)].some(isOwn));
  });
}
