/** Loops outside any transaction each round of which commits by itself: a transaction, or a write that commits at once, per item. */
import type { Analysis } from "../analyze.ts";
import type { Confidence, Moment, Occurrence, Run, Scope, Timeline } from "../facts.ts";
import { weakest } from "../models/catalog.ts";
import { lifetimeOf } from "../passes/fates/lifetimes.ts";
import type { FunctionId } from "../ir/nodes.ts";
import { leavesAtOnce, momentsOf, partsOf } from "../passes/timelines/moments.ts";
import { functionsIn } from "../passes/timelines/reachable-functions.ts";
import type { Step } from "../rule.ts";
import { placeOf, type Span } from "../source.ts";

export type PerItem = Readonly<{
  write: Occurrence | null; transaction: boolean; at: Span; trace: readonly Step[]; confidence: Confidence;
  /** All that a round does. */
  round: readonly Occurrence[];
}>;

type Loop = Extract<Moment, { kind: "loop" }>;

export function* perItemCommits(analysis: Analysis): Iterable<PerItem> {
  const rounds = analysis.runs.flatMap((run) => [...loopsIn(run.timeline)].map((loop) => ({ run, loop, round: roundOf(loop) })));
  // A function that takes either is seen to run these rounds on a transaction, too.
  const inTransactions = new Set(rounds.filter(({ round }) => round.inTransaction).map(({ loop }) => placeOf(loop.span)));
  for (const run of analysis.runs) for (const loop of loopsInScopes(run.timeline, false)) inTransactions.add(placeOf(loop.span));
  const within = insideTransactions(analysis, ({ ambient }) => ambient);
  const joining = rounds.some(({ round }) => joinsWhatIsOpen(round)) ? insideTransactions(analysis, () => true) : within;
  const either = onTransactions(analysis);
  for (const { run, loop, round } of rounds) {
    const isInside = (joinsWhatIsOpen(round) ? joining : within).has(run.fn);
    if (!inTransactions.has(placeOf(loop.span)) && !isInside && !isRunOnce(analysis, run)) yield* perItem(loop, round, either);
  }
}

const isRunOnce = (analysis: Analysis, run: Run): boolean => ["start-up", "import"].includes(lifetimeOf(analysis.engine, run.fn));

/** The innermost loops over items of the function's own text that are in no transaction of its own. */
function* loopsIn(timeline: Timeline): Iterable<Loop> {
  for (const moment of timeline) {
    // Where each may fail by itself, each is meant to be on its own.
    if (moment.kind === "call" || moment.kind === "scope" || (moment.kind === "concurrent" && moment.apart)) continue;
    const inner = partsOf(moment).flatMap((part) => [...loopsIn(part)]);
    if (inner.length > 0) yield* inner;
    else if (moment.kind === "loop" && moment.each && !moment.bounded && !moment.chunks) yield moment;
  }
}

/** Statements that are seen to run on a transaction too, or said to: their function is one that takes either. */
function onTransactions(analysis: Analysis): ReadonlySet<string> {
  const found = new Set<string>();
  for (const moment of momentsOf(analysis.runs)) {
    if (moment.kind === "happens" && moment.what.effect.kind === "query" && moment.what.handle?.is === "transaction") found.add(placeOf(moment.what.span));
  }
  return found;
}

/** Functions that run in such a transaction: where no handle has to be given for it, their rounds are one unit there. */
function insideTransactions(analysis: Analysis, which: (scope: Scope) => boolean): ReadonlySet<FunctionId> {
  const found = new Set<FunctionId>();
  for (const moment of momentsOf(analysis.runs)) {
    if (moment.kind === "scope" && moment.scope.opens === "transaction" && which(moment.scope)) for (const fn of functionsIn(moment.body)) found.add(fn);
  }
  return found;
}

/** All that it writes runs in the transaction that is open, if there is one. */
const joinsWhatIsOpen = ({ writes }: Round): boolean => writes.length > 0 && writes.every(({ handle }) => handle?.joins);

/** The loops of a transaction's body, whatever they write on. */
function* loopsInScopes(timeline: Timeline, inside: boolean): Iterable<Loop> {
  for (const moment of timeline) {
    if (moment.kind === "call" && moment.through === "name") continue;
    if (moment.kind === "loop" && inside) yield moment;
    const opens = moment.kind === "scope" && moment.scope.opens === "transaction";
    for (const part of partsOf(moment)) yield* loopsInScopes(part, inside || opens);
  }
}

const HANDED_OVER = "runs the function that is handed over";
const DEEPEST = 4;

/** What a round does, and whether it may have to be on its own: it waits for something else, or answers its own failure. */
type Round = {
  readonly all: Occurrence[];
  writes: Occurrence[]; opens: Span | null; apart: boolean; calls: Step[]; begun: Occurrence | null;
  /** It writes on a transaction that is seen to be open, and where its code says that it may be given one. */
  inTransaction: boolean;
  readonly mayBeInside: Set<string>;
  /** Some of it fails without the others. */
  answered: boolean;
};

function roundOf(loop: Loop): Round {
  const round: Round = {
    all: [], writes: [], opens: null, apart: false, calls: [], begun: null, inTransaction: false, mayBeInside: new Set(), answered: false,
  };
  lookInto(loop.body, round, 0, []);
  return round;
}

function* perItem(loop: Loop, round: Round, either: ReadonlySet<string>): Iterable<PerItem> {
  const [write = null] = round.writes;
  const unsure = round.writes.some(({ span }) => either.has(placeOf(span)));
  if (round.apart || round.begun || (!write && !round.opens) || !isOutside(loop, round, unsure)) return;
  const last: Step[] = round.opens ? [{ span: round.opens, note: "opens a transaction" }] : write ? [{ span: write.span, note: write.name }] : [];
  const trace = [{ span: loop.span, note: "for every item" }, ...round.calls, ...last];
  yield { write, transaction: round.opens !== null, at: loop.span, trace, confidence: surenessOf(round, unsure), round: round.all };
}

/** What may be given a transaction is told to be without one only where loop and statement were written together. */
function isOutside(loop: Loop, { writes, mayBeInside }: Round, unsure: boolean): boolean {
  const outside = new Set(writes.map(({ span }) => placeOf(span)));
  return [...mayBeInside].every((place) => outside.has(place)) && (!unsure || writes.every(({ span }) => span.file === loop.span.file));
}

function surenessOf({ writes, calls, answered }: Round, unsure: boolean): Confidence {
  // Far from the loop, a round is likely to do more than one statement could.
  const near = calls.filter((step) => step.note !== HANDED_OVER).length < 2;
  return writes.reduce<Confidence>((sure, one) => weakest(sure, one.confidence), near && !answered && !unsure ? "medium" : "low");
}

function lookInto(timeline: Timeline, round: Round, depth: number, calls: readonly Step[]): void {
  for (const moment of timeline) look(moment, round, depth, calls);
}

function look(moment: Moment, round: Round, depth: number, calls: readonly Step[]): void {
  switch (moment.kind) {
    case "happens":
      return lookAt(moment.what, round, calls);
    case "scope":
      if (moment.scope.opens === "transaction") note(round, calls, () => (round.opens ??= moment.scope.span));
      return lookInto(moment.body, round, depth, calls);
    case "guarded":
      return lookIntoGuarded(moment, round, depth, calls);
    case "call":
      if (depth >= DEEPEST) return;
      return lookInto(moment.body, round, depth + 1, [...calls, { span: moment.span, note: moment.through === "callback" ? HANDED_OVER : `calls ${moment.name}` }]);
    case "deferred":
      return;
    case "branch":
      // What leaves the loop is done for one item.
      for (const { body } of moment.arms) if (depth > 0 || !leavesAtOnce(body)) lookInto(body, round, depth, calls);
      return;
    default:
      for (const part of partsOf(moment)) lookInto(part, round, depth, calls);
  }
}

/** What answers its own failure for every item is meant to be on its own; what stands beside it is not. */
function lookIntoGuarded(moment: Extract<Moment, { kind: "guarded" }>, round: Round, depth: number, calls: readonly Step[]): void {
  const answers = moment.handlers.some(({ exits }) => exits.on || exits.returns);
  const inner: Round = answers ? { ...round, writes: [], calls: [], mayBeInside: new Set() } : round;
  for (const part of partsOf(moment)) lookInto(part, inner, depth, calls);
  if (!answers) return;
  round.apart ||= inner.apart || inner.opens !== round.opens;
  round.inTransaction ||= inner.inTransaction;
  round.answered ||= inner.writes.length > 0;
}

function lookAt(what: Occurrence, round: Round, calls: readonly Step[]): void {
  const { effect, handle, ...rest } = what;
  round.all.push(what);
  if (effect.kind === "wait" || effect.kind === "enqueue") round.apart = true;
  if (effect.kind === "control" && effect.step === "begin") note(round, calls, () => (round.opens ??= rest.span));
  if (effect.kind === "control" && effect.step === "commit" && round.begun) {
    const { span } = round.begun;
    note(round, calls, () => (round.opens ??= span));
    round.begun = null;
  }
  // A round that begins with so many rows and no more is about a chunk.
  if (effect.kind === "query" && effect.query.limited && effect.query.gives === "rows") round.apart = true;
  if (effect.kind !== "query" || !WRITES.has(effect.query.verb)) return;
  if (effect.query.bulk || effect.query.limited) round.apart = true;
  else if (round.opens === null) lookAtWrite({ effect, handle, ...rest }, round, calls);
}

function lookAtWrite(what: Occurrence, round: Round, calls: readonly Step[]): void {
  const { effect, handle, span } = what;
  // What is noted down goes out with the next commit, which may be in the same round; so does what a connection begins by itself.
  if ((effect.kind === "query" && effect.query.staged && handle?.is === "root") || (handle?.is === "connection" && handle.begins)) round.begun ??= what;
  else if (handle?.is === "root") note(round, calls, () => round.writes.push(what));
  else if (handle?.is === "transaction" && handle.scope === null) round.mayBeInside.add(placeOf(span));
  // On somebody else's transaction, or on what may be one, the rounds are one unit already.
  else {
    round.apart = true;
    round.inTransaction ||= handle?.is === "transaction";
  }
}

const WRITES: ReadonlySet<string> = new Set(["insert", "update", "delete", "upsert"]);

function note(round: Round, calls: readonly Step[], add: () => unknown): void {
  if (round.writes.length === 0 && round.opens === null) round.calls = [...calls];
  add();
}
