/** The values that a constructor stores in the frame at hand: `if (given) this.db = given.db; else this.db = connect()` stores one. */
import type { Block, IrClass, IrFunction, ValueId } from "../../ir/nodes.ts";
import { innerBlocks } from "../../ir/walk.ts";
import { groupedBy } from "../../groups.ts";
import { oncePer } from "../../once-per.ts";
import { fileOf, type Engine } from "../program/engine.ts";
import type { ModuleIndex } from "../program/module-index.ts";
import type { Place } from "../evaluate/evaluate.ts";
import { possibleArms } from "../evaluate/evaluate-return.ts";

export function reachedStores(engine: Engine, place: Place, create: IrFunction, stored: readonly ValueId[]): readonly ValueId[] {
  const found = new Set<ValueId>();
  const look = (block: Block): void => {
    for (const node of block) {
      if (node.kind === "store" && stored.includes(node.value)) found.add(node.value);
      if (node.kind === "branch") for (const arm of possibleArms(engine, place, node)) look(arm.body);
      else for (const inner of innerBlocks(node)) look(inner);
    }
  };
  look(create.body);
  return found.size > 0 ? [...found] : stored;
}

/** Functions by the class whose methods they are. */
const methodsIn = oncePer(({ module, classOf }: ModuleIndex) => groupedBy(Object.values(module.functions), ({ id }) => classOf.get(id) ?? null));

/** Fields that methods other than the constructor give a value. */
export function laterStores(engine: Engine, cls: IrClass, name: string): readonly ValueId[] {
  const index = engine.program.module(fileOf(cls.id));
  const methods = index ? (methodsIn(index).get(cls.id) ?? []) : [];
  return methods.filter(({ id }) => id !== cls.create).flatMap(({ receiver }) => index?.stores.get(receiver)?.get(name) ?? []);
}
