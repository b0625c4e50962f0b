/** Keeps timelines small: what a caller must know of a callee does not grow with the program. */
import type { Moment, Timeline } from "../facts.ts";

const weights = new WeakMap<Timeline, number>();

/** The number of moments of a function's timeline, those of callees included. */
export function weightOf(timeline: Timeline): number {
  const known = weights.get(timeline);
  if (known !== undefined) return known;
  const weight = timeline.reduce((sum, moment) => sum + weightOfMoment(moment), 0);
  weights.set(timeline, weight);
  return weight;
}

/** Only the timelines of functions are remembered: they are shared, what lies in them is not. */
function weightOfMoment(moment: Moment): number {
  if (moment.kind === "call") return 1 + weightOf(moment.body);
  return partsOf(moment).reduce((sum, part) => part.reduce((inner, one) => inner + weightOfMoment(one), sum), 1);
}

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
    case "unresolved":
    case "recursion":
      return [];
  }
}

const HEAVY = 120;
const KEPT = 50;
const digests = new WeakMap<Timeline, Timeline>();

/** What a caller gets to see of a callee: all of it, or, where that is much, each kind of effect with one way to it. */
export function digest(timeline: Timeline): Timeline {
  if (weightOf(timeline) <= HEAVY) return timeline;
  const known = digests.get(timeline);
  if (known) return known;
  const kept: Moment[] = [];
  gather(timeline, new Map(), kept, (moment) => moment);
  digests.set(timeline, kept);
  return kept;
}

type Wrap = (moment: Moment) => Moment;

/** Effects in order, each inside the calls, loops and scopes that lead to it. */
function gather(timeline: Timeline, seen: Map<string, number>, kept: Moment[], wrap: Wrap): void {
  for (const moment of timeline) {
    if (kept.length >= KEPT) return;
    if (moment.kind === "happens" || moment.kind === "recursion") {
      if (isFresh(moment, seen)) kept.push(wrap(moment));
    } else gatherInside(moment, seen, kept, wrap);
  }
}

function gatherInside(moment: Moment, seen: Map<string, number>, kept: Moment[], wrap: Wrap): void {
  switch (moment.kind) {
    case "call":
    case "loop":
    case "scope":
    case "concurrent":
    case "deferred":
      return gather(moment.body, seen, kept, (inner) => wrap({ ...moment, body: [inner] }));
    case "guarded":
      gather(moment.body, seen, kept, (inner) => wrap({ ...moment, body: [inner], finalizer: null }));
      for (const part of partsOf(moment).slice(1)) gather(part, seen, kept, wrap);
      return;
    default:
      for (const part of partsOf(moment)) gather(part, seen, kept, wrap);
  }
}

/** The first two of effects that look alike: one may be on a path that does not count. */
function isFresh(moment: Moment, seen: Map<string, number>): boolean {
  const key = keyOf(moment);
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return count <= 2;
}

function keyOf(moment: Moment): string {
  if (moment.kind !== "happens") return moment.kind;
  const { effect, handle, name, settling } = moment.what;
  const detail = effect.kind === "query" ? `${effect.query.verb} ${effect.query.tables.join()}` : name;
  return `${effect.kind} ${detail} ${settling} ${handle?.origin ?? ""} ${handle?.scope ?? ""}`;
}
