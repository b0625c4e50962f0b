/** How large a collection can be: what is written out, cut to size or taken from a limited lookup is small. */
import type { IrNode, TypeExpression, ValueId } from "../../ir/nodes.ts";
import type { Value } from "../../values/value.ts";
import { alternatives, classOf, definitionOf, frameOf, functionOf, isVague, literalOf, once, type Engine, receiverOf } from "../program/engine.ts";
import { evaluate, type Place } from "../evaluate/evaluate.ts";
import { givenArguments } from "../evaluate/arguments.ts";
import { frameFor } from "../evaluate/evaluate-call.ts";
import { reveal } from "../evaluate/evaluate-import.ts";
import { itemOf } from "../evaluate/evaluate-member.ts";
import { returnCases } from "../evaluate/evaluate-return.ts";
import { definitionsOf } from "../program/module-index.ts";
import { TOWARDS_ROWS } from "../evaluate/truth.ts";
import { holdersOf, usesOf } from "../program/uses.ts";

export function isBounded(engine: Engine, over: Value): boolean {
  return once(engine, engine.sizes, over.id, false, () => alternatives(over).every((value) => boundedOne(engine, value)));
}

/** A variable is bounded when everything that it is given is: what is unknown leaves no trace in the value itself. */
export function isBoundedAt(engine: Engine, place: Place, value: ValueId, depth = 0): boolean {
  const found = evaluate(engine, place, value);
  if (isVague(found) && holdsWritten(engine, place, value, depth)) return true;
  if (!isBounded(engine, found)) return false;
  if (depth > 6 || alternatives(found).every((one) => one.kind === "bounded" || one.kind === "result")) return true;
  return definitionsOf(engine.program.module(place.file), value).every((one) => {
    if (one.by === "parameter") return frameOf(place.env, one.fn) !== null || alternatives(found).some((each) => !saysNothing(engine, each));
    if (one.by !== "node") return true;
    return givesFew(engine, place, one.node) && sourcesOf(engine, place, one.node).every((source) => isBoundedAt(engine, place, source, depth + 1));
  });
}

/** `items=None`, `items=()`: what stands for a parameter that is left out tells nothing of those that are given. */
function saysNothing(engine: Engine, value: Value): boolean {
  if (value.kind === "tuple") return value.items.length === 0;
  return value.kind === "constant" || (value.kind === "list" && literalOf(engine, value)?.entries.length === 0);
}

/** `TABLES.items()`, `new Map(entries).values()`: what holds no more than is written out, of which the value itself says nothing. */
function holdsWritten(engine: Engine, place: Place, value: ValueId, depth: number): boolean {
  const definition = definitionOf(engine, place.file, value);
  if (definition?.by !== "node" || depth > 6) return false;
  const { node } = definition;
  const [source] = node.kind === "assign" && node.from.length === 1 ? node.from : [];
  if (source !== undefined) return !isAddedTo(engine, place, value) && holdsWritten(engine, place, source, depth + 1);
  if (node.kind !== "call") return false;
  const [first] = node.args;
  if (node.as === "construct") {
    return first !== undefined && evaluate(engine, place, node.callee).kind === "external" && isBoundedAt(engine, place, first.value, depth + 1);
  }
  const receiver = first ? null : receiverOf(engine, place.file, node);
  if (receiver === null) return false;
  const written = evaluate(engine, place, receiver);
  return (written.kind === "elsewhere" && isBounded(engine, written)) || holdsWritten(engine, place, receiver, depth + 1);
}

const isAddedTo = (engine: Engine, { file }: Place, collection: ValueId): boolean =>
  usesOf(engine.program.module(file), collection).some((use) => use.kind === "member" && (use.property === "add" || use.property === "set"));

/** What a generator yields stands in one place, and is yielded who knows how often; any other function gives what each of its returns gives. */
function givesFew(engine: Engine, place: Place, node: IrNode): boolean {
  if (node.kind !== "call") return true;
  return alternatives(evaluate(engine, place, node.callee)).every((callee) => {
    if (callee.kind !== "function") return true;
    if (functionOf(engine, callee.fn)?.isGenerator) return false;
    const frame = frameFor(engine, callee, givenArguments(engine, place, node.args));
    return returnCases(engine, callee.fn, frame).every((one) => isBounded(engine, one.value));
  });
}

/** What the items of a collection come from: `a ?? []`, `items.filter(…)`, `Object.keys(map)`. */
function sourcesOf(engine: Engine, place: Place, node: IrNode): readonly ValueId[] {
  if (node.kind === "assign") return node.from;
  if (node.kind !== "call") return [];
  const receiver = receiverOf(engine, place.file, node);
  if (receiver === null) return [];
  const [first] = node.args;
  return evaluate(engine, place, receiver).kind === "external" ? (first ? [first.value] : []) : [receiver];
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
    case "record":
      return writtenOut(engine, value);
    case "fields":
      return true;
    case "tuple":
    case "constant":
      return true;
    case "class":
      return classOf(engine, value.cls) !== null;
    case "typed":
      return engine.catalog.type(value.library, value.type)?.few === true;
    case "result":
      // What hangs on a row, or on each of a few, is as many as there are.
      return value.via.every((name) => TOWARDS_ROWS.has(name)) && (value.query.limited || value.query.gives === "row");
    default:
      return false;
  }
}

/** A literal is as long as it stands; what it spreads must be bounded too. */
function writtenOut(engine: Engine, list: Literal): boolean {
  const node = literalOf(engine, list);
  if (!node || grows(engine, list)) return false;
  const place = { file: list.file, env: list.env };
  if (!(node.per ?? []).every((over) => isBoundedAt(engine, place, over))) return false;
  return node.entries.every((entry) => !entry.spread || isBounded(engine, evaluate(engine, place, entry.value)));
}

/** `[]` that is filled later is no literal. */
function grows(engine: Engine, list: Literal): boolean {
  const index = engine.program.module(list.file);
  const fills = (use: IrNode, holder: ValueId): boolean =>
    use.kind === "member"
      ? GROWING[list.kind].has(use.property ?? "")
      : list.kind === "record" && use.kind === "store" && use.property === null && use.object === holder;
  return holdersOf(index, list.node).some((holder) => usesOf(index, holder).some((use) => fills(use, holder)));
}

type Literal = Extract<Value, { kind: "list" | "record" }>;

const GROWING: Readonly<Record<Literal["kind"], ReadonlySet<string>>> = {
  list: new Set(["push", "unshift", "append", "extend"]),
  record: new Set(["setdefault", "update"]),
};

/** A list of parts of another: what a library made, or `[rows[i:i + size] for i in range(0, len(rows), size)]`. */
export const isChunk = (engine: Engine, over: Value): boolean =>
  alternatives(over).some((value) => (value.kind === "bounded" ? value.of === "chunks" : value.kind === "list" && isBoundedPart(itemOf(engine, value))));

const isBoundedPart = (item: Value): boolean => item.kind === "bounded" && item.of === "items";

/** A helper that says itself that it makes lists out of one list, and is told how long they are to be: `chunk(rows, 50)`. */
export function givesParts(engine: Engine, place: Place, over: ValueId): boolean {
  const definition = definitionOf(engine, place.file, over);
  if (definition?.by !== "node" || definition.node.kind !== "call" || definition.node.args.length < 2) return false;
  const callees = alternatives(reveal(engine, evaluate(engine, place, definition.node.callee)));
  return callees.every((callee) => {
    const code = callee.kind === "function" ? functionOf(engine, callee.fn) : null;
    return code !== null && code.returns !== null && isListOfLists(code.returns) && code.params.some(({ type }) => type !== null && isPrimitive(type));
  });
}

/** In TypeScript the names of primitives are no names of types. */
const isPrimitive = (type: TypeExpression): boolean => type.kind === "other" || (type.kind === "name" && type.name === "int");

const isListOfLists = (type: TypeExpression): boolean => itemsOf(type).some((items) => itemsOf(items).length > 0);

const itemsOf = (type: TypeExpression): readonly TypeExpression[] =>
  type.kind === "list" ? [type.of] : type.kind === "name" && SEQUENCES.test(type.name) ? type.args.slice(0, 1) : [];

const SEQUENCES = /^(?:Readonly)?(?:Async)?(?:Iterable|Iterator|IterableIterator|Generator|Array|List|list|Sequence)$/;
