/**
 * What a program hangs on objects that frameworks carry around: `app.decorate("db", db)`, `req.db = pool`, a context that is made as
 * `{ db, … }`. Where such an object comes in, nobody says what it holds; its member is what alone was hung on anything under that name.
 */
import { addTo } from "../../groups.ts";
import { GLOBALS, type CallNode, type IrNode, type ValueId } from "../../ir/nodes.ts";
import { returnedValues } from "../../ir/walk.ts";
import { weakest } from "../../models/catalog.ts";
import { oncePer } from "../../once-per.ts";
import type { FilePath } from "../../source.ts";
import type { Value } from "../../values/value.ts";
import { alternatives, definitionOf, isNothing, once, unionOf, type Engine } from "../program/engine.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { programModules } from "../program/program-modules.ts";
import { externalMember } from "../evaluate/evaluate-import.ts";
import { firstDefinition, type ModuleIndex, recordsIn } from "../program/module-index.ts";
import { isTelling } from "../evaluate/telling.ts";

/** `once`: on an application, by name, and not by whoever has the object at hand. */
type Hung = Readonly<{ file: FilePath; value: ValueId; once: boolean }>;

const answersOf = oncePer<Engine, Map<string, Value | null>>(() => new Map());

export function handedOut(engine: Engine, name: string): Value {
  return once(engine, answersOf(engine), name, engine.unknown, () => agreedOn(engine, indexOf(engine).get(name) ?? []));
}

/** Anything else under the name, or a transaction's handle among them, and it cannot be told which is meant. */
function agreedOn(engine: Engine, hung: readonly Hung[]): Value {
  const values: Value[] = [];
  for (const { file, value } of hung) {
    const said = alternatives(evaluate(engine, { file, env: null }, value)).filter((one) => !saysNothing(one));
    // Most names are given to many things, of which the first shows it.
    if (!said.every((one) => isHandle(engine, one))) return engine.unknown;
    values.push(...said);
  }
  const [only, ...more] = alternatives(unionOf(engine, values));
  if (!only || more.length > 0) return engine.unknown;
  if (only.kind !== "typed" || only.handle === null) return only;
  if (hung.every((one) => one.once)) return engine.interner.value({ ...only, confidence: weakest(only.confidence, "medium") });
  // The same name may be that of a transaction's own handle where a callback is given one: `(tx) => tx.db`.
  return engine.interner.value({ ...only, handle: { is: "unknown", origin: only.handle.origin, scope: null }, confidence: weakest(only.confidence, "medium") });
}

const saysNothing = (value: Value): boolean =>
  value.kind === "unknown" || value.kind === "named" || value.kind === "method" || value.kind === "elsewhere" || isNothing(value);

function isHandle(engine: Engine, value: Value): boolean {
  if (value.kind === "typed") return value.handle !== null && value.query === null && value.handle.is !== "transaction";
  return value.kind === "instance" || value.kind === "module" || (value.kind === "record" && isTelling(engine, value));
}

/** An object of which nothing is known: it came in from a library, or out of one. */
export function isForeign(engine: Engine, value: Value): boolean {
  switch (value.kind) {
    case "unknown":
    case "named":
    case "declared":
      return true;
    case "method":
      return isForeign(engine, value.of);
    case "external":
      return value.package !== GLOBALS && value.path.includes("()") && externalMember(engine, value) === null;
    default:
      return false;
  }
}

const indexOf = oncePer((engine: Engine): ReadonlyMap<string, readonly Hung[]> => {
  const made = new Map<string, Hung[]>();
  for (const index of programModules(engine)) {
    const { file, language } = index.module;
    if (language !== "javascript") continue;
    const add = (name: string, value: ValueId, by: "call" | "store" = "store"): void => addTo(made, name, { file, value, once: by === "call" });
    for (const [object, byName] of index.stores) {
      if (isOutside(engine, file, object)) for (const [name, values] of byName) values.forEach((value) => add(name, value));
    }
    for (const { node } of index.calls) hangByCall(engine, index, node, add);
    for (const record of contextsOf(engine, index)) for (const entry of record.entries) if (entry.name !== null && !entry.spread) add(entry.name, entry.value);
  }
  return made;
});

/** A parameter, or a member of something: what is made here, a class or a receiver keeps its own. */
function isOutside(engine: Engine, file: FilePath, object: ValueId): boolean {
  const definition = definitionOf(engine, file, object);
  return definition?.by === "parameter" || (definition?.by === "node" && definition.node.kind === "member");
}

function hangByCall({ catalog }: Engine, index: ModuleIndex, { callee, args }: CallNode, add: (name: string, value: ValueId, by: "call") => void): void {
  const method = firstDefinition(index, callee);
  const [named, value] = args;
  if (!named || !value || method?.by !== "node" || method.node.kind !== "member") return;
  if (!catalog.carriage(index.module.language).hangs.has(method.node.property ?? "")) return;
  const name = firstDefinition(index, named.value);
  if (name?.by === "node" && name.node.kind === "constant" && typeof name.node.value === "string") add(name.node.value, value.value, "call");
}

/** Records that functions give back, and those that are handed on as a context. What a getter gives is read where it stands. */
function contextsOf({ catalog }: Engine, index: ModuleIndex): readonly Extract<IrNode, { kind: "aggregate" }>[] {
  const { contexts } = catalog.carriage(index.module.language);
  const records = recordsIn(index);
  const handed = new Set(Object.values(index.module.functions).flatMap(({ body, isGetter }) => (isGetter ? [] : returnedValues(body))));
  for (const { entries } of records) for (const { name, value } of entries) if (name !== null && contexts.has(name)) handed.add(value);
  return records.filter(({ into }) => handed.has(into));
}
