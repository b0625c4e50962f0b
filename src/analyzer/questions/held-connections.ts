/** Connections that are kept while a request waits for something slow, with no transaction that would need them. */
import type { Analysis } from "../analyze.ts";
import type { Confidence, Occurrence, Run, Scope } from "../facts.ts";
import { weakest } from "../models/catalog.ts";
import { anywhere } from "../passes/timelines/moments.ts";
import { lifetimeOf } from "../passes/fates/lifetimes.ts";
import type { Hop } from "../passes/timelines/open-scopes.ts";
import { walkEverywhere, type Visit } from "../passes/timelines/walk-open.ts";
import type { Step } from "../rule.ts";
import { duringTransactions, isHeldHere, locate, type During } from "../selectors.ts";
import { isInside, type Span } from "../source.ts";
import { callStep } from "../steps.ts";

/** `session`: its first statement took the connection; ending its transaction gives it back. */
export type KeptConnection = Readonly<{ what: Occurrence; on: string; session: boolean; at: Span; trace: readonly Step[]; confidence: Confidence }>;

/** A connection that was taken, by a call or for the length of a block. */
type Taken = Readonly<{ span: Span; name: string; hops: readonly Hop[]; confidence: Confidence }>;

export function* keptConnections(analysis: Analysis): Iterable<KeptConnection> {
  const once = new Set(analysis.runs.filter((run) => ["start-up", "import"].includes(lifetimeOf(analysis.engine, run.fn))).map(({ span }) => placeOf(span)));
  for (const during of duringTransactions(analysis)) {
    if (isKeptBySession(during) && !once.has(holderOf(analysis, during) ?? "")) yield* bySession(during);
  }
  for (const run of analysis.runs) if (!once.has(placeOf(run.span)) && takes(run.timeline)) yield* byHand(analysis, run);
}

const placeOf = ({ file, start, end }: Span): string => `${file}:${start}-${end}`;

/** The function in whose text the wait is reached. */
function holderOf(analysis: Analysis, { at }: During): string | null {
  const around = analysis.runs.filter(({ span }) => isInside(at, span));
  const inner = around.sort((a, b) => b.span.start - a.span.start)[0];
  return inner ? placeOf(inner.span) : null;
}

const SLOW: ReadonlySet<string> = new Set(["http", "rpc", "mail", "storage", "llm", "process"]);

const slowWait = ({ effect, settling }: Occurrence): string | null => (effect.kind === "wait" && settling !== "floating" && SLOW.has(effect.on) ? effect.on : null);

/** What has only read holds no locks; what has written is another matter. A session that nobody made per request may be anybody's. */
const isKeptBySession = ({ what, scope, onlyReads }: During): boolean => slowWait(what) !== null && onlyReads && scope.handle?.from !== undefined;

function* bySession({ what, scope, at, trace }: During): Iterable<KeptConnection> {
  const took: Step = { span: scope.span, note: "this statement takes a connection" };
  yield { what, on: slowWait(what) ?? "", session: true, at, trace: [took, ...trace.slice(1)], confidence: cautious(weakest(what.confidence, scope.confidence)) };
}

const cautious = (confidence: Confidence): Confidence => (confidence === "high" ? "medium" : confidence);

const takes = anywhere((moment) =>
  (moment.kind === "happens" && moment.what.effect.kind === "acquire") || (moment.kind === "scope" && moment.scope.opens === "connection"));

function* byHand(analysis: Analysis, run: Run): Iterable<KeptConnection> {
  const held = new Map<string, Taken>();
  const found: KeptConnection[] = [];
  walkEverywhere(run.timeline, (visit) => {
    if (visit.what.kind === "scope") leaveToBlock(held, visit.what.scope);
    if (visit.what.kind !== "happens") return;
    const { what } = visit.what;
    if (what.effect.kind === "acquire") take(held, visit, what);
    // One that is given back somewhere is not known to be held.
    if (what.effect.kind === "release") giveBack(held, what);
    const on = slowWait(what);
    if (on === null || visit.open.some(({ scope }) => scope.opens === "transaction")) return;
    const kept = [...held.values(), ...blocksOf(visit)].find((one) => isApart(one.hops, visit.hops));
    if (kept) found.push(keptAt(analysis, run, visit, what, on, kept));
  });
  yield* found;
}

function take(held: Map<string, Taken>, { open, hops }: Visit, { handle, span, name, confidence }: Occurrence): void {
  if (handle && !open.some(({ scope }) => placeOf(scope.span) === placeOf(span))) held.set(handle.origin, { span, name, hops, confidence });
}

/** What a block takes, its end gives back. */
function leaveToBlock(held: Map<string, Taken>, { span }: Scope): void {
  for (const [origin, taken] of held) if (placeOf(taken.span) === placeOf(span)) held.delete(origin);
}

function giveBack(held: Map<string, Taken>, { handle }: Occurrence): void {
  if (!handle || handle.is === "unknown") held.clear();
  else held.delete(handle.origin);
}

const blocksOf = (visit: Visit): readonly Taken[] =>
  visit.open.flatMap((open): readonly Taken[] => {
    const { span, name, confidence } = open.scope;
    return isTaken(open.scope) && isHeldHere(open, visit) ? [{ span, name, hops: open.hops, confidence }] : [];
  });

/** A session takes its connection with its first statement only. */
const isTaken = ({ opens, handle }: Scope): boolean => opens === "connection" && handle !== null && handle.is === "connection" && handle.begins === undefined;

/** Taken and waited for inside one call, both are the callee's. */
function isApart([taken]: readonly Hop[], [now]: readonly Hop[]): boolean {
  return !taken || !now || taken.span.start !== now.span.start || taken.span.file !== now.span.file;
}

function keptAt(analysis: Analysis, run: Run, visit: Visit, what: Occurrence, on: string, taken: Taken): KeptConnection {
  const confidence = cautious(weakest(weakest(what.confidence, taken.confidence), visit.confidence));
  const trace = [{ span: taken.span, note: `${taken.name || "this"} takes a connection` }, ...visit.hops.map(callStep), { span: what.span, note: what.name }];
  return { what, on, session: false, at: locate(analysis, run, visit.hops, what.span), trace, confidence };
}
