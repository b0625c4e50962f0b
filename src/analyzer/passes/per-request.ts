/** Functions that are handed to a framework which runs them for every request. */
import type { FunctionId } from "../ir/nodes.ts";
import type { Action, Member } from "../models/schema.ts";
import { oncePer } from "../once-per.ts";
import { readSource } from "./arguments.ts";
import { namedCalls } from "./callers.ts";
import { alternatives, type Engine } from "./engine.ts";
import { actionsAt } from "./evaluate-call.ts";

export const runsPerRequest = (engine: Engine, fn: FunctionId): boolean => handlersIn(engine).has(fn);

const handlersIn = oncePer((engine: Engine, publish: (early: ReadonlySet<FunctionId>) => void): ReadonlySet<FunctionId> => {
  const found = new Set<FunctionId>();
  publish(found); // asked for again while it is worked out: those seen by then
  for (const name of namesOf(engine)) for (const handed of handedOver(engine, name)) found.add(handed);
  return found;
});

/** Names of exports and methods that take such functions. */
function namesOf(engine: Engine): ReadonlySet<string> {
  const tables = [...engine.catalog.byName.values()].flatMap((model) => [model.exports, ...Object.values(model.types ?? {}).map((type) => type.members)]);
  return new Set(tables.flatMap((table) => Object.entries(table ?? {}).flatMap(([name, member]) => (takesHandler(member) ? [name.slice(name.lastIndexOf(".") + 1)] : []))));
}

const takesHandler = (member: Member): boolean => typeof member === "object" && (actsPerRequest(member.call) || actsPerRequest(member.construct));
const actsPerRequest = (action: Action | undefined): boolean => action?.perRequest !== undefined;

function handedOver(engine: Engine, name: string): readonly FunctionId[] {
  const calls = (namedCalls(engine).get(name) ?? []).flatMap(({ file, node }) => actionsAt(engine, { file, env: null }, node));
  return calls.flatMap(({ action: { perRequest }, call }) => {
    const reading = perRequest ? readSource(engine, call.given, perRequest) : null;
    return reading?.state === "known" ? alternatives(reading.value).flatMap((one) => (one.kind === "function" ? [one.fn] : [])) : [];
  });
}
