/** Keeps timelines small: what a caller must know of a callee does not grow with the program. */
import type { Moment, Timeline } from "../facts.ts";

const weights = new WeakMap<Timeline, number>();

/** The number of moments, those of callees included. */
export function weightOf(timeline: Timeline): number {
  const known = weights.get(timeline);
  if (known !== undefined) return known;
  const weight = timeline.reduce((sum, moment) => sum + 1 + partsOf(moment).reduce((inner, part) => inner + weightOf(part), 0), 0);
  weights.set(timeline, weight);
  return weight;
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

const KEPT = 40;

/**
 * The moments of the function itself stay; in a callee that brings too much, of effects that look alike the first few are kept,
 * with the calls that lead to them.
 */
export function compress(timeline: Timeline): Timeline {
  return timeline.map((moment) => (partsOf(moment).reduce((sum, part) => sum + weightOf(part), 0) > KEPT ? thin(moment, new Map()) : moment));
}

function thin(moment: Moment, seen: Map<string, number>): Moment {
  const inner = (part: Timeline): Timeline => part.flatMap((one) => (keep(one, seen) ? [partsOf(one).length > 0 ? thin(one, seen) : one] : []));
  switch (moment.kind) {
    case "call":
    case "loop":
    case "scope":
    case "concurrent":
    case "deferred":
      return { ...moment, body: inner(moment.body) };
    case "branch":
      return { ...moment, arms: moment.arms.map((arm) => ({ ...arm, body: inner(arm.body) })) };
    case "guarded":
      return {
        ...moment, body: inner(moment.body), handlers: moment.handlers.map((handler) => ({ ...handler, body: inner(handler.body) })),
        finalizer: moment.finalizer ? inner(moment.finalizer) : null,
      };
    default:
      return moment;
  }
}

function keep(moment: Moment, seen: Map<string, number>): boolean {
  if (moment.kind === "unresolved") return false;
  if (moment.kind !== "happens") return partsOf(moment).length === 0 || partsOf(moment).some((part) => part.length > 0);
  const { effect, handle, name } = moment.what;
  const detail = effect.kind === "query" ? `${effect.query.verb}${effect.query.tables.join()}` : name;
  const key = `${effect.kind} ${detail} ${handle?.origin ?? ""} ${handle?.scope ?? ""}`;
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return count <= 2;
}
