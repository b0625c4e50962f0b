/**
 * Transactions that a function begins and, on some way out of it, neither commits nor rolls back. One walk, path by path, errors
 * included: every statement may throw.
 */
import type { Analysis } from "../analyze.ts";
import type { Confidence, Handle, Moment, Occurrence, Run, Timeline } from "../facts.ts";
import { weakest } from "../models/catalog.ts";
import type { ValueId } from "../ir/nodes.ts";
import { evaluate } from "../passes/evaluate/evaluate.ts";
import { alternatives, callAt, callFrom, definitionOf, fileOf, functionOf, receiverOf } from "../passes/program/engine.ts";
import { classCreatedBy } from "../passes/classes/constructors.ts";
import { functionsIn } from "../passes/timelines/reachable-functions.ts";
import { isAny, momentsIn, partsOf } from "../passes/timelines/moments.ts";
import { sameHandle } from "../passes/timelines/open-scopes.ts";
import type { Step } from "../rule.ts";
import { beginTogether, type Span } from "../source.ts";
import { begins, beginsOf, isOnPool, type Begin } from "./begins.ts";
import { isGivenAway, type Owner } from "./escapes.ts";

/** `left`: the statements of the function that leave it by themselves with the transaction open. */
export type Unfinished = Readonly<{
  what: Occurrence; run: Run; way: "returns" | "ends" | "throws"; left: readonly Span[]; trace: readonly Step[]; confidence: Confidence;
}>;

export function* unfinishedTransactions(analysis: Analysis): Iterable<Unfinished> {
  const own: readonly Begun[] = [...begins(analysis)].filter((one) => isOwn(analysis, one));
  for (const { what, run, at } of [...own, ...begunByCallees(analysis)]) {
    if (isOnPool(what) || !isEnded(run.timeline, what)) continue;
    const ways = walkTimeline({ what, by: at ?? null, last: null }, run.timeline, false);
    const way = ways.returned ? "returns" : ways.on ? "ends" : ways.thrown ? "throws" : null;
    if (way === null) continue;
    const after: Step[] = ways.at ? [{ span: ways.at.span, note: `still open after ${ways.at.name || "this"}` }] : [];
    const trace = [{ span: what.span, note: `begun by ${what.name}` }, ...after];
    yield {
      what: at ? { ...what, span: at } : what,
      run,
      way,
      left: ways.left.map(({ span }) => span),
      trace,
      confidence: at ? weakest(what.confidence, "medium") : what.confidence,
    };
  }
}

/** `at`: the call of the function that begins it. */
type Begun = Begin & Readonly<{ at?: Span }>;

/** Begun by a function that leaves it to its caller, who keeps what it gave, and the object whose method it is, to itself. */
const begunByCallees = (analysis: Analysis): readonly Begun[] =>
  analysis.runs.flatMap((run) => [...momentsIn(run.timeline)].flatMap((moment): readonly Begun[] => {
    if (moment.kind !== "call" || moment.through === "callback" || moment.settling === "floating") return [];
    const left = beginsOf(moment.body).find((what) => !isEnded(moment.body, what));
    return left && isKept(analysis, moment, left.handle) && isMadeOnTheWay(analysis, run, left) ? [{ what: left, run, at: moment.span }] : [];
  }));

function isKept({ engine }: Analysis, { span, fn }: Extract<Moment, { kind: "call" }>, begun: Handle | null): boolean {
  const [index, call] = [engine.program.module(span.file), callAt(engine, span)];
  if (!index || !call || functionOf(engine, fn)?.isGenerator) return false;
  const object = receiverOf(engine, span.file, call.node);
  const owner: Owner = { engine, index, fn: call.fn };
  const isLent = (value: ValueId): boolean => definitionOf(engine, span.file, value)?.by === "parameter" || isGivenAway(owner, value);
  const isBegun = (value: ValueId): boolean =>
    alternatives(evaluate(engine, { file: span.file, env: null }, value)).some((one) => one.kind === "typed" && sameHandle(one.handle, begun));
  const given = call.node.args.flatMap(({ value }) => (isBegun(value) ? [value] : []));
  return ![...(object === null ? [] : [object]), ...given].some(isLent) && !isGivenAway(owner, call.node.into);
}

/** What somebody else took out, who called this, is theirs to end: an interceptor, a wrapper. What is made with a module or an object is nobody's. */
function isMadeOnTheWay({ engine }: Analysis, { fn, timeline }: Run, { handle }: Occurrence): boolean {
  const maker = callFrom(engine, handle?.scope ?? handle?.origin ?? "")?.fn;
  if (maker === undefined || maker === fn || functionOf(engine, maker)?.parent === null || classCreatedBy(engine, maker) !== null) return true;
  return functionsIn(timeline).has(maker);
}

/** Begun on what the function itself took out or made, and keeps to itself: for others, their owner may end it. */
function isOwn({ engine }: Analysis, { what: { handle }, run: { fn } }: Begun): boolean {
  const made = callFrom(engine, handle?.scope ?? handle?.origin ?? "");
  const index = engine.program.module(fileOf(fn));
  return index !== null && made?.fn === fn && !isGivenAway({ engine, index, fn }, made.node.into);
}

const ends = (what: Occurrence, begun: Handle | null): boolean => isEnd(what) && mayConcern(what, begun);

const isEnd = ({ effect }: Occurrence): boolean => effect.kind === "control" && (effect.step === "commit" || effect.step === "rollback");

/**
 * Nothing but the end happens in it, and that the connection is given back, on some of its ways: it knows on which, as one does that counts
 * how deep it is in.
 */
const onlyEnds = (timeline: Timeline, begun: Handle | null): boolean => {
  const done = [...momentsIn(timeline, isAny)].filter((moment): moment is Extract<Moment, { kind: "happens" }> => moment.kind === "happens");
  return done.every(({ what }) => isEnd(what) || what.effect.kind === "release") && done.some(({ what }) => ends(what, begun));
};

/** It works on the connection of that handle, as far as is known. */
export const mayConcern = ({ handle }: Occurrence, begun: Handle | null): boolean => handle === null || handle.is === "unknown" || sameHandle(handle, begun);

/** One that is ended nowhere is handed to somebody in a way that is not seen. */
const isEnded = (timeline: Timeline, what: Occurrence): boolean =>
  timeline.some((moment) =>
    moment.kind === "happens" ? ends(moment.what, what.handle) : moment.kind !== "deferred" && partsOf(moment).some((part) => isEnded(part, what)),
  );

/** Whether it can be open on the ways out; null: that way is never taken. */
type Ways = Readonly<{ on: boolean | null; returned: boolean | null; thrown: boolean | null; at: Occurrence | null; left: readonly Exit[] }>;
type Exit = Readonly<{ how: "return" | "throw"; span: Span }>;
/** `by`: the call that begins it, where a callee does. */
type Walk = { readonly what: Occurrence; readonly by: Span | null; last: Occurrence | null };

const either = (a: boolean | null, b: boolean | null): boolean | null => (a === null ? b : b === null ? a : a || b);
const going = (on: boolean | null, thrown: boolean | null = null, at: Occurrence | null = null): Ways => ({ on, returned: null, thrown, at, left: [] });

const joined = (to: Ways, one: Ways): Ways => ({
  on: either(to.on, one.on), returned: either(to.returned, one.returned), thrown: either(to.thrown, one.thrown),
  at: one.at ?? to.at, left: [...to.left, ...one.left],
});

function walkTimeline(walk: Walk, timeline: Timeline, start: boolean): Ways {
  let ways: Ways = going(start);
  for (const moment of timeline) {
    if (ways.on === null) break;
    const next = walkMoment(walk, moment, ways.on);
    ways = { ...joined(ways, next), on: next.on };
  }
  return ways;
}

function walkMoment(walk: Walk, moment: Moment, open: boolean): Ways {
  switch (moment.kind) {
    case "happens":
      return walkEffect(walk, moment.what, open);
    case "call": {
      if (open && onlyEnds(moment.body, walk.what.handle)) return going(false);
      const { on, returned, at, ...ways } = walkTimeline(walk, moment.body, open);
      const back = either(on, returned);
      // What fails inside the callee that begins it is the callee's to end.
      const thrown = ways.thrown !== null && beginTogether(moment.span, walk.by) ? false : ways.thrown;
      // One that ends it refuses before anything has run where there is nothing to end: `if (!client) throw new Error("not open")`.
      return going(back ?? (thrown === null ? open : null), back === false && at === null ? null : thrown, at);
    }
    case "scope":
    case "concurrent": {
      const { on, returned, thrown, at } = walkTimeline(walk, moment.body, open);
      if (givesBack(moment, walk.what)) return going(false, thrown === null ? null : false);
      return going(either(on, returned) ?? open, thrown, at);
    }
    case "loop": {
      const ways = walkTimeline(walk, moment.body, open);
      return { ...ways, on: either(open, ways.on) };
    }
    case "branch":
      return walkArms(moment.arms.map((arm) => walkTimeline(walk, arm.body, open)), open);
    case "guarded":
      return walkGuarded(walk, moment, open);
    case "exit":
      if (moment.how === "return") return { on: null, returned: open, thrown: null, at: open ? walk.last : null, left: leaves(moment.how, moment.span, open) };
      return moment.how === "throw" ? { ...going(null, open), left: leaves(moment.how, moment.span, open) } : going(null);
    default:
      return going(open);
  }
}

const leaves = (how: Exit["how"], span: Span, open: boolean): readonly Exit[] => (open ? [{ how, span }] : []);

/** A block that takes a connection out gives it back clean, however it is left. */
const givesBack = (moment: Moment, { handle }: Occurrence): boolean =>
  moment.kind === "scope" && moment.scope.opens === "connection" && sameHandle(moment.scope.handle, handle);

function walkEffect(walk: Walk, what: Occurrence, open: boolean): Ways {
  if (what === walk.what) return going(true);
  if (ends(what, walk.what.handle)) return going(false);
  if (what.effect.kind === "control" || what.effect.kind === "release" || what.effect.kind === "acquire" || what.settling === "floating") return going(open);
  if (open) walk.last = what;
  return going(open, open, open ? what : null);
}

/** An arm that ends it speaks for those that do nothing: `if (runner.isTransactionActive) await runner.rollback()`. */
function walkArms(all: readonly Ways[], open: boolean): Ways {
  const ended = open && all.some((ways) => ways.on === false);
  const reduced = all.reduce(joined, going(null));
  return ended && reduced.on ? { ...reduced, on: false } : reduced;
}

function walkGuarded(walk: Walk, moment: Extract<Moment, { kind: "guarded" }>, open: boolean): Ways {
  const body = walkTimeline(walk, moment.body, open);
  const caught = moment.handlers.length > 0 ? (body.thrown ?? body.on ?? open) : null;
  const handled = caught === null ? [] : moment.handlers.map((one): Ways => {
    const ways = walkTimeline(walk, one.body, caught);
    if (one.exits.on || ways.on === null) return ways;
    return one.exits.returns ? { ...ways, on: null, returned: either(ways.returned, ways.on) } : { ...ways, on: null, thrown: either(ways.thrown, ways.on) };
  });
  const escaped: Ways = caught === null ? body : { ...body, thrown: null, left: body.left.filter(({ how }) => how !== "throw") };
  const ways = [escaped, ...handled].reduce(joined);
  return moment.finalizer ? finish(walk, moment.finalizer, ways) : ways;
}

/** The finalizer runs on every way out. */
function finish(walk: Walk, finalizer: Timeline, ways: Ways): Ways {
  const after = (open: boolean | null): boolean | null => (open === null ? null : (walkTimeline(walk, finalizer, open).on ?? false));
  const [returned, thrown] = [after(ways.returned), after(ways.thrown)];
  const left = ways.left.filter(({ how }) => (how === "return" ? returned : thrown));
  return { on: after(ways.on), returned, thrown, at: ways.at, left };
}
