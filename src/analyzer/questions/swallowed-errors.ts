/** Statements of a transaction whose error is caught inside it, without a savepoint, and the transaction goes on. */
import type { Analysis } from "../analyze.ts";
import type { Confidence, Control, Handle, Occurrence, Run, Timeline, TimelineHandler } from "../facts.ts";
import type { IrNode, ValueId } from "../ir/nodes.ts";
import { weakest } from "../models/catalog.ts";
import { partsOf } from "../passes/timelines/moments.ts";
import { callAt } from "../passes/program/engine.ts";
import { usesAt } from "../passes/program/uses.ts";
import { runsIn, sameHandle, type Open } from "../passes/timelines/open-scopes.ts";
import { walkOpen, type GuardFrame, type Visit } from "../passes/timelines/walk-open.ts";
import { engineBehind } from "./known-clients.ts";
import type { Step } from "../rule.ts";
import { answersViolation, isHeldHere, isLazy, sentStatement } from "../selectors.ts";
import { isInside, type Span } from "../source.ts";
import { callStep, openingStep } from "../steps.ts";

export type Swallowed = Readonly<{
  /** A lookup failed, and nothing had been written. */
  idle: boolean; handler: TimelineHandler; what: Occurrence; next: Occurrence | null; at: Span; trace: readonly Step[]; confidence: Confidence;
}>;

/** A guard round statements of an open transaction, and what the transaction did before and does after it. */
type Caught = {
  readonly open: Open; readonly guard: GuardFrame; readonly visit: Visit; readonly what: Occurrence; readonly wrote: boolean; readonly repeats: boolean;
  next: Occurrence | null;
  /** A statement's error may come as another: a handler inside raises it anew. */
  raisedAnew: boolean;
  /** What comes first behind it, on any path: `if (failed.length > 0) rollback(); else commit()`. */
  ends: "commit" | "rollback" | null;
};

export function* swallowedErrors(analysis: Analysis): Iterable<Swallowed> {
  for (const run of analysis.runs) yield* swallowedIn(analysis, run);
}

function* swallowedIn(analysis: Analysis, run: Run): Iterable<Swallowed> {
  const caught: Caught[] = [];
  walkOpen(run.timeline, (visit) => {
    if (visit.what.kind !== "happens") return;
    const { what } = visit.what;
    if (what.effect.kind === "control" && !visit.answering) noteEnd(caught, visit, what, what.effect.step);
    if (what.settling === "floating") return;
    if (what.effect.kind === "query")
      for (const one of caught) if (!one.next && !visit.guards.includes(one.guard) && goesOnIn(one.open, visit, what)) one.next = what;
    const open = visit.open.findLast(({ scope }) => scope.opens === "transaction" && runsIn(what, scope));
    const sent = open && isHeldHere(open, visit) ? sentStatement({ what, held: open.held }) : null;
    if (open && sent && !isHarmless(analysis, sent)) caught.push(...guardsOf(analysis, open, visit, sent, caught));
  });
  for (const one of caught) {
    const ends = (handler: TimelineHandler): boolean =>
      one.ends !== "rollback" && knows(analysis, one, handler) && goesOn(one, handler) && !isHeeded(analysis, one, handler);
    for (const handler of reached(analysis, one.guard.handlers).filter(ends)) yield swallowed(analysis, one, handler);
  }
}

/** What a handler takes, those behind it never see. */
function reached({ engine: { catalog } }: Analysis, handlers: readonly TimelineHandler[]): readonly TimelineHandler[] {
  const last = handlers.findIndex(({ types }) => types.length === 0 || types.some(({ name, own }) => !own && catalog.everyError.has(name)));
  return last < 0 ? handlers : handlers.slice(0, last + 1);
}

/** Finding no row is an error of the library: the database knows of none. In SQLite a statement that fails leaves the transaction as it was. */
const isHarmless = (analysis: Analysis, { effect, handle }: Occurrence): boolean =>
  effect.kind === "query" && (effect.query.gives === "found" || (effect.query.verb === "select" && handle !== null && engineBehind(analysis, handle) === "sqlite"));

/** Another transaction on the same handle is another matter. */
const goesOnIn = ({ scope }: Open, { open }: Visit, what: Occurrence): boolean =>
  runsIn(what, scope) && open.some((one) => one.scope === scope);

function noteEnd(caught: readonly Caught[], { guards }: Visit, what: Occurrence, step: Control): void {
  if (step !== "commit" && step !== "rollback") return;
  for (const one of caught) if (!guards.includes(one.guard) && sameHandle(what.handle, one.open.scope.handle)) one.ends ??= step;
}

/** A statement's error can be among those that it catches. */
const knows = ({ engine: { catalog } }: Analysis, { raisedAnew }: Pick<Caught, "raisedAnew">, { types }: TimelineHandler): boolean =>
  types.length === 0 || types.some(({ name, own }) => (own ? raisedAnew : !catalog.unrelated.has(name)));

/** The guards inside the transaction that no savepoint separates from the statement. */
function guardsOf(analysis: Analysis, open: Open, visit: Visit, what: Occurrence, known: readonly Caught[]): Caught[] {
  const inner = visit.open.slice(visit.open.indexOf(open) + 1);
  return visit.guards.slice(open.guards).flatMap((guard, index): Caught[] => {
    if (inner.some((one) => one.guards > open.guards + index)) return [];
    const within = visit.guards.slice(open.guards + index + 1).flatMap(({ handlers }) => handlers);
    const raisedAnew = within.some((one) => one.exits.throws && !one.passesOn && knows(analysis, { raisedAnew: false }, one));
    const before = known.find((one) => one.guard === guard && one.open.scope === open.scope);
    if (before) before.raisedAnew ||= raisedAnew;
    if (before) return [];
    const repeats = visit.loops.slice(open.loops).some((loop) => loop.hops.length <= guard.hops.length && isRound(loop.span, guard));
    return [{ open, guard, visit, what, wrote: open.held.some(writes), repeats, next: null, raisedAnew, ends: null }];
  });
}

const isRound = (loop: Span, guard: GuardFrame): boolean =>
  guard.handlers.every(({ span }) => loop.file !== span.file || isInside(span, loop));

const writes = ({ effect }: Occurrence): boolean => effect.kind === "query" && ["insert", "update", "delete", "upsert"].includes(effect.query.verb);

/** The error ends in the handler, and more of the transaction follows or is committed. */
function goesOn({ open, guard, next, wrote, repeats }: Caught, handler: TimelineHandler): boolean {
  const { on, returns } = handler.exits;
  if ((!on && !returns) || rollsBack(handler.body, open.scope.handle)) return false;
  // A return from the transaction's own function ends it: only what was written before is committed then. One from a helper does not.
  const ends = !on && guard.hops.slice(open.hops.length).every(({ through }) => through === "callback");
  return ends ? wrote : next !== null || wrote || repeats;
}

/** Whoever undoes the transaction, or goes back to a savepoint, has answered the error. */
const rollsBack = (body: Timeline, handle: Handle | null): boolean =>
  body.some((moment) =>
    moment.kind === "happens" ? undoes(moment.what, handle) : moment.kind !== "deferred" && partsOf(moment).some((part) => rollsBack(part, handle)),
  );

const undoes = ({ effect, handle }: Occurrence, open: Handle | null): boolean =>
  effect.kind === "control" && (effect.step === "rollback" || effect.step === "release-savepoint") && sameHandle(handle, open);

/** The function answers with the error, and who called it, inside the transaction, does something with the answer. */
function isHeeded(analysis: Analysis, { open, guard }: Caught, handler: TimelineHandler): boolean {
  const call = guard.hops.slice(open.hops.length + 1).at(-1);
  if (!call || !handler.tells || handler.exits.on) return false;
  const made = callAt(analysis.engine, call.span)?.node.into;
  const users = (value: ValueId): readonly IrNode[] => usesAt(analysis.engine, call.span.file, value);
  return made !== undefined && users(made).some((use) => use.kind !== "await" || users(use.into).length > 0);
}

/** Who passes some errors on means certain ones: the database's, or what the program raises before it asks the database. */
const surenessOfSome = (analysis: Analysis, handler: TimelineHandler): Confidence =>
  answersViolation(analysis, [handler]) || handler.words.some((word) => analysis.engine.catalog.retryable.has(word)) ? "medium" : "low";

function swallowed(analysis: Analysis, { open, guard, visit, what, repeats, ...one }: Caught, handler: TimelineHandler): Swallowed {
  const next = one.next ?? (repeats ? what : null);
  const hops = guard.hops.slice(open.hops.length);
  const after: Step[] = next ? [{ span: next.span, note: `goes on with ${next.name}` }] : [];
  const trace = [
    openingStep(open.scope),
    ...hops.map(callStep),
    { span: what.span, note: what.name },
    { span: handler.span, note: "its error ends here" },
    ...after,
  ];
  // A lookup that fails before anything is written leaves nothing half done.
  const idle = !one.wrote && !writes(what);
  const sure = idle && isLazy(open.scope) ? "low" : handler.exits.throws ? surenessOfSome(analysis, handler) : open.scope.confidence;
  const helper = guard.hops.at(-1);
  // A helper that swallows what it is given to run does so for all: the fault is to hand it this.
  const at = helper?.through === "name" && isInside(what.span, helper.span) ? helper.span : handler.span;
  return { idle, handler, what, next, at, trace, confidence: weakest(weakest(what.confidence, visit.confidence), sure) };
}
