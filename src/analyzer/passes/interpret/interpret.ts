/**
 * What a function does in a frame, in order: its timeline. Calls of the program's functions stand in it with their own timelines
 * inside, which are worked out once per frame and shared.
 */
import type { Block, FunctionId, IrFunction, IrNode } from "../../ir/nodes.ts";
import type { Moment, Timeline } from "../../facts.ts";
import { type Span, spanOf } from "../../source.ts";
import type { Env } from "../../values/value.ts";
import { sharedTimeline } from "./alike.ts";
import { acts, unresolvedOf } from "../timelines/digest.ts";
import { fileOf, functionOf, runKey, type Engine, type RunKey } from "../program/engine.ts";
import { evaluate, type Place } from "../evaluate/evaluate.ts";
import { interpretWith } from "./blocks.ts";
import { insideDecorators } from "./decorators.ts";
import { handlerTypes, handlerWords } from "../errors/handler-words.ts";
import { interpretBranch } from "./interpret-branch.ts";
import { interpretCall } from "./interpret-call.ts";
import { interpretRead } from "./getters.ts";
import { choiceOf, forChosen } from "../collections/chosen-items.ts";
import { givesParts, isBoundedAt, isChunk } from "../collections/collections.ts";
import { aroundListener } from "./listeners.ts";
import { leavesAtOnce, looksForFirst } from "../timelines/moments.ts";
import { settleValue, takeLeftovers, type Stash, wrapKept } from "./promises.ts";
import { answersAlone, exitsOf, passesOn, tellsError } from "../errors/swallowing.ts";

export type Frame = Readonly<{ engine: Engine; place: Place; code: IrFunction; stash: Stash; yields: Moment | null }>;

const DEEPEST = 60;
/** A function inside itself, with other arguments each time, is followed this often. */
const ACTIVATIONS = 2;
const EMPTY: Timeline = [];

export function interpretFunction(engine: Engine, fn: FunctionId, env: Env | null): Timeline {
  const key = runKey(fn, env);
  const known = engine.timelines.get(key);
  if (known?.timeline) return known.timeline;
  if (known) return recursion(engine, fn, known.depth);
  const code = functionOf(engine, fn);
  if (!code || engine.calls.depth > DEEPEST) return EMPTY;
  const outer = engine.calls.active.get(fn) ?? [];
  const [first] = outer;
  if (first !== undefined && outer.length >= ACTIVATIONS) return recursion(engine, fn, first);
  const depth = ++engine.calls.depth;
  engine.calls.active.set(fn, [...outer, depth]);
  engine.entered.add(fn);
  engine.timelines.set(key, { fn, env, depth, timeline: null });
  const frame: Frame = { engine, place: { file: fileOf(fn), env }, code, stash: new Map(), yields: null };
  const timeline = sharedTimeline(engine, fn, aroundListener(engine, fn, insideDecorators(frame, wholeOf(frame))));
  engine.timelines.set(key, { fn, env, depth, timeline, ...(frame.stash.size > 0 ? { collected: frame.stash } : {}) });
  engine.calls.depth--;
  engine.calls.active.set(fn, outer);
  closeCycle(engine, key, depth);
  return engine.timelines.get(key)?.timeline ?? timeline;
}

/** What a generator does, with `yields` where it waits for its caller to go on. */
export function interpretYielding(engine: Engine, fn: FunctionId, env: Env | null, yields: Moment): Timeline {
  const code = functionOf(engine, fn);
  const outer = engine.calls.active.get(fn) ?? [];
  if (!code || outer.length >= ACTIVATIONS || engine.calls.depth > DEEPEST) return EMPTY;
  engine.calls.active.set(fn, [...outer, ++engine.calls.depth]);
  const frame: Frame = { engine, place: { file: fileOf(fn), env }, code, stash: new Map(), yields };
  const timeline = wholeOf(frame);
  engine.calls.depth--;
  engine.calls.active.set(fn, outer);
  return timeline;
}

/** What the body does, and what it has started and nobody waits for. */
function wholeOf(frame: Frame): Timeline {
  const body = interpretBlock(frame, frame.code.body);
  const left = takeLeftovers(frame);
  return left.length === 0 ? body : [...body, ...left];
}

/** What was worked out inside a cycle lacks what the cycle's head does: it is worked out anew, once, when it is asked for by itself. */
function closeCycle(engine: Engine, key: RunKey, depth: number): void {
  const { calls } = engine;
  if (calls.reaches < depth) return void calls.partial.push(key);
  if (calls.reaches === depth) settleCycle(engine, key, calls.partial.splice(0));
  calls.reaches = Infinity;
}

/** Where nothing happens in any function of a cycle, nothing does when they call each other. */
function settleCycle({ timelines, calls }: Engine, head: RunKey, inside: readonly RunKey[]): void {
  const members = [head, ...inside].flatMap((key) => timelines.get(key) ?? []);
  const isIdle = members.every(({ timeline, collected }) => collected === undefined && (timeline === null || !acts(timeline)));
  if (isIdle) return [head, ...inside].forEach((key) => idle(timelines, key));
  for (const key of inside) if (!calls.again.has(key)) timelines.delete(key);
  for (const key of inside) calls.again.add(key);
}

function idle(timelines: Engine["timelines"], key: RunKey): void {
  const worked = timelines.get(key);
  if (worked?.timeline) timelines.set(key, { ...worked, timeline: unresolvedOf(worked.timeline) });
}

function recursion(engine: Engine, fn: FunctionId, depth: number): Timeline {
  engine.calls.reaches = Math.min(engine.calls.reaches, depth);
  const code = functionOf(engine, fn);
  return code ? [{ kind: "recursion", span: spanOf(fileOf(fn), code), fn }] : EMPTY;
}

export const spanIn = (frame: Frame, node: Readonly<{ start: number; end: number }>): Span => spanOf(frame.place.file, node);

export function interpretBlock(frame: Frame, block: Block): Timeline {
  const timeline: Moment[] = [];
  for (const node of block) {
    const found = interpretNode(frame, node);
    if (found.length === 0) continue;
    timeline.push(...found);
    if (leaves(found.at(-1))) break;
  }
  return timeline.length === 0 ? EMPTY : timeline;
}

/** Behind an early return that this frame surely takes nothing happens. */
const leaves = (last: Moment | undefined): boolean => last?.kind === "exit" && (last.how === "return" || last.how === "throw");

function interpretNode(frame: Frame, node: IrNode): Timeline {
  switch (node.kind) {
    case "call":
      return interpretCall(frame, node);
    case "member":
      return interpretRead(frame, node);
    case "await":
      return settleValue(frame, node.value, node, "awaited");
    case "yield":
      return [...(node.value === null ? EMPTY : settleValue(frame, node.value, node, "awaited")), frame.yields ?? { kind: "yields", span: spanIn(frame, node) }];
    case "branch":
      return interpretBranch(frame, node);
    case "loop":
      return interpretLoop(frame, node);
    case "try":
      return interpretTry(frame, node);
    case "with":
      return interpretWith(frame, node);
    case "exit":
      return interpretExit(frame, node);
    default:
      return EMPTY;
  }
}

function interpretLoop(frame: Frame, node: Extract<IrNode, { kind: "loop" }>): Timeline {
  const before = node.over === null ? EMPTY : settleValue(frame, node.over, node, "awaited");
  const kept = new Map(frame.stash);
  const body = interpretBlock(frame, node.body);
  if (body.length === 0 && frame.stash.size === 0) return before;
  const over = node.over === null ? null : evaluate(frame.engine, frame.place, node.over);
  const bounded = leavesAtOnce(body) || (node.over !== null && isBoundedAt(frame.engine, frame.place, node.over));
  const chunks = node.strides || (over !== null && isChunk(frame.engine, over)) || (node.over !== null && givesParts(frame.engine, frame.place, node.over));
  const loop = (inner: Timeline): Moment => ({
    kind: "loop",
    span: spanIn(frame, node),
    each: node.over !== null && !looksForFirst(body),
    bounded,
    chunks,
    body: inner,
  });
  wrapKept(frame, kept, (work) => [loop(work)]);
  if (body.length === 0) return before;
  const choice = node.over === null ? [] : choiceOf(frame.engine, frame.place, [node.over]);
  return [...before, loop(forChosen(choice, spanIn(frame, node), body))];
}

function interpretTry(frame: Frame, node: Extract<IrNode, { kind: "try" }>): Timeline {
  const body = interpretBlock(frame, node.body);
  const finalizer = node.finalizer ? interpretBlock(frame, node.finalizer) : null;
  if (body.length === 0 && !finalizer?.length) return EMPTY;
  const handlers = node.handlers.map((handler) => ({
    span: spanIn(frame, handler), types: handlerTypes(frame.engine, frame.place, handler),
    words: handlerWords(frame.engine, frame.place, handler), exits: exitsOf(frame.engine, frame.place, handler.body),
    tells: tellsError(handler) || answersAlone(frame.engine, frame.place, frame.code.body, handler),
    passesOn: passesOn(handler), body: interpretBlock(frame, handler.body),
  }));
  return [{ kind: "guarded", span: spanIn(frame, node), body, handlers, finalizer }];
}

function interpretExit(frame: Frame, node: Extract<IrNode, { kind: "exit" }>): Timeline {
  const how = frame.code.isAsync ? "awaited" : "returned";
  const before = node.value === null ? EMPTY : settleValue(frame, node.value, node, node.how === "return" ? how : "awaited");
  return [...before, { kind: "exit", how: node.how, span: spanIn(frame, node) }];
}
