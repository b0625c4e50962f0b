/** Whether a function gives a value away: returns it, yields it, or keeps it in something that outlives it. */
import type { FunctionId, IrFunction, IrNode, ValueId } from "../ir/nodes.ts";
import { belongsElsewhere } from "../passes/fates/follow-creation.ts";
import { functionOf, type Engine } from "../passes/program/engine.ts";
import type { ModuleIndex } from "../passes/program/module-index.ts";
import { usesOf } from "../passes/program/uses.ts";

export type Owner = Readonly<{ engine: Engine; index: ModuleIndex; fn: FunctionId }>;

export function isGivenAway(owner: Owner, value: ValueId, seen = new Set<ValueId>()): boolean {
  const { index } = owner;
  if (seen.has(value)) return false;
  seen.add(value);
  return usesOf(index, value).some((use) => {
    switch (use.kind) {
      case "exit":
        return use.how === "return";
      case "yield":
        return true;
      case "store":
        return use.value === value;
      case "assign":
        return outlives(owner, use.into) || isGivenAway(owner, use.into, seen);
      case "await":
      case "typed":
      case "aggregate":
        return isGivenAway(owner, use.into, seen);
      case "member":
        return usesOf(index, use.into).some((one) => one.kind === "assign" && outlives(owner, one.into));
      default:
        return false;
    }
  });
}

/** A variable of the module or of an enclosing function, which may use it after this one is over. */
const outlives = ({ engine, index, fn }: Owner, variable: ValueId): boolean =>
  belongsElsewhere(engine, index, fn, variable) || usesOf(index, variable).some((use) => !isWithin(use, functionOf(engine, fn)));

const isWithin = ({ start, end }: IrNode, code: IrFunction | null): boolean => code === null || (code.start <= start && end <= code.end);
