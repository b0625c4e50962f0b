/** Functions that are handed to a library which runs them: for every request, or once when the program starts. */
import type { FunctionId } from "../../ir/nodes.ts";
import type { Action, Source } from "../../models/schema.ts";
import { oncePer } from "../../once-per.ts";
import type { Env, Value } from "../../values/value.ts";
import { valueAt } from "../evaluate/arguments.ts";
import { decoratingActions } from "../interpret/decorators.ts";
import { callsSaying } from "../program/calls-by-word.ts";
import { alternatives, type Engine, type NamedCall } from "../program/engine.ts";
import { actionsAt } from "../evaluate/evaluate-call.ts";

export const runsPerRequest = (engine: Engine, fn: FunctionId): boolean =>
  handlersIn(engine).has(fn) || decoratingActions(engine, fn).some((known) => known?.action.perRequest === true);
export const isHandedToStart = (engine: Engine, fn: FunctionId): boolean =>
  startersIn(engine).has(fn) || decoratingActions(engine, fn).some((known) => typeof known?.action.runsOnce === "object");

/** Those that answer requests to this library, with what decorators of the program put round others. */
export const handedTo = (engine: Engine, library: string): readonly FunctionId[] =>
  [...handlersIn(engine)].flatMap(([fn, by]) => (by === library ? [fn] : []));

const handlersIn = handedWhere(({ perRequest }) => (typeof perRequest === "object" ? [perRequest] : []));
const startersIn = handedWhere(({ runsOnce }) => (typeof runsOnce === "object" ? runsOnce : []));

/** By the function, the library that it is handed to. */
type Handed = ReadonlyMap<FunctionId, string>;

function handedWhere(where: (action: Action) => readonly Source[]): (engine: Engine) => Handed {
  return oncePer((engine: Engine, publish: (early: Handed) => void): Handed => {
    const found = new Map<FunctionId, string>();
    publish(found); // asked for again while it is worked out: those seen by then
    const calls = callsSaying(engine, (action) => where(action).length > 0);
    for (const call of calls) for (const [fn, library] of handedAt(engine, call, where)) found.set(fn, library);
    return found;
  });
}

function handedAt(engine: Engine, { file, node }: NamedCall, where: (action: Action) => readonly Source[]): readonly (readonly [FunctionId, string])[] {
  return actionsAt(engine, { file, env: null }, node).flatMap(({ action, call }) => where(action).flatMap((source) => {
    const handed = valueAt(engine, call.given, source);
    return handed ? functionsBehind(handed).map((fn) => [fn, call.library] as const) : [];
  }));
}

const DEEPEST = 4;

/** The function, and the one that it was put round by a decorator of the program's. */
function functionsBehind(value: Value, depth = 0): readonly FunctionId[] {
  const inner = (env: Env | null): readonly FunctionId[] => (env?.args ?? []).flatMap((arg) => functionsBehind(arg, depth + 1));
  return depth > DEEPEST ? [] : alternatives(value).flatMap((one) => (one.kind === "function" ? [one.fn, ...inner(one.env)] : []));
}
