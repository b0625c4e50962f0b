/** The modules, and their classes, in which the program itself may say something: who calls a function, extends a class, keeps an object. */
import type { IrClass } from "../../ir/nodes.ts";
import type { Place } from "../../project/classify.ts";
import type { Engine } from "./engine.ts";
import type { ModuleIndex } from "./module-index.ts";

/** What a test calls, or stands in for, and what a migration did once, says nothing about the program, and need not be parsed for it. */
const ASIDE: ReadonlySet<Place> = new Set(["test", "migration"]);

export function* programModules({ program }: Pick<Engine, "program">): Iterable<ModuleIndex> {
  for (const file of program.files()) {
    const index = ASIDE.has(program.role(file)) ? null : program.module(file);
    if (index) yield index;
  }
}

export function* programClasses(engine: Pick<Engine, "program">): Iterable<IrClass> {
  for (const { module } of programModules(engine)) yield* Object.values(module.classes);
}
