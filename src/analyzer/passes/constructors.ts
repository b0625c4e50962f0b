/** The classes that a constructor makes instances of: its own, and those that inherit it. */
import type { ClassId, FunctionId } from "../ir/nodes.ts";
import { oncePer } from "../once-per.ts";
import { ancestry } from "./ancestry.ts";
import type { Engine } from "./engine.ts";
import { programModules } from "./program-modules.ts";

export const constructedAs = (engine: Engine, create: FunctionId): readonly ClassId[] => constructorsIn(engine).get(create) ?? [];

const constructorsIn = oncePer((engine: Engine): ReadonlyMap<FunctionId, readonly ClassId[]> => {
  const found = new Map<FunctionId, ClassId[]>();
  for (const { module } of programModules(engine)) {
    for (const cls of Object.values(module.classes)) {
      // What a base's constructor makes is made for every class that has it run, by `super` or by itself.
      for (const base of ancestry(engine, cls.id, null)) if (base.cls.create) found.set(base.cls.create, [...(found.get(base.cls.create) ?? []), cls.id]);
    }
  }
  return found;
});
