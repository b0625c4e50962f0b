/** Functions that are handed to a library which runs them: for every request, or once when the program starts. */
import type { FunctionId } from "../../ir/nodes.ts";
import type { Action, Source } from "../../models/schema.ts";
import { oncePer } from "../../once-per.ts";
import { valueAt } from "../evaluate/arguments.ts";
import { decoratingActions } from "../interpret/decorators.ts";
import { callsSaying } from "../program/calls-by-word.ts";
import { alternatives, type Engine, type NamedCall } from "../program/engine.ts";
import { actionsAt } from "../evaluate/evaluate-call.ts";

export const runsPerRequest = (engine: Engine, fn: FunctionId): boolean => handlersIn(engine).has(fn);
export const isHandedToStart = (engine: Engine, fn: FunctionId): boolean =>
  startersIn(engine).has(fn) || decoratingActions(engine, fn).some((known) => typeof known?.action.runsOnce === "object");

const handlersIn = handedTo(({ perRequest }) => (perRequest ? [perRequest] : []));
const startersIn = handedTo(({ runsOnce }) => (typeof runsOnce === "object" ? runsOnce : []));

function handedTo(where: (action: Action) => readonly Source[]): (engine: Engine) => ReadonlySet<FunctionId> {
  return oncePer((engine: Engine, publish: (early: ReadonlySet<FunctionId>) => void): ReadonlySet<FunctionId> => {
    const found = new Set<FunctionId>();
    publish(found); // asked for again while it is worked out: those seen by then
    for (const call of callsSaying(engine, (action) => where(action).length > 0)) for (const handed of handedAt(engine, call, where)) found.add(handed);
    return found;
  });
}

function handedAt(engine: Engine, { file, node }: NamedCall, where: (action: Action) => readonly Source[]): readonly FunctionId[] {
  return actionsAt(engine, { file, env: null }, node).flatMap(({ action, call }) => where(action).flatMap((source) => {
    const handed = valueAt(engine, call.given, source);
    return handed ? alternatives(handed).flatMap((one) => (one.kind === "function" ? [one.fn] : [])) : [];
  }));
}
