/**
 * Which transactions (and other scopes) are open when something happens. One walk over a function's timeline, path by path: scopes
 * with a body are open in it, those that BEGIN and COMMIT delimit from the one to the other, on every path between.
 */
import type { Control, Handle, Moment, Occurrence, Scope, Timeline, TimelineArm, TimelineHandler } from "../../facts.ts";
import { oncePer } from "../../once-per.ts";
import type { Span } from "../../source.ts";
import { beginsByItself, beginsInside, begunScope, isMadeIn } from "./autobegin.ts";
import { leavesAtOnce, partsOf } from "./moments.ts";
import { begunAgain, ends, isSame, join, outside, runsIn, sameFate, sameHandle, withHeldOf, type Hop, type Open, type State } from "./open-scopes.ts";
import { behindLoop, outOfLoop } from "./scopes-in-loops.ts";
import { alongPaths, anyOf, going, type Ways } from "./paths.ts";

export type LoopFrame = Readonly<{ span: Span; each: boolean; bounded: boolean; chunks: boolean; hops: readonly Hop[] }>;
export type GuardFrame = Readonly<{ words: readonly string[]; hops: readonly Hop[]; handlers: readonly TimelineHandler[] }>;

export type Visit = Readonly<{
  what: Moment; open: readonly Open[]; hops: readonly Hop[]; loops: readonly LoopFrame[]; guards: readonly GuardFrame[]; concurrent: readonly Span[];
  confidence: Occurrence["confidence"];
  /** It happens where a failure is answered. */
  answering: boolean;
}>;

type Walk = {
  readonly visit: (visit: Visit) => void;
  /** Calls are entered where a scope is open, or where they open or close one; elsewhere they are somebody else's. */
  readonly everywhere: boolean;
  hops: readonly Hop[];
  loops: readonly LoopFrame[];
  guards: readonly GuardFrame[];
  concurrent: readonly Span[];
  answering: boolean;
  confidence: Occurrence["confidence"];
};

/** Most rules ask for the same visits, so that they are kept. */
export const walkOpen = (timeline: Timeline, visit: (visit: Visit) => void): void => visitsOf(timeline).forEach(visit);
const visitsOf = oncePer((timeline: Timeline): readonly Visit[] => {
  const visits: Visit[] = [];
  walkFrom(timeline, (visit) => visits.push(visit), false);
  return visits;
});

/** Through all calls, whatever is open. */
export const walkEverywhere = (timeline: Timeline, visit: (visit: Visit) => void): void => walkFrom(timeline, visit, true);

const walkFrom = (timeline: Timeline, visit: (visit: Visit) => void, everywhere: boolean): void =>
  void walkTimeline({ visit, everywhere, hops: [], loops: [], guards: [], concurrent: [], answering: false, confidence: "high" }, timeline, { open: [] });

function walkTimeline(walk: Walk, timeline: Timeline, start: State): Ways<State> {
  let before: Moment | null = null;
  return alongPaths(timeline, start, (moment, state) => {
    const idle = hasNothingToSend(before, moment);
    before = moment;
    return idle ? going(state) : walkMoment(walk, moment, state);
  }, join);
}

/** `session.commit()`, `session.flush()`: all that was there to send has gone out before. */
function hasNothingToSend(before: Moment | null, moment: Moment): boolean {
  const [ended, sends] = [controlOf(before), controlOf(moment)];
  return ended?.step === "commit" && sends?.step === "flush" && sameHandle(ended.handle, sends.handle);
}

const controlOf = (moment: Moment | null) =>
  moment?.kind === "happens" && moment.what.effect.kind === "control" ? { step: moment.what.effect.step, handle: moment.what.handle } : null;

function walkMoment(walk: Walk, moment: Moment, state: State): Ways<State> {
  switch (moment.kind) {
    case "happens":
      return going(walkEffect(walk, moment, state));
    case "call":
      return going(walkCall(walk, moment, state));
    case "scope":
      return walkScope(walk, moment, state);
    case "loop":
      return walkLoop(walk, moment, state);
    case "branch":
      return walkArms(walk, moment.arms, state);
    case "guarded":
      return walkGuarded(walk, moment, state);
    case "concurrent":
      return within(walk, { concurrent: [...walk.concurrent, moment.span] }, () => walkTimeline(walk, moment.body, state));
    case "exit":
      emit(walk, moment, state);
      return moment.how === "return" ? { on: null, returned: state } : going(null);
    case "yields":
    case "deferred":
    case "unresolved":
    case "recursion":
      emit(walk, moment, state);
      return going(state);
  }
}

function within<T>(walk: Walk, inner: Partial<Pick<Walk, "hops" | "loops" | "guards" | "concurrent" | "confidence" | "answering">>, work: () => T): T {
  const { hops, loops, guards, concurrent, confidence, answering } = walk;
  Object.assign(walk, inner);
  const result = work();
  Object.assign(walk, { hops, loops, guards, concurrent, confidence, answering });
  return result;
}

function emit(walk: Walk, what: Moment, state: State): void {
  const { hops, loops, guards, concurrent, confidence, answering } = walk;
  walk.visit({ what, open: state.open, hops, loops, guards, concurrent, confidence, answering });
}

function walkEffect(walk: Walk, moment: Extract<Moment, { kind: "happens" }>, before: State): State {
  const { what } = moment;
  const begun = beginsByItself(what) && !before.open.some(({ scope }) => scope.opens === "transaction" && runsIn(what, scope));
  const state = begun ? { open: [...before.open, opened(walk, begunScope(what))] } : before;
  if (what.effect.kind === "control") {
    const sent = what.effect.step === "flush" ? ranIn(state, what) : state;
    const next = control(walk, what, what.effect.step, sent);
    emit(walk, moment, what.effect.step === "begin" ? sent : next);
    return next;
  }
  emit(walk, moment, before);
  if (what.effect.kind === "release") return endBegun(state, what.handle);
  return what.effect.kind === "query" ? ranIn(state, what) : state;
}

function ranIn(state: State, what: Occurrence): State {
  if (!state.open.some((one) => runsIn(what, one.scope))) return state;
  return { open: state.open.map((one) => (runsIn(what, one.scope) ? { ...one, held: [...one.held, what] } : one)) };
}

/** Closing a session ends the transaction that its first statement began. */
const endBegun = (state: State, handle: Handle | null): State => {
  const open = state.open.filter(({ scope }) => !(scope.begun && sameHandle(handle, scope.handle)));
  return open.length === state.open.length ? state : { open };
};

function control(walk: Walk, what: Occurrence, step: Control, state: State): State {
  if (step === "begin") {
    const id = what.handle?.scope ?? `${what.handle?.origin ?? "?"} ${what.span.file}:${what.span.start}`;
    if (state.open.some((one) => one.scope.id === id)) return { open: state.open.map((one) => (one.scope.id === id ? begunAgain(one) : one)) };
    const scope: Scope = {
      id,
      opens: "transaction",
      name: what.name,
      span: what.span,
      handle: what.handle,
      library: what.library,
      nests: false,
      atomic: false,
      sync: what.sync,
      ambient: false,
      isolation: null,
      confidence: what.confidence,
    };
    return { open: [...state.open, opened(walk, scope)] };
  }
  if (step !== "commit" && step !== "rollback") return state;
  return { open: state.open.flatMap((one) => (ends(what.handle, one.scope) ? outside(one) : [one])) };
}

const opened = ({ hops, loops, guards, concurrent }: Walk, scope: Scope): Open =>
  ({ scope, hops, loops: loops.length, guards: guards.length, concurrent: concurrent.length, held: [] });

function walkCall(walk: Walk, moment: Extract<Moment, { kind: "call" }>, state: State): State | null {
  if (!walk.everywhere && (moment.settling === "floating" || (state.open.length === 0 && !controls(moment.body)))) {
    emit(walk, moment, state);
    return state;
  }
  const hop: Hop = { span: moment.span, fn: moment.fn, name: moment.name, through: moment.through };
  emit(walk, moment, state);
  if (walk.hops.length > 24) return state;
  const confidence = moment.confidence === "high" ? walk.confidence : moment.confidence;
  const ways = within(walk, { hops: [...walk.hops, hop], confidence }, () => walkTimeline(walk, moment.body, state));
  const after = sameFate([{ from: state, to: ways.on }, { from: state, to: ways.returned }], join(ways.on, ways.returned));
  // What always throws is not come back from.
  if (after === null) return null;
  return { open: after.open.flatMap((one) => (state.open.some(({ scope }) => scope === one.scope) ? [one] : leaving(moment, one))) };
}

/** A session that the callee made for itself, or got from somebody unknown on the way, went with it. */
function leaving({ extent, guessed }: Extract<Moment, { kind: "call" }>, one: Open): readonly Open[] {
  const { handle, begun } = one.scope;
  if (!begun || !handle) return [one];
  if (one.borrowed || (extent && isMadeIn(handle, extent))) return [];
  return [guessed && handle.origin.startsWith("type ") ? { ...one, borrowed: true } : one];
}

/** It begins or ends a transaction that its caller goes on with. */
const controls = oncePer((timeline: Timeline): boolean =>
  timeline.some(
    (moment) =>
      (moment.kind === "happens" && (moment.what.effect.kind === "control" || beginsByItself(moment.what))) ||
      (moment.kind !== "deferred" && partsOf(moment).some(controls)),
  ),
);

function walkScope(walk: Walk, moment: Extract<Moment, { kind: "scope" }>, state: State): Ways<State> {
  emit(walk, moment, state);
  const inner: Open = opened(walk, moment.scope);
  const ways = walkTimeline(walk, moment.body, { open: [...state.open, inner] });
  const close = (one: State | null): State | null => (one ? { open: one.open.filter((inner) => !endsWith(inner, moment.scope)) } : null);
  return { on: join(close(ways.on), close(ways.returned)) ?? state, returned: null };
}

/** With a block goes what it opened, what a first statement began in it, and what anybody began on a connection that it gives back. */
function endsWith({ scope, borrowed }: Open, block: Scope): boolean {
  if (scope.id === block.id || (borrowed && block.handle === null && block.opens === "connection")) return true;
  return (block.opens === "connection" || (scope.begun === true && block.opens !== "savepoint")) && sameHandle(scope.handle, block.handle);
}

function walkLoop(walk: Walk, moment: Extract<Moment, { kind: "loop" }>, state: State): Ways<State> {
  const frame: LoopFrame = { span: moment.span, each: moment.each, bounded: moment.bounded, chunks: moment.chunks, hops: walk.hops };
  emit(walk, moment, state);
  const start = outOfLoop(afterRound(walk, moment, frame, state), moment.body, walk.loops.length);
  const ways = within(walk, { loops: [...walk.loops, frame] }, () => walkTimeline(walk, moment.body, start));
  return { on: behindLoop(join(state, ways.on), walk.loops.length), returned: ways.returned };
}

const lookAhead = (): void => undefined;

/** What one round leaves open, the next finds open, and what ran in it has run. */
function afterRound(walk: Walk, moment: Extract<Moment, { kind: "loop" }>, frame: LoopFrame, state: State): State {
  // Looking ahead walks a loop twice; loops inside a look ahead are walked once.
  if (walk.visit === lookAhead || !beginsInside(moment.body)) return state;
  const silent: Walk = { ...walk, visit: lookAhead, loops: [...walk.loops, frame] };
  const left = walkTimeline(silent, moment.body, state).on?.open ?? [];
  const begun = left.filter(({ scope }) => scope.begun && !state.open.some((one) => isSame(one.scope, scope)));
  const before = state.open.map((one) => withHeldOf(one, left.find(({ scope }) => isSame(one.scope, scope))));
  return { open: [...before, ...begun.map((one) => ({ ...one, ...opened(walk, one.scope), held: one.held }))] };
}

function walkArms(walk: Walk, arms: readonly TimelineArm[], state: State): Ways<State> {
  const all = arms.map((arm) => {
    const { body, without = [] } = arm;
    const from = without.reduce(closed, state);
    return { from, ...within(walk, { loops: loopsOf(walk, arm) }, () => walkTimeline(walk, body, from)) };
  });
  const { on, returned } = anyOf(all, join);
  return { on: sameFate(all.map(({ from, on: to }) => ({ from, to })), on), returned };
}

/** An arm that leaves the loop is gone through once: `if (fits(item)) { …; break; }`. One in so many rounds sees the items since the last. */
function loopsOf({ loops, hops }: Walk, { body, seldom }: TimelineArm): readonly LoopFrame[] {
  const last = loops.at(-1);
  if (!last?.each || last.bounded || last.hops.length !== hops.length) return loops;
  const once = leavesAtOnce(body);
  return seldom || once ? [...loops.slice(0, -1), { ...last, chunks: last.chunks || seldom === true, bounded: once }] : loops;
}

/** Nothing is open on a handle that is not there. */
function closed(state: State, handle: Handle): State {
  const open = state.open.filter(({ scope }) => !sameHandle(handle, scope.handle));
  return open.length === state.open.length ? state : { open };
}

/** What comes first is that the transaction is given up: where that fails, there is none left either. */
function givesUpFirst(timeline: Timeline): boolean {
  for (const moment of timeline) {
    if (moment.kind === "happens") return moment.what.effect.kind === "control" && moment.what.effect.step === "rollback";
    if (moment.kind === "call" || moment.kind === "guarded") return givesUpFirst(moment.body);
    if (moment.kind !== "unresolved" && moment.kind !== "yields" && moment.kind !== "deferred") return false;
  }
  return false;
}

/** A handler may run after any part of the body: with whatever the body had open at its start or its end. */
function walkGuarded(walk: Walk, moment: Extract<Moment, { kind: "guarded" }>, state: State): Ways<State> {
  const guard: GuardFrame = { words: moment.handlers.flatMap((handler) => handler.words), hops: walk.hops, handlers: moment.handlers };
  const body = within(walk, { guards: [...walk.guards, guard] }, () => walkTimeline(walk, moment.body, state));
  const caught = givesUpFirst(moment.body) ? (body.on ?? state) : (join(state, body.on) ?? state);
  const handled = moment.handlers.map((handler) => within(walk, { answering: true }, () => walkTimeline(walk, handler.body, caught)));
  const { on, returned } = anyOf([body, ...handled], join);
  if (!moment.finalizer) return { on, returned };
  const last = walkTimeline(walk, moment.finalizer, join(on, returned) ?? caught);
  return { on: on && last.on, returned: returned && (last.on ?? last.returned) };
}
