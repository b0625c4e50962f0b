/** Collections that are made of what a lookup gave: lists, sets and maps of its rows, or of a part of each. */
import { oncePer } from "../../once-per.ts";
import type { Query, Value } from "../../values/value.ts";
import { alternatives, definitionOf, functionOf, literalOf, once, type Engine } from "../program/engine.ts";
import { evaluate, type Place } from "../evaluate/evaluate.ts";
import { fillings } from "./fillings.ts";
import { surroundingsOf, type Surroundings } from "../program/surroundings.ts";

type Literal = Extract<Value, { kind: "list" | "record" }>;

const answersOf = oncePer<Engine, Map<number, Query | "none" | null>>(() => new Map());

/** The lookup whose rows a collection stands for; null where it may hold anything else, or not all of them. */
export function rowsBehind(engine: Engine, value: Value): Query | null {
  const found = once<number, Query | "none">(engine, answersOf(engine), value.id, "none", () => lookFor(engine, value) ?? "none");
  return found === "none" ? null : found;
}

function lookFor(engine: Engine, value: Value): Query | null {
  for (const one of alternatives(value)) {
    const query = queryOf(engine, one);
    if (query?.verb === "select" && query.gives === "rows" && !query.limited) return query;
  }
  return null;
}

function queryOf(engine: Engine, value: Value): Query | null {
  switch (value.kind) {
    case "result":
      return value.via.every((name) => name === "rows" || name === "data" || value.query.rowsAt.includes(name)) ? value.query : null;
    case "typed":
      return value.acts !== "run" ? value.query : null;
    case "list":
    case "record":
      return madeOf(engine, value);
    default:
      return null;
  }
}

/** `{row.name for row in rows}`, `[...rows]`, or an empty one that a loop over the rows fills. */
function madeOf(engine: Engine, literal: Literal): Query | null {
  const node = literalOf(engine, literal);
  const place: Place = { file: literal.file, env: literal.env };
  const [over, ...more] = node?.per ?? additionsTo(engine, literal).map(({ loops }) => loops.at(-1) ?? null);
  if (over !== undefined) return over !== null && more.every((one) => one === over) ? rowsBehind(engine, evaluate(engine, place, over)) : null;
  const [only] = node?.entries ?? [];
  return only?.spread && node?.entries.length === 1 ? rowsBehind(engine, evaluate(engine, place, only.value)) : null;
}

/** What stands round each place that fills an empty collection. */
export function additionsTo(engine: Engine, literal: Literal): readonly Surroundings[] {
  const definition = definitionOf(engine, literal.file, literal.node);
  const body = definition && functionOf(engine, definition.fn)?.body;
  return body ? fillings(engine, literal).flatMap(({ at }) => surroundingsOf(body, at) ?? []) : [];
}
