/** Statements of one transaction, or one connection, that are started together: `Promise.all` over what can only queue. */
import type { Analysis } from "../analyze.ts";
import type { Confidence, Moment, Occurrence, Timeline } from "../facts.ts";
import { weakest } from "../models/catalog.ts";
import { partsOf } from "../passes/digest.ts";
import { walkOpen } from "../passes/walk-open.ts";
import type { Step } from "../rule.ts";
import { callStep } from "../selectors.ts";
import { isOnOneConnection } from "./one-connection.ts";
import type { Span } from "../source.ts";

export type Together = Readonly<{ statements: readonly Occurrence[]; at: Span; trace: readonly Step[]; confidence: Confidence; perItem: boolean }>;

export function* concurrentStatements(analysis: Analysis): Iterable<Together> {
  const found = analysis.runs.flatMap((run) => [...inTimeline(run.timeline, run.timeline)]);
  if (found.length === 0) return;
  const ways = waysTo(analysis);
  for (const one of found) yield { ...one, trace: [...(ways.get(placeOf(one.at)) ?? []), ...one.trace] };
}

const placeOf = ({ file, start }: Span): string => `${file}:${start}`;

/** From a transaction to what is started together in it, which may be calls away. */
function waysTo(analysis: Analysis): ReadonlyMap<string, readonly Step[]> {
  const ways = new Map<string, readonly Step[]>();
  for (const run of analysis.runs) {
    walkOpen(run.timeline, ({ what, open, concurrent, hops }) => {
      const [innermost] = concurrent.slice(-1);
      const opening = open.at(-1);
      if (what.kind !== "happens" || !innermost || !opening || opening.concurrent === concurrent.length || ways.has(placeOf(innermost))) return;
      const opened: Step = { span: opening.scope.span, note: `transaction opened by ${opening.scope.name || "this statement"}` };
      ways.set(placeOf(innermost), [opened, ...hops.slice(opening.hops.length).map(callStep)]);
    });
  }
  return ways;
}

/** Callees have runs of their own. */
function* inTimeline(timeline: Timeline, whole: Timeline): Iterable<Together> {
  for (const moment of timeline) {
    if (moment.kind === "call") continue;
    if (moment.kind === "concurrent") yield* started(moment, whole);
    for (const part of partsOf(moment)) yield* inTimeline(part, whole);
  }
}

type Started = Readonly<{ statements: readonly Occurrence[]; perItem: boolean }>;

function* started(moment: Extract<Moment, { kind: "concurrent" }>, whole: Timeline): Iterable<Together> {
  const byHandle = new Map<string, Started[]>();
  for (const item of moment.body) {
    for (const [key, statements] of statementsByHandle([item])) byHandle.set(key, [...(byHandle.get(key) ?? []), { statements, perItem: item.kind === "loop" }]);
  }
  for (const items of byHandle.values()) {
    const perItem = items.some((item) => item.perItem);
    const statements = items.flatMap((item) => item.statements.slice(0, 1));
    if ((items.length < 2 && !perItem) || !statements.every((what) => isOnOneConnection(what, whole))) continue;
    const trace = statements.slice(0, 4).map((what): Step => ({ span: what.span, note: what.name }));
    yield { statements, at: moment.span, trace, confidence: statements.reduce<Confidence>((sure, what) => weakest(sure, what.confidence), "high"), perItem };
  }
}

/** Statements on handles that are one connection, by handle. */
function statementsByHandle(timeline: Timeline, found = new Map<string, Occurrence[]>()): Map<string, Occurrence[]> {
  for (const moment of timeline) {
    if (moment.kind === "happens" && moment.what.effect.kind === "query" && moment.what.handle && moment.what.handle.is !== "root") {
      const key = moment.what.handle.scope ?? moment.what.handle.origin;
      found.set(key, [...(found.get(key) ?? []), moment.what]);
    }
    // A transaction of an item's own is its own connection.
    const apart = moment.kind === "deferred" || moment.kind === "scope" || (moment.kind === "call" && moment.settling === "floating");
    if (!apart) for (const part of partsOf(moment)) statementsByHandle(part, found);
  }
  return found;
}
