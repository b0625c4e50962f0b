/** The classes that a constructor makes instances of: its own, and those that inherit it. */
import type { ClassId, FunctionId } from "../ir/nodes.ts";
import { ancestry } from "./ancestry.ts";
import type { Engine } from "./engine.ts";
import { isTest } from "./file-roles.ts";

const known = new WeakMap<Engine, ReadonlyMap<FunctionId, readonly ClassId[]>>();

export function constructedAs(engine: Engine, create: FunctionId): readonly ClassId[] {
  const before = known.get(engine) ?? indexConstructors(engine);
  known.set(engine, before);
  return before.get(create) ?? [];
}

function indexConstructors(engine: Engine): ReadonlyMap<FunctionId, readonly ClassId[]> {
  const found = new Map<FunctionId, ClassId[]>();
  for (const file of engine.program.files()) {
    if (isTest(file)) continue;
    for (const cls of Object.values(engine.program.module(file)?.module.classes ?? {})) {
      // What a base's constructor makes is made for every class that has it run, by `super` or by itself.
      for (const base of ancestry(engine, cls.id, null)) if (base.cls.create) found.set(base.cls.create, [...(found.get(base.cls.create) ?? []), cls.id]);
    }
  }
  return found;
}
