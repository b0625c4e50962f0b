/** The classes that a constructor makes instances of: its own, and those that inherit it. */
import { addTo } from "../../groups.ts";
import type { ClassId, FunctionId } from "../../ir/nodes.ts";
import { oncePer } from "../../once-per.ts";
import { ancestry } from "./ancestry.ts";
import { type Engine, fileOf } from "../program/engine.ts";
import { programClasses } from "../program/program-modules.ts";

/** The class in which a function is written as the constructor. */
export function classCreatedBy({ program }: Engine, fn: FunctionId): ClassId | null {
  const index = program.module(fileOf(fn));
  const cls = index?.classOf.get(fn);
  return cls !== undefined && index?.module.classes[cls]?.create === fn ? cls : null;
}

export const constructedAs = (engine: Engine, create: FunctionId): readonly ClassId[] => constructorsIn(engine).get(create) ?? [];

const constructorsIn = oncePer((engine: Engine): ReadonlyMap<FunctionId, readonly ClassId[]> => {
  const found = new Map<FunctionId, ClassId[]>();
  for (const { id } of programClasses(engine)) {
    // What a base's constructor makes is made for every class that has it run, by `super` or by itself.
    for (const { cls } of ancestry(engine, id, null)) if (cls.create) addTo(found, cls.create, id);
  }
  return found;
});
