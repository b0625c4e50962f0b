/** What runs beside the transaction that is open: on the root client, or in a second transaction that takes another connection. */
import type { Analysis } from "../analyze.ts";
import type { Occurrence, Run, Scope, Timeline } from "../facts.ts";
import { weakest } from "../models/catalog.ts";
import { isMadeIn } from "../passes/timelines/autobegin.ts";
import { partsOf } from "../passes/timelines/moments.ts";
import { sameHandle, type Hop, type Open } from "../passes/timelines/open-scopes.ts";
import { walkOpen, type Visit } from "../passes/timelines/walk-open.ts";
import { beginTogether, isInside } from "../source.ts";
import { isOfTypeAlone, type Handle } from "../values/value.ts";
import { during, isHeldHere, type During } from "../selectors.ts";
import { clientOf, sameDatabase } from "./known-clients.ts";

export type Outside = Readonly<{ during: During; second: boolean }>;

type Found = Readonly<{ way: string; outside: readonly Outside[] }>;

/** A connection that a function takes is taken anew by its next call, and is that call's until it gives it back: `in` is what was open before. */
type Retaken = Readonly<{ in: Scope; hops: readonly Hop[]; found: Found[] }>;

function takenAgain({ what, open, hops }: Visit): readonly Retaken[] {
  if (what.kind !== "call" || what.settling === "floating" || !what.extent) return [];
  const { extent } = what;
  return open.flatMap(({ scope, hops: opening }) =>
    scope.opens === "transaction" &&
    scope.handle?.is === "connection" &&
    hops.length >= opening.length &&
    isMadeIn(scope.handle, extent) &&
    isTaken(what.body, scope.handle)
      ? [{ in: scope, hops, found: [] }]
      : [],
  );
}

/** On every way: what is taken only where none is at hand may be the one at hand. */
const isTaken = (timeline: Timeline, handle: Handle): boolean =>
  timeline.some((moment) => {
    if (moment.kind === "happens") return moment.what.effect.kind === "acquire" && moment.what.handle?.origin === handle.origin;
    if (moment.kind === "branch") return moment.arms.every(({ body }) => isTaken(body, handle));
    return moment.kind === "scope" && moment.scope.handle?.origin === handle.origin || partsOf(moment).some((body) => isTaken(body, handle));
  });

const isWithin = ({ in: { handle: taken }, hops: inner }: Retaken, { hops }: Visit, handle: Handle | null): boolean =>
  handle?.is === "connection" && handle.origin === taken?.origin && inner.every((hop, i) => beginTogether(hop.span, hops[i]?.span));

/** What ran between. A connection that is kept for the next call is one and the same. */
function givenBack(retaken: Retaken[], visit: Visit): readonly Found[] {
  const { what: moment } = visit;
  if (moment.kind !== "happens" || moment.what.effect.kind !== "release") return [];
  const at = retaken.findLastIndex((one) => isWithin(one, visit, moment.what.handle));
  return at < 0 ? [] : retaken.splice(at, 1).flatMap(({ found }) => found);
}

export function* outsideTransactions(analysis: Analysis): Iterable<Outside> {
  for (const run of analysis.runs) {
    const found: Found[] = [];
    const inside = new Set<string>();
    const perhaps = new Set<string>();
    const retaken: Retaken[] = [];
    const noted = new Set<string>();
    const onlyLocks = new Map<Scope, boolean>();
    walkOpen(run.timeline, (visit) => {
      retaken.push(...takenAgain(visit));
      found.push(...givenBack(retaken, visit));
      const sent = sentBy(visit, noted);
      const what = sent ?? startedBy(visit);
      if (!what || what.settling === "floating") return;
      const again = retaken.find((one) => isWithin(one, visit, what.handle));
      if (again) return void again.found.push({ way: wayTo(visit, what), outside: besides(analysis, run, visit, what, again.in) });
      noteLocks(onlyLocks, visit, what);
      if (!sent && runsInside(visit, what)) return void inside.add(wayTo(visit, what));
      if (what.handle === null || what.handle.is === "unknown") perhaps.add(wayTo(visit, what));
      found.push({ way: wayTo(visit, what), outside: besides(analysis, run, visit, what) });
    });
    // A value that is one of several handles may be the transaction's there.
    for (const { way, outside } of found) if (!inside.has(way)) yield* outside.flatMap((one) => (perhaps.has(way) ? lessSure(one) : [meant(onlyLocks, one)]));
  }
}

const unsure = (one: Outside): Outside => ({ ...one, during: { ...one.during, confidence: "low" } });

/** One of the handles cannot be told: a session that is made only where none is given is taken to have been given. */
const lessSure = (one: Outside): readonly Outside[] => (one.during.what.handle?.is === "connection" ? [] : [unsure(one)]);

/** A transaction of nothing but a lock keeps others out while the work is done elsewhere. */
const meant = (onlyLocks: ReadonlyMap<Scope, boolean>, one: Outside): Outside => (onlyLocks.get(one.during.scope) === true ? unsure(one) : one);

function noteLocks(onlyLocks: Map<Scope, boolean>, { open }: Visit, { effect, handle }: Occurrence): void {
  if (effect.kind !== "query") return;
  const own = open.filter(({ scope }) => sameHandle(handle, scope.handle));
  for (const { scope } of own) onlyLocks.set(scope, onlyLocks.get(scope) !== false && effect.query.locks === "advisory");
}

/** The calls that lead to a statement, and its place. */
const wayTo = ({ hops }: Visit, { span }: Occurrence): string => [...hops.map((hop) => hop.span), span].map(({ file, start }) => `${file}:${start}`).join(" ");

/** A statement, or the opening of a transaction that is not part of another. */
function startedBy({ what: moment }: Visit): Occurrence | null {
  if (moment.kind === "happens") return moment.what.effect.kind === "query" || isBegin(moment.what) ? moment.what : null;
  if (moment.kind !== "scope" || moment.scope.opens !== "transaction" || moment.scope.nests || moment.scope.ambient) return null;
  const { name, handle, span, confidence, library } = moment.scope;
  return { effect: { kind: "control", step: "begin" }, name, handle, span, settling: "awaited", confidence, sync: false, library };
}

/** What a session has only noted down takes a connection when it is sent. */
function sentBy({ what: moment, open }: Visit, noted: Set<string>): Occurrence | null {
  if (moment.kind !== "happens" || moment.what.handle?.is !== "connection") return null;
  const { effect, handle: { origin } } = moment.what;
  const isFirst = effect.kind === "query" && effect.query.staged && !open.some(({ scope }) => isBegunOn(scope, moment.what.handle));
  if (isFirst) noted.add(origin);
  if (isFirst || !noted.delete(origin) || effect.kind !== "control") return null;
  return effect.step === "flush" || effect.step === "commit" ? moment.what : null;
}

const isBegin = ({ effect }: Occurrence): boolean => effect.kind === "control" && effect.step === "begin";

/** A block that only takes a connection is no transaction yet. */
const isBegunOn = (scope: Scope, handle: Handle | null): boolean => scope.opens !== "connection" && sameHandle(handle, scope.handle);

const runsInside = ({ open }: Visit, { handle }: Occurrence): boolean =>
  !isBlockAnew(open, handle) && open.some(({ scope }) => isBegunOn(scope, handle) || scope.ambient || (handle !== null && isSomeTransaction(handle)));

/** A block takes a connection where one taken in the same place is in its transaction. */
const isBlockAnew = (open: readonly Open[], handle: Handle | null): boolean =>
  handle?.is === "connection" && open.filter(({ scope }) => scope.opens === "connection" && scope.handle?.origin === handle.origin).length > 1;

/** Somebody's transaction, of which only the type is known, may be the one that is open. */
const isSomeTransaction = (handle: Handle): boolean => handle.is === "transaction" && handle.scope === null && isOfTypeAlone(handle);

/** The next attempt at opening the one that is open. */
const isSamePlace = ({ span }: Scope, what: Occurrence): boolean => beginTogether(span, what.span);

/** Another one of the same pool. Locks that are no rows are taken on a connection of their own on purpose. */
function isOtherConnection({ handle: held }: Scope, { handle, effect }: Occurrence, { open }: Visit): boolean {
  if (handle?.is !== "connection" || held === null || held.is === "root" || held.is === "unknown" || handle.from !== clientOf(held)) return false;
  if (effect.kind === "query" && (effect.query.verb === "unknown" || effect.query.locks === "advisory")) return false;
  return handle.origin !== held.origin || isBlockAnew(open, handle);
}

/** `ctx.db`, on which the function opened the transaction itself: who hung it there is not known for sure, but it is not the transaction. */
const isOpener = (scope: Scope, { handle, span }: Occurrence): boolean =>
  handle?.is === "unknown" && scope.handle !== null && handle.origin === clientOf(scope.handle) && isInside(span, scope.span);

/** `outer`: the transaction that is known to be on another connection, though it was taken in the same place. */
function besides(analysis: Analysis, run: Run, visit: Visit, what: Occurrence, outer: Scope | null = null): readonly Outside[] {
  const second = isBegin(what);
  // Tables made where they are missing are no part of anybody's unit of work, and what is only noted down runs on no connection.
  if (what.effect.kind === "query" && (what.effect.query.verb === "ddl" || what.effect.query.staged)) return [];
  return visit.open.flatMap((open: Open): readonly Outside[] => {
    const { scope } = open;
    if (scope.opens !== "transaction" || scope.sync || !isHeldHere(open, visit) || (second && isSamePlace(scope, what))) return [];
    if (!second && what.handle?.is !== "root" && !isOpener(scope, what) && outer !== scope && !isOtherConnection(scope, what, visit)) return [];
    const same = sameDatabase(analysis, scope, what);
    if (same === null) return [];
    const one = during(analysis, run, visit, what, open);
    return [{ during: { ...one, confidence: weakest(one.confidence, what.handle?.perhaps ? "low" : same) }, second }];
  });
}
