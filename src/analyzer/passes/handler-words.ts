/** The words in an error handler (codes, class names, predicates), its helpers' included: they tell which errors it knows. */
import type { ErrorType } from "../facts.ts";
import { nameOfClass } from "../ir/names.ts";
import type { Block, FunctionId, Handler, IrNode, ValueId } from "../ir/nodes.ts";
import { walk } from "../ir/walk.ts";
import type { Value } from "../values/value.ts";
import { alternatives, definitionOf, fileOf, functionOf, type Engine } from "./engine.ts";
import { evaluate, type Place } from "./evaluate.ts";
import { reveal } from "./evaluate-import.ts";
import { isOwnError, isRaisedByChecks } from "./raised-errors.ts";

const DEEPEST = 2;

export function handlerWords(engine: Engine, place: Place, handler: Handler): readonly string[] {
  const words = new Set<string>();
  for (const type of handler.types) noteValue(engine, place, type, words);
  collect(engine, place, handler.body, words, 0, new Set());
  return [...words];
}

/** The types of errors that it catches; none where one of them is not known, or nothing is said. */
export function handlerTypes(engine: Engine, place: Place, handler: Handler): readonly ErrorType[] {
  const types = handler.types.flatMap((type) => {
    const called = memberName(engine, place, type);
    return alternatives(reveal(engine, evaluate(engine, place, type))).map((value) => ({ name: called ?? wordOf(value), own: isOwnError(engine, value) }));
  });
  const known = types.flatMap(({ name, own }): readonly ErrorType[] => (name === null ? [] : [{ name, own }]));
  return known.length === types.length ? known : [];
}

/** `Order.DoesNotExist` */
function memberName(engine: Engine, place: Place, type: ValueId): string | null {
  const definition = definitionOf(engine, place.file, type);
  return definition?.by === "node" && definition.node.kind === "member" ? definition.node.property : null;
}

/** The same for a function that is given the error: `.catch((error) => …)`. */
export function functionWords(engine: Engine, fn: FunctionId): readonly string[] {
  const words = new Set<string>();
  const code = functionOf(engine, fn);
  if (code) collect(engine, { file: fileOf(fn), env: null }, code.body, words, 0, new Set([fn]));
  return [...words];
}

function collect(engine: Engine, place: Place, block: Block, words: Set<string>, depth: number, seen: Set<FunctionId>): void {
  walk(block, (node) => {
    if (node.kind === "constant" && node.value !== null) words.add(String(node.value));
    else if (node.kind === "import") noteImport(engine, place, node, words);
    else if (node.kind === "member" && node.property !== null) {
      words.add(node.property);
      noteValue(engine, place, node.into, words);
    } else if (node.kind === "test" || node.kind === "branch") {
      const facts = node.kind === "test" ? node.holds : node.arms.flatMap((arm) => arm.facts);
      for (const fact of facts) if (fact.to !== null) noteValue(engine, place, fact.to, words);
    } else if (node.kind === "call") follow(engine, place, node.callee, words, depth, seen);
  });
}

function noteValue(engine: Engine, place: Place, value: ValueId, words: Set<string>): void {
  for (const one of alternatives(reveal(engine, evaluate(engine, place, value)))) {
    const name = wordOf(one);
    if (name !== null && !isRaisedByChecks(engine, one)) words.add(name);
  }
}

function noteImport(engine: Engine, place: Place, node: Extract<IrNode, { kind: "import" }>, words: Set<string>): void {
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

function follow(engine: Engine, place: Place, callee: ValueId, words: Set<string>, depth: number, seen: Set<FunctionId>): void {
  for (const value of alternatives(reveal(engine, evaluate(engine, place, callee)))) {
    if (value.kind === "external") words.add(value.path.at(-1) ?? "");
    if (value.kind !== "function" || seen.has(value.fn)) continue;
    const code = functionOf(engine, value.fn);
    words.add(code?.name ?? "");
    seen.add(value.fn);
    if (code && depth < DEEPEST) collect(engine, { file: fileOf(value.fn), env: null }, code.body, words, depth + 1, seen);
  }
}
