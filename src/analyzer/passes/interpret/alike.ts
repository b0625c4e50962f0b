/**
 * Timelines that say the same are one: in most of its frames a function does what it does in others, and whatever is asked of a timeline
 * is asked once.
 */
import { addTo } from "../../groups.ts";
import type { FunctionId } from "../../ir/nodes.ts";
import type { Timeline } from "../../facts.ts";
import { oncePer } from "../../once-per.ts";
import type { Engine } from "../program/engine.ts";

const seenOf = oncePer<Engine, Map<FunctionId, Timeline[]>>(() => new Map());

/** The timeline of another frame of the function, where that says the same. Callees' timelines are one by then: mostly their identity tells. */
export function sharedTimeline(engine: Engine, fn: FunctionId, timeline: Timeline): Timeline {
  const seen = seenOf(engine);
  const known = seen.get(fn)?.find((one) => alike(one, timeline));
  if (!known) addTo(seen, fn, timeline);
  return known ?? timeline;
}

function alike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, index) => alike(one, b[index]));
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => name in b && alike(a[name], b[name]));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
