/** Loops outside any transaction each round of which commits by itself: a transaction, or a write that commits at once, per item. */
import type { Analysis } from "../analyze.ts";
import type { Confidence, Moment, Occurrence, Run, Timeline } from "../facts.ts";
import { weakest } from "../models/catalog.ts";
import { lifetimeOf } from "../passes/lifetimes.ts";
import type { FunctionId } from "../ir/nodes.ts";
import { partsOf } from "../passes/digest.ts";
import { functionsIn } from "../passes/reachable-functions.ts";
import type { Step } from "../rule.ts";
import type { Span } from "../source.ts";

export type PerItem = Readonly<{ write: Occurrence | null; transaction: boolean; at: Span; trace: readonly Step[]; confidence: Confidence }>;

type Loop = Extract<Moment, { kind: "loop" }>;

export function* perItemCommits(analysis: Analysis): Iterable<PerItem> {
  const shared = onTransactions(analysis);
  const within = insideAmbient(analysis);
  for (const run of analysis.runs) {
    const loops = [...loopsIn(run.timeline)];
    if (loops.length === 0 || within.has(run.fn) || isRunOnce(analysis, run)) continue;
    for (const loop of loops) yield* perItem(loop, shared);
  }
}

const isRunOnce = (analysis: Analysis, run: Run): boolean => ["start-up", "import"].includes(lifetimeOf(analysis.engine, run.fn));

/** The innermost loops over items of the function's own text that are in no transaction of its own. */
function* loopsIn(timeline: Timeline): Iterable<Loop> {
  for (const moment of timeline) {
    if (moment.kind === "call" || moment.kind === "scope") continue;
    const inner = partsOf(moment).flatMap((part) => [...loopsIn(part)]);
    if (inner.length > 0) yield* inner;
    else if (moment.kind === "loop" && moment.each && !moment.bounded && !moment.chunks) yield moment;
  }
}

/** Statements that are seen to run on a transaction too: their function is one that takes either. */
function onTransactions(analysis: Analysis): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (timeline: Timeline): void => {
    for (const moment of timeline) {
      if (moment.kind === "happens" && moment.what.effect.kind === "query" && moment.what.handle?.is === "transaction") found.add(placeOf(moment.what.span));
      if (moment.kind !== "call") for (const part of partsOf(moment)) collect(part);
    }
  };
  for (const run of analysis.runs) collect(run.timeline);
  return found;
}

/** Functions that run in a transaction which no handle has to be given: their rounds are one unit there. */
function insideAmbient(analysis: Analysis): ReadonlySet<FunctionId> {
  const found = new Set<FunctionId>();
  const look = (timeline: Timeline): void => {
    for (const moment of timeline) {
      if (moment.kind === "scope" && moment.scope.ambient && moment.scope.opens === "transaction") for (const fn of functionsIn(moment.body)) found.add(fn);
      else if (moment.kind !== "call") for (const part of partsOf(moment)) look(part);
    }
  };
  for (const run of analysis.runs) look(run.timeline);
  return found;
}

const placeOf = ({ file, start }: Span): string => `${file}:${start}`;

const HANDED_OVER = "runs the function that is handed over";
const DEEPEST = 4;

/** What a round does, and whether it may have to be on its own: it waits for something else, or answers its own failure. */
type Round = { writes: Occurrence[]; opens: Span | null; apart: boolean; calls: Step[]; begun: Occurrence | null };

function* perItem(loop: Loop, shared: ReadonlySet<string>): Iterable<PerItem> {
  const round: Round = { writes: [], opens: null, apart: false, calls: [], begun: null };
  lookInto(loop.body, round, 0, []);
  if (round.apart || round.begun || (round.writes.length === 0 && !round.opens) || round.writes.some((one) => shared.has(placeOf(one.span)))) return;
  const [write = null] = round.writes;
  const last: Step[] = round.opens ? [{ span: round.opens, note: "opens a transaction" }] : write ? [{ span: write.span, note: write.name }] : [];
  // Far from the loop, a round is likely to do more than one statement could.
  const near = round.calls.filter((step) => step.note !== HANDED_OVER).length < 2;
  const confidence: Confidence = round.writes.reduce<Confidence>((sure, one) => weakest(sure, one.confidence), near ? "medium" : "low");
  yield { write, transaction: round.opens !== null, at: loop.span, trace: [{ span: loop.span, note: "for every item" }, ...round.calls, ...last], confidence };
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
      round.apart ||= moment.handlers.some(({ exits }) => exits.on || exits.returns);
      for (const part of partsOf(moment)) lookInto(part, round, depth, calls);
      return;
    case "call":
      if (depth >= DEEPEST) return;
      return lookInto(moment.body, round, depth + 1, [...calls, { span: moment.span, note: moment.through === "callback" ? HANDED_OVER : `calls ${moment.name}` }]);
    case "deferred":
      return;
    default:
      for (const part of partsOf(moment)) lookInto(part, round, depth, calls);
  }
}

function lookAt({ effect, handle, ...rest }: Occurrence, round: Round, calls: readonly Step[]): void {
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
  else if (handle?.is === "root" && round.opens === null) note(round, calls, () => round.writes.push({ effect, handle, ...rest }));
  // A connection that begins by itself, and may be committed in the same round.
  else if (handle?.is === "connection" && handle.begins && round.opens === null) round.begun ??= { effect, handle, ...rest };
  // On somebody else's transaction, or on what may be one, the rounds are one unit already.
  else if (round.opens === null) round.apart = true;
}

const WRITES: ReadonlySet<string> = new Set(["insert", "update", "delete", "upsert"]);

function note(round: Round, calls: readonly Step[], add: () => unknown): void {
  if (round.writes.length === 0 && round.opens === null) round.calls = [...calls];
  add();
}
