/** Tables and lists of functions, classes and objects, from which the program takes one by a key, or each in turn. */
import { oncePer } from "../../once-per.ts";
import type { Value } from "../../values/value.ts";
import { alternatives, literalOf, unionOf, type Engine } from "../program/engine.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { attach } from "../evaluate/evaluate-member.ts";
import { languageOf } from "../evaluate/evaluate-import.ts";
import { fillings } from "./fillings.ts";
import { rowsBehind } from "./rows-behind.ts";

type Literal = Extract<Value, { kind: "list" | "record" }>;

/** More are too many to say anything of one. */
const MOST = 8;

const answersOf = oncePer<Engine, Map<number, readonly Value[]>>(() => new Map());

/** What stands in a collection, or is put into an empty one, and can be called or has methods of the program's own. */
export function actorsIn(engine: Engine, literal: Literal): readonly Value[] {
  const answers = answersOf(engine);
  const before = answers.get(literal.id);
  if (before) return before;
  answers.set(literal.id, []); // asked for again while it is worked out: none, then
  const written = (literalOf(engine, literal)?.entries ?? []).flatMap((entry) => (entry.spread ? [] : [entry.value]));
  const all = [...written, ...fillings(engine, literal).map(({ item }) => item)];
  const place = { file: literal.file, env: literal.env };
  const found = all.length > MOST ? [] : all.flatMap((value) => alternatives(evaluate(engine, place, value))).filter(acts);
  const held = found.map((value) => (literal.kind === "record" ? attach(engine, value, literal) : value));
  answers.set(literal.id, held);
  return held;
}

const acts = ({ kind }: Value): boolean => kind === "function" || kind === "class" || kind === "instance" || kind === "wrapped";

/** One of them, whichever the key asks for. */
export const actorOf = (engine: Engine, value: Value): Value =>
  unionOf(engine, alternatives(value).flatMap((one) => (one.kind === "record" || one.kind === "list" ? actorsIn(engine, one) : [])));

export const holdsActors = (engine: Engine, value: Value): boolean => actorOf(engine, value).kind !== "unknown";

/** What the language gives every collection (`tables.items()`), and what only those have that hold something of the program's. */
export const hasMethod = (engine: Engine, record: Extract<Value, { kind: "record" }>, name: string): boolean =>
  engine.catalog.member(languageOf(engine, record.file), "Any", name) !== null || rowsBehind(engine, record) !== null || holdsActors(engine, record);
