/**
 * A client that stands in where nobody opened a transaction: `store.getStore() ?? db`. What is asked for first cannot be seen, but it
 * is tested, and whoever writes that keeps the transaction there. On such a value a statement runs in the transaction that is open.
 */
import type { IrNode, ValueId } from "../../ir/nodes.ts";
import { isOfTypeAlone, type TypedValue, type Value } from "../../values/value.ts";
import { alternatives, definitionOf, isVague, receiverOf, unionOf, type Engine } from "../program/engine.ts";
import { evaluate, type Place } from "./evaluate.ts";
import { libraryBase } from "./evaluate-member.ts";
import { usesAt } from "../program/uses.ts";

/** The value that one of several sources gives, once it is known whether the others are answers that may not come. */
export function withStandIn(engine: Engine, place: Place, value: Value, sources: readonly ValueId[]): Value {
  if (sources.length < 2 || value.kind === "unknown") return value;
  const ways = alternatives(value).map((one) => ({ one, client: clientIn(engine, one) }));
  if (!ways.some(({ client }) => client) || !sources.some((source) => isTestedAnswer(engine, place, source))) return value;
  return unionOf(engine, ways.map(({ one, client }) => (client ? engine.interner.value({ ...client, handle: { ...client.handle, joins: true } }) : one)));
}

type Client = TypedValue & Readonly<{ handle: NonNullable<TypedValue["handle"]> }>;

/** The client that a value is, by itself or as an object of the program's own class of clients: `return kept ?? this`. */
function clientIn(engine: Engine, value: Value): Client | null {
  const typed = value.kind === "instance" ? libraryBase(engine, value) : value;
  return typed?.kind === "typed" && isClient(typed) ? typed : null;
}

const isClient = (value: TypedValue): value is Client => value.handle?.is === "root";

const DEEPEST = 8;

/** It comes from a call of which nothing is known but a type, and whether there is one is asked. */
function isTestedAnswer(engine: Engine, place: Place, from: ValueId): boolean {
  let tested = false;
  for (let value: ValueId | null = from, depth = 0; value !== null && depth < DEEPEST; depth++) {
    tested ||= isTested(engine, place, value);
    const definition = definitionOf(engine, place.file, value);
    const node = definition?.by === "node" ? definition.node : null;
    if (tested && node?.kind === "call" && node.as === "call" && isUnsettled(evaluate(engine, place, value))) return true;
    value = node ? beneath(engine, place, node) : null;
  }
  return false;
}

function isTested(engine: Engine, { file }: Place, value: ValueId): boolean {
  const uses = usesAt(engine, file, value);
  return uses.some((use) => use.kind === "branch" || use.kind === "test" || (use.kind === "assign" && use.given !== undefined));
}

/** What a value is taken from. */
function beneath(engine: Engine, place: Place, node: IrNode): ValueId | null {
  switch (node.kind) {
    case "await":
    case "typed":
      return node.value;
    case "member":
      return node.object;
    case "assign":
      return node.from.length === 1 ? (node.from[0] ?? null) : null;
    case "call":
      return receiverOf(engine, place.file, node);
    default:
      return null;
  }
}

const isUnsettled = (value: Value): boolean =>
  alternatives(value).every((one) => isVague(one) || one.kind === "constant" || (one.kind === "typed" && one.handle?.scope === null && isOfTypeAlone(one.handle)));
