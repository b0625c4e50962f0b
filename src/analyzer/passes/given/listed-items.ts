/** What stands in a collection, item by item: written out, pushed in by rounds, the names in a record, the files of a folder. */
import { posix } from "node:path";
import type { CallNode, ValueId } from "../../ir/nodes.ts";
import type { Action } from "../../models/schema.ts";
import { oncePer } from "../../once-per.ts";
import { type FilePath, spanOf } from "../../source.ts";
import type { Value } from "../../values/value.ts";
import { entryNames, readSource, type Given } from "../evaluate/arguments.ts";
import { constant, definitionOf, frameOf, literalOf, receiverOf, stringOf, type Engine } from "../program/engine.ts";
import { evaluate, type Place } from "../evaluate/evaluate.ts";
import { actionsAt, callValue } from "../evaluate/evaluate-call.ts";
import { isOwnFolder } from "../evaluate/evaluate-import.ts";
import { memberOf } from "../evaluate/evaluate-member.ts";
import { fillings } from "../collections/fillings.ts";
import { namesFilled } from "./filled-names.ts";
import { roundsAt } from "./rounds.ts";

const NONE: readonly Value[] = [];

const underwayIn = oncePer<Engine, Set<string>>(() => new Set());

/** All of them; none where some are not known, or where they are asked for while they are worked out: `for (const one of all) all.push(…)`. */
export function itemsAt(engine: Engine, place: Place, value: ValueId): readonly Value[] {
  const underway = underwayIn(engine);
  const key = `${place.file} ${value}`;
  if (underway.has(key)) return NONE;
  underway.add(key);
  try {
    return itemsOf(engine, place, value);
  } finally {
    underway.delete(key);
  }
}

function itemsOf(engine: Engine, place: Place, value: ValueId): readonly Value[] {
  const definition = definitionOf(engine, place.file, value);
  if (definition?.by === "node") {
    const { node } = definition;
    if (node.kind === "assign" && node.from.length === 1 && node.from[0] !== undefined) return itemsAt(engine, place, node.from[0]);
    if (node.kind === "await") return itemsAt(engine, place, node.value);
    if (node.kind === "call" && node.as === "call") return itemsOfCall(engine, place, node);
  }
  return itemsIn(engine, evaluate(engine, place, value), "names");
}

function itemsIn(engine: Engine, value: Value, takes: NonNullable<Action["takes"]>): readonly Value[] {
  switch (value.kind) {
    case "tuple":
      return value.items;
    case "list":
      return itemsOfList(engine, value);
    case "record":
    case "module":
      return allNamesIn(engine, value).map((name) => partOf(engine, value, name, takes));
    default:
      return NONE;
  }
}

function partOf(engine: Engine, record: Value, name: string, takes: NonNullable<Action["takes"]>): Value {
  if (takes === "names") return constant(engine, name);
  const member = memberOf(engine, record, name);
  return takes === "values" ? member : engine.interner.value({ kind: "tuple", items: [constant(engine, name), member] });
}

function allNamesIn(engine: Engine, value: Extract<Value, { kind: "record" | "module" }>): readonly string[] {
  const written =
    value.kind === "record"
      ? entryNames(engine, value).known
      : Object.keys(engine.program.module(value.file)?.module.exports ?? {}).filter((name) => name !== "=");
  return [...new Set([...written, ...namesFilled(engine, value)])];
}

function itemsOfList(engine: Engine, list: Extract<Value, { kind: "list" }>): readonly Value[] {
  const place = { file: list.file, env: list.env };
  const entries = literalOf(engine, list)?.entries ?? [];
  const written = entries.flatMap(({ value, spread }) => (spread ? itemsAt(engine, place, value) : [evaluate(engine, place, value)]));
  const made = definitionOf(engine, list.file, list.node);
  const pushed = fillings(engine, list).flatMap(({ item, at }) => {
    const site = definitionOf(engine, list.file, "into" in at && at.into !== null ? at.into : item);
    if (!site) return [];
    const rounds = roundsAt(engine, { file: list.file, fn: site.fn, node: at }, made && frameOf(list.env, made.fn));
    return rounds.map((env) => evaluate(engine, { file: list.file, env }, item));
  });
  return [...written, ...pushed];
}

function itemsOfCall(engine: Engine, place: Place, node: CallNode): readonly Value[] {
  const [first] = node.args;
  for (const { action, call: { given } } of actionsAt(engine, place, node)) {
    if (action.lists) return filesIn(engine, place.file, given, action.lists);
    if (action.takes && first) return itemsIn(engine, evaluate(engine, place, first.value), action.takes);
    const receiver = action.returns === "receiver" ? receiverOf(engine, place.file, node) : null;
    if (receiver === null) continue;
    const items = itemsAt(engine, place, receiver);
    const handed = action.callbacks?.some((one) => one.runs === "each") === true && !action.chooses ? given.positional[0] : undefined;
    return handed ? items.map((item) => callValue(engine, handed, [item], spanOf(place.file, node))) : items;
  }
  return itemsIn(engine, evaluate(engine, place, node.into), "names");
}

function filesIn(engine: Engine, from: FilePath, given: Given, source: NonNullable<Action["lists"]>): readonly Value[] {
  const reading = readSource(engine, given, source);
  const path = reading.state !== "known" ? null : isOwnFolder(engine, reading.value) ? "." : stringOf(reading.value);
  const names = path === null ? [] : (foldersOf(engine).get(posix.join(posix.dirname(from), path)) ?? []);
  return names.map((name) => constant(engine, name));
}

/** The files and folders in each folder of the program. */
const foldersOf = oncePer((engine: Engine): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, Set<string>>();
  for (const file of engine.program.files()) {
    for (let path: string = file; path !== "." && path !== "/"; path = posix.dirname(path)) {
      const folder = posix.dirname(path);
      found.set(folder, (found.get(folder) ?? new Set()).add(posix.basename(path)));
    }
  }
  return new Map([...found].map(([folder, names]) => [folder, [...names]]));
});
