/** Which functions a timeline enters, calls within calls included; those that run later it only registers. */
import type { Timeline } from "../facts.ts";
import type { FunctionId } from "../ir/nodes.ts";
import { oncePer } from "../once-per.ts";
import { partsOf } from "./digest.ts";

const NONE: ReadonlySet<FunctionId> = new Set();

export const functionsIn = oncePer((timeline: Timeline): ReadonlySet<FunctionId> => {
  const found = new Set<FunctionId>();
  for (const moment of timeline) {
    if (moment.kind === "deferred") continue;
    if (moment.kind === "call") found.add(moment.fn);
    for (const part of partsOf(moment)) for (const fn of functionsIn(part)) found.add(fn);
  }
  return found.size === 0 ? NONE : found;
});
