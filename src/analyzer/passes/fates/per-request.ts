/** Functions that are handed to a framework which runs them for every request. */
import type { FunctionId } from "../../ir/nodes.ts";
import { oncePer } from "../../once-per.ts";
import { valueAt } from "../evaluate/arguments.ts";
import { callsSaying } from "../program/calls-by-word.ts";
import { alternatives, type Engine, type NamedCall } from "../program/engine.ts";
import { actionsAt } from "../evaluate/evaluate-call.ts";

export const runsPerRequest = (engine: Engine, fn: FunctionId): boolean => handlersIn(engine).has(fn);

const handlersIn = oncePer((engine: Engine, publish: (early: ReadonlySet<FunctionId>) => void): ReadonlySet<FunctionId> => {
  const found = new Set<FunctionId>();
  publish(found); // asked for again while it is worked out: those seen by then
  for (const call of callsSaying(engine, ({ perRequest }) => perRequest !== undefined)) for (const handed of handedOver(engine, call)) found.add(handed);
  return found;
});

function handedOver(engine: Engine, { file, node }: NamedCall): readonly FunctionId[] {
  return actionsAt(engine, { file, env: null }, node).flatMap(({ action: { perRequest }, call }) => {
    const handed = valueAt(engine, call.given, perRequest);
    return handed ? alternatives(handed).flatMap((one) => (one.kind === "function" ? [one.fn] : [])) : [];
  });
}
