/** Goes through timelines: what lies in a moment, in a function's own text, anywhere below. */
import type { Moment, Run, Timeline } from "../../facts.ts";
import { oncePer } from "../../once-per.ts";

/** The timelines inside a moment. */
export function partsOf(moment: Moment): readonly Timeline[] {
  switch (moment.kind) {
    case "call":
    case "loop":
    case "scope":
    case "concurrent":
    case "deferred":
      return [moment.body];
    case "branch":
      return moment.arms.map((arm) => arm.body);
    case "guarded":
      return [moment.body, ...moment.handlers.map((handler) => handler.body), ...(moment.finalizer ? [moment.finalizer] : [])];
    case "happens":
    case "exit":
    case "yields":
    case "unresolved":
    case "recursion":
      return [];
  }
}

/** A moment with other timelines inside. */
export function withParts(moment: Moment, inner: (timeline: Timeline) => Timeline): Moment {
  switch (moment.kind) {
    case "branch":
      return { ...moment, arms: moment.arms.map((arm) => ({ ...arm, body: inner(arm.body) })) };
    case "guarded":
      return {
        ...moment, body: inner(moment.body), handlers: moment.handlers.map((one) => ({ ...one, body: inner(one.body) })),
        finalizer: moment.finalizer && inner(moment.finalizer),
      };
    case "scope":
    case "loop":
    case "call":
    case "concurrent":
    case "deferred":
      return { ...moment, body: inner(moment.body) };
    case "happens":
    case "exit":
    case "yields":
    case "unresolved":
    case "recursion":
      return moment;
  }
}

/** Functions that are called have runs of their own. */
const isOwn = (moment: Moment): boolean => moment.kind !== "call";

/** Functions that were handed over belong to whoever wrote them. */
export const isWrittenHere = (moment: Moment): boolean => moment.kind !== "call" || moment.through === "callback";

export const isAny = (): boolean => true;

/** Moments with what lies in them, in order; `enters` says into which to go. */
export const momentsIn = (timeline: Timeline, enters = isOwn): readonly Moment[] => (enters === isOwn ? ownMoments(timeline) : gathered(timeline, enters));

/** Nearly every rule goes through them. */
const ownMoments = oncePer((timeline: Timeline) => gathered(timeline, isOwn));

function gathered(timeline: Timeline, enters: (moment: Moment) => boolean, found: Moment[] = []): readonly Moment[] {
  for (const moment of timeline) {
    found.push(moment);
    if (enters(moment)) for (const part of partsOf(moment)) gathered(part, enters, found);
  }
  return found;
}

export function* momentsOf(runs: readonly Run[], enters?: (moment: Moment) => boolean): Iterable<Moment> {
  for (const { timeline } of runs) yield* momentsIn(timeline, enters);
}

/** Whether something is anywhere in a timeline, calls within calls included. Only functions' timelines are shared, and answered for once. */
export function anywhere(test: (moment: Moment) => boolean): (timeline: Timeline) => boolean {
  const known = oncePer((timeline: Timeline): boolean => timeline.some(isAt));
  const holds = (timeline: Timeline): boolean => timeline.length > 0 && known(timeline);
  const isAt = (moment: Moment): boolean => test(moment) || (moment.kind === "call" ? holds(moment.body) : partsOf(moment).some((part) => part.some(isAt)));
  return holds;
}

/** It goes on until a lookup answers: `for (…) { if (!await taken(name)) break; }`. */
export const looksForFirst = (body: Timeline): boolean =>
  body.some((moment) => moment.kind === "branch" && moment.arms.some(({ lookups, body: arm }) => lookups.length > 0 && endsInBreak(arm)));

const endsInBreak = (arm: Timeline): boolean => {
  const last = arm.at(-1);
  return last?.kind === "exit" && last.how === "break";
};

/** A loop with this body comes to no second round unless something fails: it tries again, or looks for the first that will do. */
export const leavesAtOnce = (body: Timeline): boolean =>
  body.some((moment) => {
    if (moment.kind === "exit") return moment.how === "return" || moment.how === "break";
    if (moment.kind === "branch") return moment.arms.every((arm) => leavesAtOnce(arm.body));
    return (moment.kind === "scope" || moment.kind === "guarded") && leavesAtOnce(moment.body);
  });
