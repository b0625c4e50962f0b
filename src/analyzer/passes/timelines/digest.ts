/** Keeps timelines small: what a caller must know of a callee does not grow with the program. */
import type { Handle, Moment, Occurrence, Timeline, TimelineHandler } from "../../facts.ts";
import { oncePer } from "../../once-per.ts";
import { placeOf } from "../../source.ts";
import { anywhere, partsOf } from "./moments.ts";

/** The number of moments of a function's timeline, those of callees included. */
export const weightOf = oncePer((timeline: Timeline): number => timeline.reduce((sum, moment) => sum + weightOfMoment(moment), 0));

/** Only the timelines of functions are remembered: they are shared, what lies in them is not. */
function weightOfMoment(moment: Moment): number {
  if (moment.kind === "call") return 1 + weightOf(moment.body);
  return partsOf(moment).reduce((sum, part) => part.reduce((inner, one) => inner + weightOfMoment(one), sum), 1);
}

/** Whether anybody must know of it: an effect, a transaction, a lookup that decides whether the function throws. */
const isEffect = (moment: Moment): boolean =>
  moment.kind === "happens" || moment.kind === "scope" || (moment.kind === "branch" && moment.arms.some((arm) => arm.lookups.length > 0));

/** Something of it happens here, or is known to happen in what is called. */
export const acts = anywhere(isEffect);

/** Something happens, or may: what a function does that runs again inside itself is not known before it has run. */
export const matters = anywhere((moment) => isEffect(moment) || moment.kind === "recursion");

/** What is left of a function that does nothing: the calls of its own of which nothing is known. */
export const unresolvedOf = (timeline: Timeline): Timeline =>
  timeline.flatMap((moment) => (moment.kind === "unresolved" ? [moment] : moment.kind === "call" ? [] : partsOf(moment).flatMap(unresolvedOf)));

const HEAVY = 120;
const KEPT = 50;
/** A wait is rare, and what holds locks while it lasts is far above it: statements alone do not crowd it out. */
const KEPT_WITH_WAITS = 65;
/** Calls within calls beyond this are left out of the way to an effect. */
const DEEP = 10;

/** What a caller gets to see of a callee: all of it, or, where that is much, each kind of effect with one way to it. */
export const digest = (timeline: Timeline): Timeline => (weightOf(timeline) <= HEAVY ? timeline : digested(timeline));

const digested = oncePer((timeline: Timeline): Timeline =>
  gather({ seen: new Map(), loop: "", used: new Set(), left: new Set(), kept: 0, ends: KEPT }, timeline, 0),
);

/**
 * `loop`: the innermost loop, as what happens once per item is something else than what happens once. `used`: handles on which
 * something was kept since what was kept last that ends it. `left`: those on paths that have ended. `ends`: how many ends of paths may
 * still be kept.
 */
type Gathering = { readonly seen: Map<string, number>; loop: string; used: Set<string>; left: Set<string>; kept: number; ends: number };

/** Effects in order, inside the calls, loops, branches and scopes that lead to them. */
function gather(gathering: Gathering, timeline: Timeline, depth: number): Timeline {
  const found: Moment[] = [];
  for (const moment of timeline) {
    if (moment.kind !== "happens" && moment.kind !== "recursion") found.push(...gatherInside(gathering, moment, depth));
    else if (isKept(gathering, moment)) {
      gathering.kept++;
      found.push(moment);
    }
  }
  return found;
}

/** What happens on one path only is not followed by what happens on another. Each path finds the handles used that were used before. */
function gatherArms(gathering: Gathering, moment: Extract<Moment, { kind: "branch" }>, depth: number): Timeline {
  const before = gathering.used;
  const after = new Set<string>();
  const arms = moment.arms.map((arm) => {
    gathering.used = new Set(before);
    const body = [...gather(gathering, arm.body, depth), ...endOf(gathering, arm)];
    for (const name of gathering.used) after.add(name);
    return { ...arm, body };
  });
  gathering.used = after;
  const some = arms.filter(({ body }) => body.length > 0);
  return some.length === 0 ? [] : [{ ...moment, arms }];
}

/** Where a path ends because a lookup has found something, or nothing, what comes behind it knows that. */
function endOf(gathering: Gathering, { lookups, body }: Extract<Moment, { kind: "branch" }>["arms"][number]): Timeline {
  const last = body.at(-1);
  if (lookups.length === 0 || last?.kind !== "exit" || gathering.ends <= 0) return [];
  gathering.ends--;
  for (const name of gathering.used) gathering.left.add(name);
  return [last];
}

/** Without the ends of paths, which are not those of what it becomes a part of. */
function gatherAside(gathering: Gathering, timeline: Timeline, depth: number): Timeline {
  const { ends } = gathering;
  gathering.ends = 0;
  const found = gather(gathering, timeline, depth);
  gathering.ends = ends;
  return found;
}

function gatherInside(gathering: Gathering, moment: Moment, depth: number): Timeline {
  switch (moment.kind) {
    case "call":
      return depth < DEEP ? around(moment, gather(gathering, moment.body, depth + 1)) : gatherAside(gathering, moment.body, depth);
    case "loop":
      return around(moment, gatherRound(gathering, moment, depth));
    case "scope":
    case "concurrent":
    case "deferred":
      return around(moment, gather(gathering, moment.body, depth));
    case "guarded":
      return gatherGuarded(gathering, moment, depth);
    case "branch":
      return gatherArms(gathering, moment, depth);
    default:
      return [];
  }
}

function gatherRound(gathering: Gathering, { span, body }: Extract<Moment, { kind: "loop" }>, depth: number): Timeline {
  const { loop } = gathering;
  gathering.loop = placeOf(span);
  const found = gather(gathering, body, depth);
  gathering.loop = loop;
  return found;
}

/** What a path still does that ends in the body stands in the finalizer: behind the whole it would not be reached. */
function gatherGuarded(gathering: Gathering, moment: Extract<Moment, { kind: "guarded" }>, depth: number): Timeline {
  const { ends, left } = gathering;
  gathering.left = new Set();
  const body = gather(gathering, moment.body, depth);
  const handlers = moment.handlers.map((handler) => ({ ...handler, body: handler.exits.on ? [] : gatherLeaving(gathering, handler, depth) }));
  const aside = (parts: readonly (Timeline | null)[]): Timeline => parts.flatMap((part) => (part ? gatherAside(gathering, part, depth) : []));
  const handled = moment.handlers.flatMap((handler) => (handler.exits.on ? [handler.body] : []));
  if (gathering.ends === ends) {
    gathering.left = left;
    const rest = aside([...handled, moment.finalizer]);
    return body.length === 0 ? rest : [{ ...moment, body, handlers, finalizer: null }, ...rest];
  }
  gathering.used = new Set([...gathering.used, ...gathering.left]);
  const finalizer = aside([moment.finalizer]);
  gathering.left = left;
  return [{ ...moment, body, handlers, finalizer: finalizer.length > 0 ? finalizer : null }, ...aside(handled)];
}

/** What a handler does that leaves, and that it leaves: who comes behind it has done neither. `catch { await rollback(); throw … }` */
function gatherLeaving(gathering: Gathering, { body, span, exits }: TimelineHandler, depth: number): Timeline {
  const { used } = gathering;
  gathering.used = new Set(used);
  const found = gatherAside(gathering, body, depth);
  gathering.used = used;
  return [...found, { kind: "exit", how: exits.throws ? "throw" : "return", span }];
}

const around = (moment: Extract<Moment, { kind: "call" | "loop" | "scope" | "concurrent" | "deferred" }>, body: Timeline): Timeline =>
  body.length === 0 ? [] : [{ ...moment, body }];

/** What ends the use of a handle is kept with that use: without it, a transaction would seem to go on. */
function isKept(gathering: Gathering, moment: Moment): boolean {
  const what = moment.kind === "happens" ? moment.what : null;
  const most = what && isRare(what) ? KEPT_WITH_WAITS : KEPT;
  if (what && ends(what)) return release(gathering, what.handle) || (gathering.kept < most && isFresh(moment, gathering));
  if (gathering.kept >= most || !isFresh(moment, gathering)) return false;
  if (what?.handle) gathering.used.add(nameOf(what.handle));
  return true;
}

const isRare = ({ effect }: Occurrence): boolean => effect.kind === "wait" || effect.kind === "enqueue";

const ends = ({ effect }: Occurrence): boolean =>
  effect.kind === "release" || (effect.kind === "control" && (effect.step === "commit" || effect.step === "rollback"));

/** One whose handle is not known may end the use of any. */
function release({ used }: Gathering, handle: Handle | null): boolean {
  if (handle && handle.is !== "unknown") return used.delete(nameOf(handle));
  const some = used.size > 0;
  used.clear();
  return some;
}

const nameOf = ({ origin, scope }: Handle): string => scope ?? origin;

/** The first two of effects that look alike: one may be on a path that does not count. */
function isFresh(moment: Moment, { seen, loop }: Gathering): boolean {
  const key = `${keyOf(moment)} ${loop}`;
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
