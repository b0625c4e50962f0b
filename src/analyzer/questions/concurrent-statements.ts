/** Statements of one transaction, or one connection, that are started together: `Promise.all` over what can only queue. */
import type { Analysis } from "../analyze.ts";
import type { Confidence, Handle, Moment, Occurrence, Run, Timeline } from "../facts.ts";
import { addTo } from "../groups.ts";
import { weakest } from "../models/catalog.ts";
import { isWrittenHere, momentsIn, partsOf } from "../passes/timelines/moments.ts";
import { alternatives, fileOf, functionOf } from "../passes/program/engine.ts";
import { evaluate } from "../passes/evaluate/evaluate.ts";
import { releasedIn } from "../passes/timelines/walk-held.ts";
import { walkOpen } from "../passes/timelines/walk-open.ts";
import type { Step } from "../rule.ts";
import { beginsOf } from "./begins.ts";
import { isOnOneConnection } from "./one-connection.ts";
import { isInside, placeOf, type Span } from "../source.ts";
import { callStep, openingStep } from "../steps.ts";

/** A handle of which a callee's annotation alone speaks may be another one in each call. */
type Loose = Readonly<{ run: Run; origins: ReadonlySet<string> }>;

/** `alone`: on a connection that was taken from the pool, with no transaction open on it as far as can be seen. */
export type Together = Readonly<{
  statements: readonly Occurrence[]; at: Span; trace: readonly Step[]; confidence: Confidence; perItem: boolean; alone: boolean;
}>;
type Found = Together & Readonly<{ loose: Loose; combinator: Span }>;

export function* concurrentStatements(analysis: Analysis): Iterable<Together> {
  const found = analysis.runs.flatMap((run) => [...inRun(run)]);
  if (found.length === 0) return;
  const ways = waysTo(analysis);
  for (const { loose, combinator, ...one } of found) {
    const way = ways.get(placeOf(combinator));
    const alone = way === undefined && one.alone;
    const sure = way !== undefined || (!alone && isHandedIn(analysis, loose));
    yield { ...one, alone, trace: [...(way ?? []), ...one.trace], confidence: sure ? one.confidence : "low" };
  }
}

/** The function is given the handles itself: it has a parameter of the type. */
function isHandedIn({ engine }: Analysis, { run, origins }: Loose): boolean {
  if (origins.size === 0) return true;
  const file = fileOf(run.fn);
  const given = (functionOf(engine, run.fn)?.params ?? []).flatMap((param) => alternatives(evaluate(engine, { file, env: null }, param.value)));
  return [...origins].every((origin) => given.some((one) => one.kind === "typed" && one.handle?.origin === origin));
}

/** From a transaction to what is started together in it, which may be calls away. */
function waysTo(analysis: Analysis): ReadonlyMap<string, readonly Step[]> {
  const ways = new Map<string, readonly Step[]>();
  for (const run of analysis.runs) {
    walkOpen(run.timeline, ({ what, open, concurrent, hops }) => {
      const [innermost] = concurrent.slice(-1);
      const opening = open.findLast(({ scope }) => scope.opens !== "connection");
      if (what.kind !== "happens" || !innermost || !opening || opening.concurrent === concurrent.length || ways.has(placeOf(innermost))) return;
      ways.set(placeOf(innermost), [openingStep(opening.scope), ...hops.slice(opening.hops.length).map(callStep)]);
    });
  }
  return ways;
}

function* inRun(run: Run): Iterable<Found> {
  for (const moment of momentsIn(run.timeline)) {
    if (moment.kind === "concurrent") yield* started(run, moment, moment.span);
    // What a helper runs together is the work of whoever hands it over, in one call for all items.
    if (moment.kind !== "call" || moment.through === "callback") continue;
    for (const inner of momentsIn(moment.body)) if (inner.kind === "concurrent" && isHandedOver(run, inner.body)) yield* started(run, inner, moment.span);
  }
}

const isHandedOver = ({ span }: Run, items: Timeline): boolean =>
  [...momentsIn(items, isWrittenHere)].some((one) => one.kind === "call" && one.through === "callback" && isInside(one.extent ?? null, span));

type Started = Readonly<{ statements: readonly Statement[]; perItem: boolean }>;
/** `far`: in a function that is called by its name. */
type Statement = Readonly<{ what: Occurrence; far: boolean }>;

function* started(run: Run, moment: Extract<Moment, { kind: "concurrent" }>, at: Span): Iterable<Found> {
  const byHandle = new Map<string, Started[]>();
  for (const item of moment.body) {
    // What an item gives back it has taken for itself, and what it begins is its own.
    const own = new Set([...releasedIn([item]), ...beginsOf([item]).flatMap(({ handle }) => (handle ? [keyOf(handle)] : []))]);
    for (const [key, statements] of statementsByHandle([item])) if (!own.has(key)) addTo(byHandle, key, { statements, perItem: isLoop(item) });
  }
  for (const items of byHandle.values()) {
    const perItem = items.some((item) => item.perItem);
    const firsts = items.flatMap((item) => item.statements.slice(0, 1));
    const statements = firsts.map(({ what }) => what);
    if ((items.length < 2 && !perItem) || !statements.every((what) => isOnOneConnection(what, run.timeline))) continue;
    const loose: Loose = { run, origins: new Set(firsts.filter(isLoose).map(({ what }) => what.handle?.origin ?? "")) };
    const alone = statements.every(({ handle }) => handle?.is === "connection" && handle.begins !== true);
    const trace = statements.slice(0, 4).map((what): Step => ({ span: what.span, note: what.name }));
    const confidence = statements.reduce<Confidence>((sure, what) => weakest(sure, what.confidence), "high");
    yield { statements, at, trace, confidence, perItem, alone, loose, combinator: moment.span };
  }
}

/** A loop, whichever collection it runs over. */
const isLoop = (moment: Moment): boolean => moment.kind === "loop" || (moment.kind === "branch" && moment.arms.some((arm) => arm.body.some(isLoop)));

const keyOf = ({ scope, origin }: Handle): string => scope ?? origin;

const isLoose = ({ what: { handle }, far }: Statement): boolean => far && handle !== null && handle.scope === null && handle.from === undefined;

/** Statements on handles that are one connection, by handle. */
function statementsByHandle(timeline: Timeline, far = false, found = new Map<string, Statement[]>()): Map<string, Statement[]> {
  for (const moment of timeline) {
    if (moment.kind === "happens" && moment.what.effect.kind === "query" && moment.what.handle && moment.what.handle.is !== "root") {
      addTo(found, keyOf(moment.what.handle), { what: moment.what, far });
    }
    // A transaction of an item's own is its own connection.
    const apart = moment.kind === "deferred" || moment.kind === "scope" || (moment.kind === "call" && moment.settling === "floating");
    if (!apart) for (const part of partsOf(moment)) statementsByHandle(part, far || (moment.kind === "call" && moment.through === "name"), found);
  }
  return found;
}
