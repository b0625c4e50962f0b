/** Transactions on a connection that several requests share: what one of them sends ends up in the other's transaction. */
import type { Analysis } from "../analyze.ts";
import { creationsIn, type Creation } from "../creations.ts";
import { spanOfMoment, type Confidence, type Handle, type Moment, type Occurrence, type Run, type Timeline } from "../facts.ts";
import type { FunctionId } from "../ir/nodes.ts";
import { callFrom } from "../passes/program/engine.ts";
import { momentsOf, partsOf } from "../passes/timelines/moments.ts";
import { lifetimeOf } from "../passes/fates/lifetimes.ts";
import { functionsIn } from "../passes/timelines/reachable-functions.ts";
import type { Step } from "../rule.ts";
import { beginTogether, type Span } from "../source.ts";

export type SharedTransaction = Readonly<{ name: string; connection: Occurrence; at: Span; trace: readonly Step[]; confidence: Confidence }>;

export function* transactionsOnSharedConnections(analysis: Analysis): Iterable<SharedTransaction> {
  const known = new Map<string, Occurrence | null>();
  const alone = functionsInLocks(analysis);
  for (const run of analysis.runs) {
    if (alone.has(run.fn)) continue;
    const opened = openedIn(run);
    if (opened.length === 0) continue;
    const lifetime = lifetimeOf(analysis.engine, run.fn);
    if (lifetime === "import" || lifetime === "start-up") continue;
    for (const { name, handle, span, confidence } of opened) {
      const connection = handle?.is === "unknown" || !handle ? null : sharedAt(analysis, handle.origin, known);
      if (!connection) continue;
      const trace: Step[] = [{ span: connection.span, note: `${connection.name}: one connection for all` }, { span, note: "begins a transaction on it" }];
      yield { name, connection, at: span, trace, confidence: connection.confidence === "high" && lifetime === "per-call" ? confidence : "medium" };
    }
  }
}

/** The creation that a handle comes from, wherever in the program it stands, if what it makes is shared. */
function sharedAt(analysis: Analysis, origin: string, known: Map<string, Occurrence | null>): Occurrence | null {
  const before = known.get(origin);
  if (before !== undefined) return before;
  const made = callFrom(analysis.engine, origin);
  const creation = made ? creationsIn(analysis, made.fn).find((one) => one.what.handle?.origin === origin && isShared(one)) : undefined;
  known.set(origin, creation?.what ?? null);
  return creation?.what ?? null;
}

/** One connection, not a pool, that outlives the request. A driver that blocks cannot be interrupted. */
function isShared({ effect, fate, lifetime, what }: Creation): boolean {
  if (effect.opens !== "connection" || what.sync || effect.engine === "mongodb") return false;
  return lifetime === "import" || fate === "module" || (lifetime === "start-up" && (fate === "elsewhere" || fate === "instance"));
}

/** Functions that a lock runs: one at a time. */
function functionsInLocks(analysis: Analysis): ReadonlySet<FunctionId> {
  const found = new Set<FunctionId>();
  for (const moment of momentsOf(analysis.runs)) {
    if (moment.kind === "scope" && isLock(moment)) for (const fn of functionsIn(moment.body)) found.add(fn);
  }
  return found;
}

const isLock = (moment: Moment): boolean => moment.kind === "scope" && moment.scope.opens === "lock";
const waitsForLock = ({ effect }: Occurrence): boolean => effect.kind === "wait" && effect.on === "lock";

type Opened = Readonly<{ name: string; handle: Handle | null; span: Span; confidence: Confidence }>;

/** BEGIN statements and transactions round a function, unless a lock keeps others out. */
function openedIn(run: Run): readonly Opened[] {
  const found: Opened[] = [];
  const look = (timeline: Timeline): void => {
    for (const moment of timeline) {
      if (moment.kind === "call" && moment.through === "name") continue;
      if (isLock(moment)) continue;
      // A lock that a function is run in is open for that function alone.
      if (
        moment.kind === "happens" &&
        waitsForLock(moment.what) &&
        !timeline.some((one) => isLock(one) && beginTogether(spanOfMoment(one), moment.what.span))
      )
        return;
      if (moment.kind === "happens" && moment.what.effect.kind === "control" && moment.what.effect.step === "begin" && !moment.what.sync) found.push(moment.what);
      if (moment.kind === "scope" && moment.scope.opens === "transaction" && !moment.scope.sync && !moment.scope.atomic) found.push(moment.scope);
      for (const part of partsOf(moment)) look(part);
    }
  };
  look(run.timeline);
  return found;
}
