/** The words in an error handler (codes, class names, predicates), its helpers' included: they tell which errors it knows. */
import type { ErrorType } from "../../facts.ts";
import { nameOfClass } from "../../ir/names.ts";
import type { Block, FunctionId, Handler, IrNode, ValueId } from "../../ir/nodes.ts";
import { walk } from "../../ir/walk.ts";
import type { Value } from "../../values/value.ts";
import { alternatives, definitionOf, fileOf, functionOf, literalOf, type Engine } from "../program/engine.ts";
import { evaluate, type Place } from "../evaluate/evaluate.ts";
import { reveal } from "../evaluate/evaluate-import.ts";
import { isForeignError, isOwnError, isRaisedByChecks } from "./raised-errors.ts";

/** The helpers that were looked into, and what was found on the way. */
type Search = Readonly<{ engine: Engine; words: Set<string>; seen: Set<FunctionId> }>;

const DEEPEST = 2;

export function handlerWords(engine: Engine, place: Place, handler: Handler): readonly string[] {
  const search: Search = { engine, words: new Set(), seen: new Set() };
  for (const type of handler.types) noteValue(search, place, type);
  collect(search, place, handler.body, 0);
  return [...search.words];
}

/** The types of errors that it catches; none where one of them is not known, or nothing is said. */
export function handlerTypes(engine: Engine, place: Place, handler: Handler): readonly ErrorType[] {
  const types = handler.types.flatMap((type) => {
    const called = memberName(engine, place, type);
    const isApart = (value: Value): boolean => isOwnError(engine, value) || isForeignError(engine, value);
    return listed(engine, evaluate(engine, place, type)).map((value) => ({ name: called ?? wordOf(value), own: isApart(value) }));
  });
  const known = types.flatMap(({ name, own }): readonly ErrorType[] => (name === null ? [] : [{ name, own }]));
  return known.length === types.length ? known : [];
}

/** A value, or the items of a list of them: `except RETRYABLE`. */
const listed = (engine: Engine, value: Value): readonly Value[] =>
  alternatives(reveal(engine, value)).flatMap((one) => {
    const items = one.kind === "list" ? (literalOf(engine, one)?.entries ?? []) : [];
    return one.kind === "list" && items.length > 0 ? items.flatMap((item) => alternatives(reveal(engine, evaluate(engine, one, item.value)))) : [one];
  });

/** `Order.DoesNotExist` */
function memberName(engine: Engine, place: Place, type: ValueId): string | null {
  const definition = definitionOf(engine, place.file, type);
  return definition?.by === "node" && definition.node.kind === "member" ? definition.node.property : null;
}

/** The same for a function that is given the error: `.catch((error) => …)`. */
export function functionWords(engine: Engine, fn: FunctionId): readonly string[] {
  const search: Search = { engine, words: new Set(), seen: new Set([fn]) };
  const code = functionOf(engine, fn);
  if (code) collect(search, { file: fileOf(fn), env: null }, code.body, 0);
  return [...search.words];
}

function collect(search: Search, place: Place, block: Block, depth: number): void {
  const { words } = search;
  walk(block, (node) => {
    if (node.kind === "constant" && node.value !== null) words.add(String(node.value));
    else if (node.kind === "import") noteImport(search, place, node);
    else if (node.kind === "member" && node.property !== null) {
      words.add(node.property);
      noteValue(search, place, node.into);
    } else if (node.kind === "test" || node.kind === "branch") {
      const facts = node.kind === "test" ? node.holds : node.arms.flatMap((arm) => arm.facts);
      for (const fact of facts) if (fact.to !== null) noteValue(search, place, fact.to);
    } else if (node.kind === "call") follow(search, place, node.callee, depth);
  });
}

function noteValue({ engine, words }: Search, place: Place, value: ValueId): void {
  for (const one of listed(engine, evaluate(engine, place, value))) {
    const name = wordOf(one);
    if (name !== null && !isRaisedByChecks(engine, one)) words.add(name);
  }
}

function noteImport({ engine, words }: Search, place: Place, node: Extract<IrNode, { kind: "import" }>): void {
  const found = alternatives(reveal(engine, evaluate(engine, place, node.into)));
  if (!found.some((one) => isRaisedByChecks(engine, one))) words.add(node.name);
}

export function wordOf(value: Value): string | null {
  switch (value.kind) {
    case "constant":
      return value.value === null ? null : String(value.value);
    case "external":
      return value.path.at(-1) ?? null;
    case "class":
      return nameOfClass(value.cls);
    case "method":
    case "named":
      return value.name;
    default:
      return null;
  }
}

function follow(search: Search, place: Place, callee: ValueId, depth: number): void {
  const { engine, words, seen } = search;
  for (const value of alternatives(reveal(engine, evaluate(engine, place, callee)))) {
    if (value.kind === "external") words.add(value.path.at(-1) ?? "");
    if (value.kind !== "function" || seen.has(value.fn)) continue;
    const code = functionOf(engine, value.fn);
    words.add(code?.name ?? "");
    seen.add(value.fn);
    if (code && depth < DEEPEST) collect(search, { file: fileOf(value.fn), env: null }, code.body, depth + 1);
  }
}
