/** Functions that are handed to a library: when they run, and with what. */
import type { CallNode, FunctionId, ValueId } from "../../ir/nodes.ts";
import type { Callback } from "../../models/schema.ts";
import type { Moment, Scope, Timeline, TimelineHandler } from "../../facts.ts";
import type { FunctionValue, Handle, Value } from "../../values/value.ts";
import { givenArguments, givenAtLeast, readSource, type Given } from "../evaluate/arguments.ts";
import { alternatives, functionOf, receiverOf, type Engine } from "../program/engine.ts";
import { typedValue, handleOf } from "../evaluate/evaluate-library.ts";
import { itemOf, memberAlong } from "../evaluate/evaluate-member.ts";
import { settle } from "../evaluate/apply-action.ts";
import { choiceOf, forChosen } from "../collections/chosen-items.ts";
import { isBounded, isBoundedAt, isChunk } from "../collections/collections.ts";
import { functionWords } from "../errors/handler-words.ts";
import { interpretAction, type ActionContext } from "./interpret-action.ts";
import { functionMoment, returnsWork } from "./interpret-call.ts";
import { spanIn, type Frame } from "./interpret.ts";
import { isPending, statementMoment, wrapKept } from "./promises.ts";
import { exitsOfFunction } from "../errors/swallowing.ts";
import { returnCases, returnOf } from "../evaluate/evaluate-return.ts";
import { actionFor, frameFor } from "../evaluate/evaluate-call.ts";
import { evaluate } from "../evaluate/evaluate.ts";

/** What the callbacks of a call bring: during it, behind it; `immediate` when they run before it returns. */
export type Invoked = Readonly<{
  during: Timeline; after: Timeline; handlers: readonly TimelineHandler[]; finalizer: Timeline; immediate: boolean; called: boolean;
}>;

export function callbackMoments(context: ActionContext, scope: Scope | null, inner?: Value): Invoked {
  const { action } = context.known;
  const during: Moment[] = [];
  const after: Moment[] = [];
  const handlers: TimelineHandler[] = [];
  const finalizer: Moment[] = [];
  let immediate = false;
  if (inner !== undefined) during.push(...invoke(context, inner, context.call.given.positional, true).moments);
  for (const callback of action.callbacks ?? []) {
    if (callback.runs === "returned") continue;
    during.push(...handedAction(context, callback, scope));
    for (const value of callbackValues(context, callback)) {
      const kept = new Map(context.frame.stash);
      const invoked = invoke(context, value, receivedValues(context, callback, scope), callback.runs === "each");
      wrapKept(context.frame, kept, (work) => placedWork(context, callback, work));
      if (callback.handles && value.kind === "function") {
        handlers.push(handlerOf(context, value.fn, invoked.moments));
        continue;
      }
      if (callback.always) {
        finalizer.push(...invoked.moments);
        continue;
      }
      const placed = place(context, callback, invoked.moments);
      (callback.runs === "after-commit" || callback.runs === "later" ? after : during).push(...placed);
      immediate ||= callback.runs === "each" && !invoked.promises;
    }
  }
  return { during, after, handlers, finalizer, immediate, called: inner !== undefined };
}

/** What a promise's handler returns goes on with what stands behind the promise. */
function handlerOf({ frame, node }: ActionContext, fn: FunctionId, body: Timeline): TimelineHandler {
  const { on, returns, throws } = exitsOfFunction(frame.engine, fn);
  const exits = { on: on || returns, returns: false, throws };
  const handler = { span: spanIn(frame, node), types: [], words: functionWords(frame.engine, fn), exits, tells: false, passesOn: false, body };
  return returns && !on ? { ...handler, inPlace: true } : handler;
}

function callbackValues({ frame, call }: ActionContext, callback: Callback): readonly Value[] {
  const inside = handedOver(call.given, callback).map((value) => memberAlong(frame.engine, value, callback.path ?? []));
  return inside.flatMap(alternatives).filter((value) => value.kind === "function" || value.kind === "wrapped");
}

function handedOver({ positional, named }: Given, { argument }: Callback): readonly Value[] {
  if (argument === "any") return positional;
  const one = argument === "last" ? positional.at(-1) : typeof argument === "number" ? positional[argument] : named.get(argument);
  return one ? [one] : [];
}

/** A library's function that is handed over by itself: `to_thread(requests.get, url)`. What stands behind it are its arguments. */
function handedAction(context: ActionContext, callback: Callback, scope: Scope | null): Timeline {
  const { frame, node } = context;
  const { argument } = callback;
  const handed = typeof argument === "number" && callback.runs === "during" && !callback.settles && !callback.path ? node.args[argument] : undefined;
  if (typeof argument !== "number" || !handed || node.args.slice(0, argument + 1).some(({ spread }) => spread)) return [];
  const call: CallNode = { ...node, callee: handed.value, args: node.args.slice(argument + 1) };
  const rest = givenArguments(frame.engine, frame.place, call.args);
  const given: Given = { ...rest, positional: [...receivedValues(context, callback, scope), ...rest.positional] };
  return alternatives(evaluate(frame.engine, frame.place, handed.value)).flatMap((value): Timeline => {
    const known = value.kind === "external" || value.kind === "method" ? actionFor(frame.engine, value, given, "call") : null;
    if (!known) return [];
    const now = interpretAction(frame, call, known, given);
    const later = frame.stash.get(node.into) ?? [];
    frame.stash.delete(node.into);
    return [...now, ...later];
  });
}

function place(context: ActionContext, callback: Callback, moments: Timeline): Timeline {
  if (moments.length === 0) return moments;
  const placed = placedWork(context, callback, moments);
  return callback.runs === "each" && startsTogether(context, callback) ? [{ kind: "concurrent", span: spanIn(context.frame, context.node), body: placed }] : placed;
}

/** What the callback does, and what it puts into lists of its surroundings: in a loop, later, or there. */
function placedWork(context: ActionContext, callback: Callback, moments: Timeline): Timeline {
  const span = spanIn(context.frame, context.node);
  switch (callback.runs) {
    case "each":
      return [{ kind: "loop", span, each: true, ...sizeOf(context, callback), body: forChosen(choiceAmong(context, callback), span, moments) }];
    case "after-commit":
    case "later":
      return [{ kind: "deferred", span, body: moments }];
    case "during":
    case "returned":
      return moments;
  }
}

function startsTogether({ frame, call }: ActionContext, { together }: Callback): boolean {
  if (together === undefined || together === true) return together === true;
  const reading = readSource(frame.engine, call.given, together);
  return reading.state !== "known" || reading.value.kind !== "constant" || reading.value.value !== 1;
}

function sizeOf(context: ActionContext, callback: Callback): Readonly<{ bounded: boolean; chunks: boolean }> {
  const { frame, node } = context;
  const over = overOf(context, callback);
  if (over === null) return { bounded: false, chunks: false };
  const written = overAt(frame, node, callback);
  const isHere = written !== null && !node.args.some((argument) => argument.spread);
  const bounded = isHere ? isBoundedAt(frame.engine, frame.place, written) : isBounded(frame.engine, over);
  return { bounded, chunks: isChunk(frame.engine, over) };
}

/** What is known of each item that the callback is given. */
function choiceAmong({ frame, node }: ActionContext, callback: Callback): ReturnType<typeof choiceOf> {
  const written = overAt(frame, node, callback);
  return written === null ? [] : choiceOf(frame.engine, frame.place, [written]);
}

/** The collection whose items the callback is given, as the call has it. */
function overAt({ engine, place }: Frame, node: CallNode, { over }: Callback): ValueId | null {
  if (over === "receiver") return receiverOf(engine, place.file, node);
  return over === undefined ? null : (node.args[over]?.value ?? null);
}

/** The same, as what it is known to be. */
function overOf({ call }: ActionContext, { over }: Callback): Value | null {
  if (over === "receiver") return call.receiver;
  return over === undefined ? null : (call.given.positional[over] ?? null);
}

function receivedValues(context: ActionContext, callback: Callback, scope: Scope | null): readonly Value[] {
  const { frame, known, call } = context;
  if (callback.settles) return [call.receiver ? settle(frame.engine, call.receiver) : frame.engine.unknown];
  return (callback.receives ?? []).map((type) => {
    if (type === null) return frame.engine.unknown;
    if (type === "element") {
      const over = overOf(context, callback);
      return over ? itemOf(frame.engine, over) : frame.engine.unknown;
    }
    return typedValue(frame.engine, known.library, type, { handle: receivedHandle(context, scope, type), confidence: known.confidence });
  });
}

function receivedHandle({ frame, known, call }: ActionContext, scope: Scope | null, type: string): Handle | null {
  if (scope && (scope.opens === "transaction" || scope.opens === "savepoint")) return scope.handle;
  const receiver = call.receiver?.kind === "typed" ? call.receiver.handle : null;
  const handle = handleOf(frame.engine, known.library, type, scope?.id ?? receiver?.origin ?? "callback") ?? receiver;
  // What a transaction hands on for a while is the connection that it runs on.
  return scope === null && handle?.is === "connection" && receiver?.is === "transaction" ? receiver : handle;
}

/** The callback's own timeline, and the lazy statement that it gives back for the library to carry out. */
function invoke(context: ActionContext, value: Value, args: readonly Value[], settles: boolean): Readonly<{ moments: Timeline; promises: boolean }> {
  const { frame, node } = context;
  if (value.kind === "wrapped") return invoke(context, value.inner, args, settles);
  if (value.kind !== "function") return { moments: [], promises: false };
  const given = givenAtLeast(args, context.call.given.language);
  const moment = functionMoment(frame, node, value, given, "awaited");
  const code = functionOf(frame.engine, value.fn);
  const pending = code?.isAsync ? [] : pendingReturns(frame.engine, value, given);
  const statements = pending.length > 1 ? chosenStatements(context, value, given) : pending.map((one) => statementMoment(frame, one, node, "awaited"));
  const promises = (code?.isAsync ?? false) || pending.length > 0 || (moment !== null && returnsWork(moment.body));
  const through = moment === null ? [] : [{ ...moment, through: "callback" } as const];
  return { moments: [...through, ...statements], promises };
}

/** One of several statements: `(row) => { if (row) return update(…); return insert(…); }`. */
function chosenStatements({ frame, node }: ActionContext, value: FunctionValue, given: Given): Timeline {
  const cases = returnCases(frame.engine, value.fn, frameFor(frame.engine, value, given));
  const arms = cases.map(({ value: returned, after }) => ({
    lookups: after, body: alternatives(returned).filter(isPending).map((one) => statementMoment(frame, one, one.query?.site ?? node, "awaited")),
  }));
  return [{ kind: "branch", span: spanIn(frame, node), arms }];
}

function pendingReturns(engine: Engine, value: FunctionValue, given: Given) {
  return alternatives(returnOf(engine, value.fn, frameFor(engine, value, given))).filter(isPending);
}
