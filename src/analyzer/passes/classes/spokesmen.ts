/** Objects that a table's class keeps to speak for it: `objects = OrderManager()`. */
import { noteOnly } from "../../groups.ts";
import type { ClassId } from "../../ir/nodes.ts";
import { oncePer } from "../../once-per.ts";
import type { ClassValue, InstanceValue, TypedValue, Value } from "../../values/value.ts";
import { ancestry } from "./ancestry.ts";
import { tableOf } from "../evaluate/arguments.ts";
import { alternatives, type Engine, fileOf } from "../program/engine.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { libraryBase } from "../evaluate/evaluate-member.ts";
import { programClasses } from "../program/program-modules.ts";

/** By the class of what is kept: the class that keeps it, or null where several do. */
type Keepers = ReadonlyMap<ClassId, ClassId | null>;
const NONE: Keepers = new Map();

/** The table for which an object speaks: that of the class it was taken from, or of the one that keeps such objects. */
export function tableSpokenFor(engine: Engine, { cls, args }: InstanceValue, otherwise: string | null): string | null {
  const [keeper] = args ?? [];
  if (keeper?.kind === "class") return tableOf(engine, keeper);
  const only = keepersIn(engine).get(cls);
  if (only === undefined) return otherwise;
  return only && tableOf(engine, engine.interner.value({ kind: "class", cls: only, env: null }));
}

const keepersIn = oncePer((engine: Engine, publish: (early: Keepers) => void): Keepers => {
  publish(NONE); // nobody is known to keep anything while this is read
  const keepers = new Map<ClassId, ClassId | null>();
  for (const { id, statics } of programClasses(engine)) {
    const kept = Object.values(statics).flatMap((value) => alternatives(evaluate(engine, { file: fileOf(id), env: null }, value)));
    for (const one of kept) if (one.kind === "instance") noteOnly(keepers, one.cls, id);
  }
  return keepers;
});

/** What is taken from the class of a table speaks for that table. */
export function speakingFor(engine: Engine, value: Value, keeper: ClassValue): Value {
  if (value.kind === "instance" && isSpokesman(engine, value)) return standsForTable(engine, keeper) ? engine.interner.value({ ...value, args: [keeper] }) : value;
  if (value.kind !== "typed" || value.table !== null || value.query !== null || !speaks(engine, value)) return value;
  return standsForTable(engine, keeper) ? engine.interner.value({ ...value, table: tableOf(engine, keeper) }) : value;
}

export const speaks = (engine: Engine, { library, type }: TypedValue): boolean => engine.catalog.type(library, type)?.is === "query";

/** A constructor of its own would take what it is given for something else. */
function isSpokesman(engine: Engine, value: InstanceValue): boolean {
  const base = libraryBase(engine, value);
  return base !== null && speaks(engine, base) && ancestry(engine, value.cls, value.env).every(({ cls }) => cls.create === null);
}

const standsForTable = (engine: Engine, { cls, env }: ClassValue): boolean =>
  libraryBase(engine, engine.interner.value({ kind: "instance", cls, args: null, env })) !== null;
