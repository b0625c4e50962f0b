/** Loops that try again what failed for a lock, functions that do by calling themselves, and the pause between two attempts. */
import type { Analysis } from "../analyze.ts";
import type { Confidence, Moment, Run, Timeline, TimelineHandler } from "../facts.ts";
import type { Block, CallNode, Fact, FunctionId, IrNode, ValueId } from "../ir/nodes.ts";
import { walk } from "../ir/walk.ts";
import { delayShape, type DelayShape } from "../passes/fates/delay-shape.ts";
import { momentsIn, partsOf } from "../passes/timelines/moments.ts";
import { alternatives, callAt, definitionOf, fileOf, functionOf, literalOf } from "../passes/program/engine.ts";
import { evaluate } from "../passes/evaluate/evaluate.ts";
import { definitionsOf, firstDefinition } from "../passes/program/module-index.ts";
import { usesOf } from "../passes/program/uses.ts";
import type { Step } from "../rule.ts";
import { isInside, spanOf, type Span } from "../source.ts";
import type { Value } from "../values/value.ts";

/** `missing` is empty where there is no pause at all: then that is what is missing. */
export type Retry = Readonly<{ at: Span; pause: boolean; missing: readonly string[]; trace: readonly Step[]; confidence: Confidence }>;

type Loop = Extract<Moment, { kind: "loop" }>;
type Guarded = Extract<Moment, { kind: "guarded" }>;
type Call = Readonly<{ span: Span; fn: FunctionId }>;
type Pause = Readonly<{ span: Span; calls: readonly Call[] }>;

export function* weakRetries(analysis: Analysis): Iterable<Retry> {
  for (const run of analysis.runs) {
    for (const moment of momentsIn(run.timeline)) {
      if (moment.kind === "loop") yield* weakRetry(analysis, run, moment);
      if (moment.kind === "guarded") yield* weakRecursion(analysis, run, moment);
    }
  }
}

/** `catch (error) { …; return retry(work, left - 1); }` */
function* weakRecursion(analysis: Analysis, run: Run, { handlers }: Guarded): Iterable<Retry> {
  for (const handler of handlers) {
    const again = knowsLocks(analysis, handler) ? callOfItself(analysis, run, handler.span) : null;
    if (!again) continue;
    const at = spanOf(fileOf(run.fn), again);
    const between = withoutRounds(handler.body, run.fn);
    yield* judged(analysis, run, { handler, at, limited: countsDown(analysis, run, again), between, round: [{ span: at, fn: run.fn }] });
  }
}

function callOfItself({ engine }: Analysis, { fn }: Run, within: Span): CallNode | null {
  const place = { file: fileOf(fn), env: null };
  const calls = engine.program.module(place.file)?.calls ?? [];
  const isSelf = ({ node }: (typeof calls)[number]): boolean =>
    isInside(spanOf(place.file, node), within) && alternatives(evaluate(engine, place, node.callee)).some((one) => one.kind === "function" && one.fn === fn);
  return calls.find(isSelf)?.node ?? null;
}

/** `retry(work, left - 1)`: somewhere it is asked how many are left. */
const countsDown = ({ engine }: Analysis, { fn }: Run, { args }: CallNode): boolean =>
  args.some(({ value }) => {
    const definition = definitionOf(engine, fileOf(fn), value);
    return definition?.by === "node" && definition.node.kind === "compute" && ["+", "-"].includes(definition.node.operator ?? "");
  });

/** What the next attempt does is not between the two. */
const withoutRounds = (timeline: Timeline, fn: FunctionId): Timeline =>
  timeline.filter((moment) => moment.kind !== "recursion" && !(moment.kind === "call" && moment.fn === fn));

function* weakRetry(analysis: Analysis, run: Run, loop: Loop): Iterable<Retry> {
  const guarded = attemptIn(loop.body);
  const handler = guarded?.handlers.find((one) => one.exits.on && knowsLocks(analysis, one));
  const node = handler ? loopNode(analysis, run, loop.span) : null;
  if (!guarded || !handler || !node || passesOver(analysis, run, node)) return;
  const between: Timeline = [...handler.body, ...loop.body.filter((moment) => moment !== guarded)];
  yield* judged(analysis, run, { handler, at: loop.span, limited: node.over !== null || hasLimit(analysis, run, node.body), between, round: [] });
}

/** `between`: what happens from one attempt to the next. `round`: the call by which a function makes the next attempt itself. */
type Attempts = Readonly<{ handler: TimelineHandler; at: Span; limited: boolean; between: Timeline; round: readonly Call[] }>;

function* judged(analysis: Analysis, run: Run, { handler, at: round, limited, between, ...attempts }: Attempts): Iterable<Retry> {
  const tried: Step = { span: handler.span, note: "answers a failure to get a lock" };
  const confidence: Confidence = handler.words.some(isPlain) ? "medium" : "low";
  const pause = pauseIn(between, []);
  if (!pause) {
    if (!mayPause(analysis, between)) yield { at: round, pause: false, missing: limited ? [] : ["a limit"], trace: [tried], confidence };
    return;
  }
  const shape = delayShape(analysis.engine, [...attempts.round, ...pause.calls], pause.span);
  const missing = shape.known ? lacking(shape, limited) : [];
  const at = [...pause.calls.map(({ span }) => span), pause.span].findLast((span) => isInside(span, run.span)) ?? pause.span;
  if (missing.length > 0) yield { at, pause: true, missing, trace: [tried, { span: pause.span, note: "the pause" }], confidence };
}

/** With a limit, what doubles stays small. */
function lacking({ grows, random, capped }: DelayShape, limited: boolean): readonly string[] {
  return [limited ? [] : ["a limit"], grows ? [] : ["exponential growth"], capped || limited ? [] : ["a cap"], random ? [] : ["jitter"]].flat();
}

/** The work that is tried: when it succeeds, the loop is left. */
function attemptIn(body: Timeline): Guarded | null {
  for (const [index, moment] of body.entries()) {
    if (moment.kind === "guarded" && (leaves(moment.body) || leaves(body.slice(index + 1)))) return moment;
  }
  return null;
}

const leaves = (timeline: Timeline): boolean =>
  timeline.some(
    (moment) =>
      (moment.kind === "exit" && (moment.how === "return" || moment.how === "break")) ||
      ((moment.kind === "scope" || moment.kind === "guarded") && leaves(moment.body)),
  );

const LOCKED = /deadlock|serializ(?:e|ation)\b|(?:database|table)[ _]is[ _]locked|40001|40P01/i;

function knowsLocks(analysis: Analysis, { words }: TimelineHandler): boolean {
  const codes = analysis.engine.catalog.retryable;
  if (words.some((word) => LOCKED.test(word))) return true;
  // A handler that asks for numbers asks for those only.
  const numbers = words.filter((word) => /^\d{4}$/.test(word));
  return (numbers.length > 0 ? numbers : words).some((word) => word.length > 3 && codes.has(word));
}

/** The name of a wide class of failures, the loss of a connection among them, says little. */
const isPlain = (word: string): boolean => LOCKED.test(word) || /^(?:\d{4}|P\d+|\w*(?:lock|busy|conflict|transient)\w*)$/i.test(word);

function loopNode(analysis: Analysis, run: Run, { start, end }: Span): Extract<IrNode, { kind: "loop" }> | null {
  const found: Extract<IrNode, { kind: "loop" }>[] = [];
  walk(functionOf(analysis.engine, run.fn)?.body ?? [], (node) => {
    if (node.kind === "loop" && node.start === start && node.end === end) found.push(node);
  });
  return found[0] ?? null;
}

/** Each round is about another item: an error that is answered there is passed over, not tried again. */
function passesOver({ engine }: Analysis, run: Run, { over, item }: Extract<IrNode, { kind: "loop" }>): boolean {
  if (over === null) return false;
  const what = alternatives(evaluate(engine, { file: fileOf(run.fn), env: null }, over));
  const isNumber = (one: Value): boolean => one.kind === "constant" && typeof one.value === "number";
  const isSchedule = (one: Value): boolean =>
    one.kind === "list" && (literalOf(engine, one)?.entries.every(({ value }) => alternatives(evaluate(engine, one, value)).every(isNumber)) ?? false);
  return item !== null && !what.every(isSchedule);
}

/** Something counts the attempts, or is compared: the loop is taken to end by it. */
function hasLimit({ engine }: Analysis, run: Run, block: Block): boolean {
  const index = engine.program.module(fileOf(run.fn));
  const nodeOf = (value: ValueId | null): IrNode | null => {
    const definition = value === null ? undefined : firstDefinition(index, value);
    return definition?.by === "node" ? definition.node : null;
  };
  // `attempt === 4`; a number that a member is compared with is an error's code.
  const counts = ({ value, to }: Fact): boolean => {
    const other = nodeOf(to);
    const isNumber = other?.kind === "constant" && typeof other.value === "number";
    return definitionsOf(index, value).length > 1 || (isNumber && nodeOf(value)?.kind !== "member");
  };
  return some(block, (node) => {
    if (node.kind === "compute") return ["<", "<=", ">", ">="].includes(node.operator ?? "");
    if (node.kind === "test") return [...node.holds, ...node.fails].some(counts) || node.holds.length + node.fails.length === 0;
    return node.kind === "branch" && node.arms.some((arm) => arm.facts.some(counts));
  });
}

function some(block: Block, what: (node: IrNode) => boolean): boolean {
  let found = false;
  walk(block, (node) => {
    found ||= what(node);
  });
  return found;
}

const DEEPEST = 4;

/** The pause that is nearest: one far down may be about something else. */
function pauseIn(timeline: Timeline, calls: readonly Call[]): Pause | null {
  let nearest: Pause | null = null;
  for (const moment of timeline) {
    if (moment.kind === "happens" && moment.what.effect.kind === "wait" && moment.what.effect.on === "timer") return { span: moment.what.span, calls };
    if (moment.kind === "deferred" || calls.length > DEEPEST) continue;
    const inner = moment.kind === "call" ? [...calls, { span: moment.span, fn: moment.fn }] : calls;
    for (const part of partsOf(moment)) {
      const found = pauseIn(part, inner);
      if (found && (nearest === null || found.calls.length < nearest.calls.length)) nearest = found;
    }
  }
  return nearest;
}

/** Something is waited for of which nothing is known: it may be the pause. */
function mayPause(analysis: Analysis, timeline: Timeline): boolean {
  return timeline.some((moment) => {
    if (moment.kind !== "unresolved") return partsOf(moment).some((part) => mayPause(analysis, part));
    const index = analysis.engine.program.module(moment.span.file);
    const call = callAt(analysis.engine, moment.span);
    return call === null || usesOf(index, call.node.into).some((node) => node.kind === "await");
  });
}
