/** Statements of a transaction for which nothing waits: they may run after it has ended, or not at all. */
import type { Analysis } from "../analyze.ts";
import type { Confidence, Moment, Occurrence, Scope, Timeline } from "../facts.ts";
import { awaitCall } from "../fixes/await-call.ts";
import { partsOf } from "../passes/timelines/moments.ts";
import { sameHandle } from "../passes/timelines/open-scopes.ts";
import { walkOpen, type Visit } from "../passes/timelines/walk-open.ts";
import type { Edit, Step } from "../rule.ts";
import { isOnOneConnection } from "./one-connection.ts";
import { beginTogether, placeOf, type Span } from "../source.ts";
import { openingStep } from "../steps.ts";

export type Floating = Readonly<{ what: Occurrence; at: Span; trace: readonly Step[]; confidence: Confidence; fix: readonly Edit[] | null }>;

export function floatingStatements(analysis: Analysis): readonly Floating[] {
  const found: Floating[] = [];
  const blocking = new Set<string>();
  for (const run of analysis.runs) {
    walkOpen(run.timeline, (visit) => {
      if (visit.what.kind === "happens" && visit.what.what.sync) blocking.add(placeOf(visit.what.what.span));
      const what = floatingIn(visit, run.timeline);
      if (what) found.push(floating(analysis, visit, what));
    });
  }
  // What may run on one of several drivers, and blocks on one of them, is written for that one.
  return found.filter(({ what }) => !blocking.has(placeOf(what.span)));
}

function floatingIn({ what: moment, open, hops }: Visit, whole: Timeline): Occurrence | null {
  // What such a call has begun itself is its own.
  const scopes = open.filter((one) => moment.kind !== "call" || !beginTogether(one.hops[hops.length]?.span, moment.span)).map((one) => one.scope);
  if (moment.kind === "happens") {
    const { what } = moment;
    return what.settling === "floating" && (ends(what) || counts(what, scopes) || isOnTransaction(what, whole)) ? what : null;
  }
  if (moment.kind !== "call" || moment.settling !== "floating") return null;
  return statementIn(moment.body, scopes);
}

/** The first statement of an open transaction that a call brings, or what would end it. */
function statementIn(timeline: Timeline, scopes: readonly Scope[]): Occurrence | null {
  for (const moment of timeline) {
    if (moment.kind === "happens" && (counts(moment.what, scopes) || (ends(moment.what) && isOpen(moment.what, scopes)))) return moment.what;
    const inner = moment.kind === "deferred" ? null : partsOf(moment).map((part) => statementIn(part, outerOf(moment, scopes))).find((one) => one !== null);
    if (inner) return inner;
  }
  return null;
}

/** What a block has opened itself is its own, though it be opened where the other was. */
const outerOf = (moment: Moment, scopes: readonly Scope[]): readonly Scope[] =>
  moment.kind === "scope" ? scopes.filter((scope) => !sameHandle(scope.handle, moment.scope.handle)) : scopes;

const counts = (what: Occurrence, scopes: readonly Scope[]): boolean => what.effect.kind === "query" && !what.sync && isOpen(what, scopes);

const isOpen = ({ handle }: Occurrence, scopes: readonly Scope[]): boolean =>
  scopes.some((scope) => scope.opens === "transaction" && sameHandle(handle, scope.handle));

const ends = ({ effect, sync }: Occurrence): boolean => effect.kind === "control" && !sync && (effect.step === "commit" || effect.step === "rollback");

const isOnTransaction = (what: Occurrence, whole: Timeline): boolean =>
  what.effect.kind === "query" && what.handle?.is === "transaction" && isOnOneConnection(what, whole);

function floating(analysis: Analysis, { what: moment, open, confidence }: Visit, what: Occurrence): Floating {
  const opening = open.at(-1)?.scope;
  const opened: Step[] = opening ? [openingStep(opening)] : [];
  const at = moment.kind === "call" ? moment.span : what.span;
  const called: Step[] = at === what.span ? [] : [{ span: at, note: "started here, not waited for" }];
  // What is handed a function that nobody awaits is itself no promise: `items.forEach(async …)`.
  const fix = moment.kind === "call" && moment.through === "callback" ? null : awaitCall(analysis, at);
  return {
    what: moment.kind === "call" && moment.idle ? { ...what, idle: true } : what,
    at,
    fix,
    trace: [...opened, ...called, { span: what.span, note: what.name }],
    confidence: what.confidence === "high" ? confidence : what.confidence,
  };
}

