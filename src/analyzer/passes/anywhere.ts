/** Whether something is anywhere in a timeline, calls within calls included. Asked of all functions, and answered once for each timeline. */
import type { Moment, Timeline } from "../facts.ts";
import { oncePer } from "../once-per.ts";
import { partsOf } from "./digest.ts";

export function anywhere(test: (moment: Moment) => boolean): (timeline: Timeline) => boolean {
  const holds = oncePer((timeline: Timeline): boolean => timeline.some((moment) => test(moment) || partsOf(moment).some(holds)));
  return holds;
}
