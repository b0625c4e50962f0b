/** Which functions a timeline enters, calls within calls included; those that run later it only registers. */
import type { Timeline } from "../../facts.ts";
import type { FunctionId } from "../../ir/nodes.ts";
import { oncePer } from "../../once-per.ts";
import { momentsIn, partsOf } from "./moments.ts";

const NONE: ReadonlySet<FunctionId> = new Set();

/** Those that are entered within so many calls. */
export function functionsNear(timeline: Timeline, depth: number): readonly FunctionId[] {
  return timeline.flatMap((moment) => {
    if (moment.kind === "deferred") return [];
    if (moment.kind !== "call") return partsOf(moment).flatMap((part) => functionsNear(part, depth));
    return depth === 0 ? [] : [moment.fn, ...functionsNear(moment.body, depth - 1)];
  });
}

export const functionsIn = oncePer((timeline: Timeline): ReadonlySet<FunctionId> => {
  const found = new Set<FunctionId>();
  for (const moment of momentsIn(timeline, ({ kind }) => kind !== "call" && kind !== "deferred")) {
    if (moment.kind !== "call") continue;
    found.add(moment.fn);
    for (const fn of functionsIn(moment.body)) found.add(fn);
  }
  return found.size === 0 ? NONE : found;
});
