/**
 * Which connections a function still holds on each way out of it: by returning, by an error of a statement, by its end.
 * A condition under which a connection is given back is taken to be the one under which it is held (`if (client) client.release()`).
 */
import type { Moment, Occurrence, Timeline } from "../../facts.ts";
import type { Span } from "../../source.ts";
import { isOfTypeAlone } from "../../values/value.ts";
import { isAny, momentsIn } from "./moments.ts";

/** A connection that was taken; `at` is the call in the function's own text that took it. */
export type Taken = Readonly<{ what: Occurrence; at: Span }>;
/** What leaves a generator where it waits for whoever goes through it. */
export const YIELD = "yield";
/** It is still held where the function is left. `name` says by what. */
export type Leak = Readonly<{ taken: Taken; how: "error" | "return" | "end"; at: Span; name: string }>;

type Held = ReadonlyMap<string, Taken>;
type Left = ReadonlyMap<string, Leak>;
/** Null where there is no such way out. */
type Ways = Readonly<{ on: Held | null; returned: Left | null; thrown: Left | null; broken: Held | null }>;
type Walk = Readonly<{ takes: (what: Occurrence) => boolean; call: Span | null }>;

const going = (on: Held | null): Ways => ({ on, returned: null, thrown: null, broken: null });

/** `takes` says which effects take something that must be given back. */
export function walkHeld(timeline: Timeline, end: Span, takes: (what: Occurrence) => boolean): readonly Leak[] {
  const ways = walkTimeline({ takes, call: null }, timeline, new Map());
  const ended = leave(ways.on, "end", end, "the end");
  return [ended, ways.returned, ways.thrown].flatMap((left) => [...(left?.values() ?? [])]);
}

function walkTimeline(walk: Walk, timeline: Timeline, start: Held): Ways {
  let ways = going(start);
  for (const moment of timeline) {
    if (ways.on === null) break;
    const next = walkMoment(walk, moment, ways.on);
    ways = { on: next.on, returned: first(ways.returned, next.returned), thrown: first(ways.thrown, next.thrown), broken: join(ways.broken, next.broken) };
  }
  return ways;
}

function walkMoment(walk: Walk, moment: Moment, held: Held): Ways {
  switch (moment.kind) {
    case "happens":
      return walkEffect(walk, moment.what, held);
    case "call":
      return walkCall(walk, moment, held);
    case "scope":
    case "concurrent": {
      const ways = walkTimeline(walk, moment.body, held);
      return { ...ways, on: join(ways.on, backIn(ways.returned)), returned: null };
    }
    case "loop": {
      const ways = walkTimeline(walk, moment.body, held);
      return { ...ways, on: sameFate(held, [join(ways.on, ways.broken), held]), broken: null };
    }
    case "branch": {
      const all = moment.arms.map((arm) => walkTimeline(walk, arm.body, without(held, new Set(arm.without?.map(({ origin }) => origin)))));
      return { ...all.reduce(merge, going(null)), on: sameFate(held, all.map((ways) => ways.on)) };
    }
    case "guarded":
      return walkGuarded(walk, moment, held);
    case "deferred":
      return going(without(held, releasedIn(moment.body)));
    case "exit":
      if (moment.how === "return") return { ...going(null), returned: leave(held, "return", moment.span, "return") };
      return moment.how === "throw" ? { ...going(null), thrown: leave(held, "error", moment.span, "throw") } : { ...going(null), broken: held };
    case "yields": // to the caller of the function, which is another's in a callee
      return { ...going(held), thrown: walk.call === null ? leave(held, "error", moment.span, YIELD) : null };
    case "unresolved":
    case "recursion":
      return going(held);
  }
}

function walkEffect(walk: Walk, what: Occurrence, held: Held): Ways {
  const { effect, handle } = what;
  const at = walk.call ?? what.span;
  if (effect.kind === "release") return going(gives(handle, held));
  // Beginning, rolling back and giving back are taken to succeed: what fails is the work.
  const fails = effect.kind !== "connect" && !(effect.kind === "acquire" && what.sync) && !(effect.kind === "control" && effect.step !== "commit");
  const thrown = fails ? leave(held, "error", at, what.name) : null;
  const on = handle && walk.takes(what) ? new Map([...held, [handle.origin, { what, at }]]) : held;
  return { ...going(on), thrown };
}

/** A handle that is not known, or of which only the type is, may be any; closing a pool closes what was taken from it. */
function gives(handle: Occurrence["handle"], held: Held): Held {
  if (!handle || handle.is === "unknown" || handle.is === "root" || isOfTypeAlone(handle)) return new Map();
  return without(held, new Set([handle.origin]));
}

function walkCall(walk: Walk, moment: Extract<Moment, { kind: "call" }>, held: Held): Ways {
  if (moment.settling === "floating") return going(without(held, releasedIn(moment.body)));
  const inner: Walk = { ...walk, call: walk.call ?? (moment.through === "callback" ? null : moment.span) };
  const ways = walkTimeline(inner, moment.body, held);
  // A callee that keeps it on one of its ways on and gives it back on another knows whose it is: `if (!borrowed) release(connection)`.
  return { on: sameFate(held, [ways.on, backIn(ways.returned)]), returned: null, thrown: relocate(ways.thrown, moment, inner.call), broken: null };
}

/** What the callee took and lost by an error is the callee's; for the caller, the call fails. */
function relocate(thrown: Left | null, moment: Extract<Moment, { kind: "call" }>, call: Span | null): Left | null {
  if (call === null || thrown === null) return thrown;
  const own = [...thrown].filter(([, { taken }]) => taken.at.start !== call.start || taken.at.file !== call.file);
  return new Map(own.map(([origin, leak]) => [origin, { ...leak, at: call, name: moment.name || leak.name }]));
}

function walkGuarded(walk: Walk, moment: Extract<Moment, { kind: "guarded" }>, held: Held): Ways {
  const body = walkTimeline(walk, moment.body, held);
  // Where nothing in the body is known to fail, nothing says how far it comes.
  const caught = backIn(body.thrown) ?? without(held, releasedIn(moment.body));
  const handled = moment.handlers.map((handler) => walkTimeline(walk, handler.body, caught));
  const thrown = moment.handlers.length > 0 ? null : body.thrown;
  const ways = handled.reduce(merge, { ...body, thrown });
  return moment.finalizer ? finish(walk, moment.finalizer, ways) : ways;
}

/** The finalizer runs on every way out. */
function finish(walk: Walk, finalizer: Timeline, ways: Ways): Ways {
  const last = (held: Held | null): Held | null => (held === null ? null : walkTimeline(walk, finalizer, held).on);
  const still = (left: Left | null): Left | null => {
    const kept = last(backIn(left));
    return left && kept && new Map([...left].filter(([origin]) => kept.has(origin)));
  };
  return { on: last(ways.on), returned: still(ways.returned), thrown: still(ways.thrown), broken: last(ways.broken) };
}

/** Held on one path is held, unless another path of the same choice gave it back. */
function sameFate(before: Held, after: readonly (Held | null)[]): Held | null {
  const goingOn = after.filter((one) => one !== null);
  const joined = goingOn.reduce<Held | null>(join, null);
  const released = [...before.keys()].filter((origin) => goingOn.some((one) => !one.has(origin)));
  return joined && without(joined, new Set(released));
}

const join = (a: Held | null, b: Held | null): Held | null => (a === null || b === null ? (a ?? b) : new Map([...a, ...b]));
const first = (a: Left | null, b: Left | null): Left | null => (a === null || b === null ? (a ?? b) : new Map([...b, ...a]));
const merge = (a: Ways, b: Ways): Ways =>
  ({ on: join(a.on, b.on), returned: first(a.returned, b.returned), thrown: first(a.thrown, b.thrown), broken: join(a.broken, b.broken) });
const without = (held: Held, gone: ReadonlySet<string>): Held => (gone.size === 0 ? held : new Map([...held].filter(([origin]) => !gone.has(origin))));
const backIn = (left: Left | null): Held | null => left && new Map([...left].map(([origin, { taken }]) => [origin, taken]));
const leave = (held: Held | null, how: Leak["how"], at: Span, name: string): Left | null =>
  held && new Map([...held].map(([origin, taken]) => [origin, { taken, how, at, name }]));

/** What a timeline gives back somewhere. */
export function releasedIn(timeline: Timeline): ReadonlySet<string> {
  const found = new Set<string>();
  for (const moment of momentsIn(timeline, isAny)) {
    if (moment.kind === "happens" && moment.what.effect.kind === "release" && moment.what.handle) found.add(moment.what.handle.origin);
  }
  return found;
}
