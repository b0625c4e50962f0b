/** Objects that a table's class keeps to speak for it: `objects = OrderManager()`. */
import type { ClassId } from "../ir/nodes.ts";
import type { Value } from "../values/value.ts";
import { tableOf } from "./arguments.ts";
import { alternatives, type Engine } from "./engine.ts";
import { evaluate } from "./evaluate.ts";
import { libraryBase } from "./evaluate-member.ts";

/** By the class of what is kept: the class that keeps it, or null where several do. */
type Keepers = ReadonlyMap<ClassId, ClassId | null>;
const known = new WeakMap<Engine, Keepers>();
const NONE: Keepers = new Map();

/** The table for which every object of a class speaks, where that is one. */
export function tableSpokenFor(engine: Engine, cls: ClassId): string | null {
  const keepers = known.get(engine) ?? readKeepers(engine);
  const keeper = keepers.get(cls) ?? null;
  return keeper && tableOf(engine, engine.interner.value({ kind: "class", cls: keeper, env: null }));
}

function readKeepers(engine: Engine): Keepers {
  // Nobody is known to keep anything while this is read.
  known.set(engine, NONE);
  const keepers = new Map<ClassId, ClassId | null>();
  for (const file of engine.program.files()) {
    for (const { id, statics } of Object.values(engine.program.module(file)?.module.classes ?? {})) {
      for (const value of Object.values(statics)) {
        for (const one of alternatives(evaluate(engine, { file, env: null }, value))) {
          if (one.kind === "instance") keepers.set(one.cls, keepers.has(one.cls) && keepers.get(one.cls) !== id ? null : id);
        }
      }
    }
  }
  known.set(engine, keepers);
  return keepers;
}

/** What a library made for no table in particular speaks for that of the class that keeps it. */
export function speakingFor(engine: Engine, value: Value, keeper: Extract<Value, { kind: "class" }>): Value {
  if (value.kind !== "typed" || value.table !== null || value.query !== null || engine.catalog.type(value.library, value.type)?.is !== "query") return value;
  const isTable = libraryBase(engine, engine.interner.value({ kind: "instance", cls: keeper.cls, args: null, env: keeper.env }) as Extract<Value, { kind: "instance" }>) !== null;
  return isTable ? engine.interner.value({ ...value, table: tableOf(engine, keeper) }) : value;
}
