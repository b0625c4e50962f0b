/** The effects of a call that a model describes, in the order in which they happen. */
import type { CallNode } from "../../ir/nodes.ts";
import { operandsOf } from "../../ir/walk.ts";
import type { Action, Connect, Opens } from "../../models/schema.ts";
import { spanOfMoment, type Effect, type Moment, type Occurrence, type Scope, type Timeline } from "../../facts.ts";
import type { Handle, Value } from "../../values/value.ts";
import { type Given, type LibraryCall, readSource, valueAt } from "../evaluate/arguments.ts";
import { handleFor, queryOfAction } from "../evaluate/apply-action.ts";
import { isAwaited, waitedFor } from "./awaited.ts";
import { callbackMoments, type Invoked } from "./callbacks.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import type { KnownAction } from "../evaluate/evaluate-call.ts";
import { alternatives, fileOf, receiverOf, type Engine } from "../program/engine.ts";
import { spanIn, type Frame } from "./interpret.ts";
import { settleItems } from "./listed-statements.ts";
import { madeHandle, openedScope } from "./opened-scope.ts";
import { collectInto, isTimer, settleValue, startWork, stashCoroutine, stashWork } from "./promises.ts";
import { isEntered } from "./blocks.ts";
import { idleStatement } from "./idle-statements.ts";
import { withOthers } from "./row-methods.ts";
import { written } from "./written-rows.ts";
import { calleeName, nameOfStatement } from "./effect-names.ts";
import { addressOf, engineByDefault, engineOf, isByDefault, isUnpooled, lacksNeeded, settingsOf, sharesHandle, waitsUntold } from "../evaluate/connect-settings.ts";
import { definitionsOf } from "../program/module-index.ts";
import { withParts } from "../timelines/moments.ts";

const EMPTY: Timeline = [];

/** `inner` is the function that a wrapper was put round, when the wrapped function is what is called. */
export function interpretAction(frame: Frame, node: CallNode, known: KnownAction, given: Given, inner?: Value): Timeline {
  const { action } = known;
  const call: LibraryCall = { library: known.library, receiver: known.receiver, given, site: spanIn(frame, node) };
  const context: ActionContext = { frame, node, known, call };
  if (action.gathers) return gather(context);
  if (action.collects) collect(context);
  if (action.starts) return startWork(frame, node, action.starts.argument);
  const settled = settledArguments(context).flatMap((argument) => settleValue(frame, argument.value, node, "awaited"));
  const opens = opensHere(context) || inner !== undefined ? action.opens : undefined;
  const own = effectsOf(context, opens !== undefined).flatMap((effect) => written(context, effect, (what) => happens(context, what)));
  const scope = opens ? openedScope(context, opens, inner) : null;
  const invoked: Invoked = callbackMoments(context, scope, inner);
  const body = scope ? scopeMoments(context, scope, opens, invoked) : invoked.during;
  const before = [...guardedBy(invoked, receiverWork(context)), ...settled];
  const work: Timeline = [...before, ...withOthers(context, own), ...body, ...invoked.after];
  if (action.throws) return [...work, { kind: "exit", how: "throw", span: call.site }];
  if (action.sync || invoked.immediate || isInstant(context) || happensAtOnce(context)) return [...work, ...idleStatement(context)];
  if (givesCoroutine(context)) return stashCoroutine(frame, node.into, work);
  if (work.length > 0 && settlesPromise(context)) return [...work, ...idleStatement(context)];
  return [...stashWork(frame, node.into, work), ...idleStatement(context)];
}

/** A call that can also be made without its callback opens a scope only with it. */
function opensHere({ frame, node, known: { action }, call }: ActionContext): boolean {
  if (!action.opens || !action.transaction) return true;
  if (action.opens.until === "block-ends") return isEntered(frame, node.into);
  if (action.opens.until !== "callback-returns") return true;
  return call.given.positional.some((value) => alternatives(value).some((one) => one.kind === "function" || one.kind === "wrapped"));
}

/** In Python only what is awaited waits to be awaited: everything else has happened when the call is over. */
function happensAtOnce(context: ActionContext): boolean {
  const { frame, node, call } = context;
  return !givesCoroutine(context) && call.given.language === "python" && (!frame.code.isAsync || !isAwaited(frame, node.into, new Set()));
}

/** What is only noted down is not sent, and needs no waiting. */
const givesCoroutine = ({ frame, known: { action }, call: { receiver } }: ActionContext): boolean =>
  receiver?.kind === "typed" && !action.statement?.staged && frame.engine.catalog.givesCoroutines(receiver.library, receiver.type);

export type ActionContext = Readonly<{ frame: Frame; node: CallNode; known: KnownAction; call: LibraryCall }>;

/** `p.then(…)`, `p.catch(…)`: the receiver's own work goes first. */
function receiverWork({ frame, node, known }: ActionContext): Timeline {
  if (!known.action.callbacks?.some((callback) => callback.settles || callback.handles) && known.action.returns !== "settled") return EMPTY;
  const object = receiverOf(frame.engine, frame.place.file, node);
  // What is waited for itself is not over when only what hangs on it ends: `work.catch(note); return work`.
  const isElsewhere = object !== null && !waitedFor(frame, node.into, new Set()) && waitedFor(frame, object, new Set());
  return object === null || isElsewhere ? EMPTY : settleValue(frame, object, node, "awaited");
}

/** `.catch(handler)` guards what its receiver does, `.finally(…)` follows on every way out of it. */
function guardedBy({ handlers, finalizer }: Invoked, body: Timeline): Timeline {
  const [first] = body;
  if (!first) return finalizer;
  if (handlers.length === 0 && finalizer.length === 0) return body;
  return [{ kind: "guarded", span: spanOfMoment(first), body, handlers, finalizer: finalizer.length > 0 ? finalizer : null }];
}

/** A function that goes through a lazy statement carries it out. */
function settledArguments(context: ActionContext): CallNode["args"] {
  const { node, known: { action } } = context;
  if (!action.collects && consumesPromises(context)) return node.args;
  return action.iterates === undefined ? [] : node.args.slice(action.iterates, action.iterates + 1);
}

/** Promises that are handed to a library are settled by it; those put into a list, or deferred, are not. */
const consumesPromises = ({ frame, known }: ActionContext): boolean =>
  frame.stash.size > 0 && !known.action.collects && known.action.opens?.until !== "arguments-settle";

/** What creates objects or changes them happens at once; what goes to a server takes its time. */
function isInstant({ known: { action } }: ActionContext): boolean {
  const slow = action.waits ?? action.enqueues ?? action.opens ?? action.transaction ?? action.flushes ?? action.acquires ?? action.runs ?? action.loads;
  return slow === undefined && !(action.statement && (action.when ?? "called") === "called") && !action.callbacks;
}

function effectsOf(context: ActionContext, opened: boolean): readonly Effect[] {
  const { action } = context.known;
  const effects: Effect[] = [];
  if (action.connects && !lacksNeeded(context.frame.engine, context.call, action.connects)) effects.push(connectEffect(context, action.connects));
  if (action.acquires) effects.push({ kind: "acquire" });
  if (action.transaction && !opened) effects.push({ kind: "control", step: action.transaction });
  if (action.flushes && !action.transaction) effects.push({ kind: "control", step: "flush" });
  effects.push(...statementEffects(context));
  if (action.waits && milliseconds(context) !== 0 && settlesSomething(context))
    effects.push({ kind: "wait", on: action.waits.on, milliseconds: milliseconds(context) });
  if (action.enqueues) effects.push({ kind: "enqueue", to: action.enqueues.to, sameDatabase: isInDatabase(context, action.enqueues) });
  if (action.loads) effects.push({ kind: "load", what: action.loads });
  if (action.releases) effects.push({ kind: "release" });
  return effects;
}

/** The rows of a queue are part of the transaction that is open only on its handle. */
const isInDatabase = ({ frame, call }: ActionContext, { sameDatabase = false, on }: NonNullable<Action["enqueues"]>): boolean =>
  sameDatabase && (on === undefined || on.some((source) => readSource(frame.engine, call.given, source).state !== "absent"));

function connectEffect(context: ActionContext, connects: Connect): Effect {
  const { engine } = context.frame;
  const { options } = connects;
  return {
    kind: "connect", opens: connects.opens, engine: engineOf(engine, context.call, connects), shared: sharesHandle(engine, context.call, connects),
    settings: settingsOf(engine, context.call, options), address: addressOf(engine, context.call, options),
    byDefault: isByDefault(engine, context.call, options), engineByDefault: engineByDefault(engine, context.call, connects),
    waitsByDefault: waitsUntold(engine, context.call, options), unpooled: isUnpooled(engine, context.call, options),
  };
}

function statementEffects({ frame, known: { action }, call }: ActionContext): readonly Effect[] {
  const acts = action.runs === true || (action.statement !== undefined && (action.when ?? "called") === "called");
  const query = acts ? queryOfAction(frame.engine, action, call) : null;
  if (!query) return [];
  if (query.control) return [{ kind: "control", step: query.control }];
  return [{ kind: "query", query }, ...(query.sleeps ? [{ kind: "wait", on: "timer", milliseconds: null } as const] : [])];
}

/** `new Promise((resolve) => setTimeout(resolve, ms))`: what waits for the promise waits for the timer. */
function settlesSomething({ frame: { engine }, known, call }: ActionContext): boolean {
  const until = known.action.waits?.until;
  const handed = until && call.given.positional[until.argument];
  return handed ? settles(engine, handed) : !until;
}

/** `new Promise((resolve) => run(command, (error, out) => resolve(out)))`: what waits for the promise waits for what calls back. */
function settlesPromise({ frame: { engine, code, place }, call }: ActionContext): boolean {
  const [first] = code.params;
  return first !== undefined && isSettler(engine, evaluate(engine, place, first.value)) && call.given.positional.some((handed) => settles(engine, handed));
}

const isSettler = (engine: Engine, value: Value): boolean =>
  alternatives(value).some((one) => one.kind === "typed" && engine.catalog.type(one.library, one.type)?.settles === true);

/** It settles a promise, or is a function that calls what does. */
const settles = (engine: Engine, handed: Value): boolean =>
  isSettler(engine, handed) || alternatives(handed).some((one) => {
    if (one.kind !== "function") return false;
    const place = { file: fileOf(one.fn), env: one.env };
    return engine.program.module(place.file)?.calls.some(({ fn, node }) => fn === one.fn && isSettler(engine, evaluate(engine, place, node.callee))) ?? false;
  });

/** How long it waits, where the source says so; sleeping for no time only lets others go first. */
function milliseconds({ frame, known, call }: ActionContext): number | null {
  const { waits } = known.action;
  const source = waits?.milliseconds ?? waits?.seconds;
  const stated = valueAt(frame.engine, call.given, source);
  if (stated?.kind !== "constant" || typeof stated.value !== "number") return null;
  return waits?.milliseconds ? stated.value : stated.value * 1000;
}

function happens(context: ActionContext, effect: Effect): Moment {
  const { frame, node, known, call } = context;
  const name = effect.kind === "query" ? nameOfStatement(effect.query) : calleeName(frame, node) || known.library;
  const weaker = effect.kind === "wait" ? known.action.waits?.confidence : effect.kind === "enqueue" ? known.action.enqueues?.confidence : undefined;
  const what: Occurrence = {
    effect, name, handle: effectHandle(context, effect), span: call.site, settling: known.action.sync || isInstant(context) ? "now" : "awaited",
    confidence: weaker ?? known.confidence, sync: known.action.sync === true, library: known.library,
  };
  return { kind: "happens", what };
}

/** The handle that an effect is about: of what is made or taken out for those, else what the call runs on. */
function effectHandle({ frame, node, known: { action }, call }: ActionContext, effect: Effect): Handle | null {
  if (effect.kind === "connect" || effect.kind === "acquire" || (effect.kind === "control" && effect.step === "begin" && action.returns)) {
    const made = madeHandle(frame, node);
    if (made) return made;
  }
  if (effect.kind === "release" && typeof action.releases === "object") {
    const released = valueAt(frame.engine, call.given, action.releases);
    if (released?.kind === "typed") return released.handle;
  }
  return handleFor(frame.engine, action, call);
}

function scopeMoments(context: ActionContext, scope: Scope, opens: Opens | undefined, invoked: Invoked): Timeline {
  if (opens?.until === "arguments-settle") {
    const body = batched(context, scope, opens.argument ?? 0);
    // The same method may take a function instead: then that is what runs in it.
    return body.length > 0 || invoked.during.length === 0
      ? [{ kind: "scope", scope: { ...scope, atomic: true }, body }]
      : [{ kind: "scope", scope: { ...scope, atomic: false }, body: invoked.during }];
  }
  // Where it is only put round a function, nothing runs yet; that the function is of the wrong kind can be seen already.
  if (opens?.until === "wrapped-returns" && !invoked.called)
    return scope.asyncBody ? [{ kind: "deferred", span: scope.span, body: [{ kind: "scope", scope, body: [] }] }] : EMPTY;
  if (opens?.until === "closed" || opens?.until === "block-ends") return invoked.during;
  return [{ kind: "scope", scope, body: invoked.during }];
}

/** An array of statements that become one transaction: whatever handle they name, they run in it. */
function batched({ frame, node }: ActionContext, scope: Scope, argument: number): Timeline {
  const list = node.args[argument];
  if (!list) return EMPTY;
  return settleItems(frame, [list.value, ...listed(frame, list.value)], node).map((moment) => rehandle(moment, scope.handle));
}

function listed(frame: Frame, value: CallNode["callee"]): readonly CallNode["callee"][] {
  const index = frame.engine.program.module(frame.place.file);
  return definitionsOf(index, value).flatMap((definition) => {
    if (definition.by !== "node") return [];
    const { node } = definition;
    if (node.kind === "aggregate") return node.entries.map((entry) => entry.value);
    return node.kind === "assign" || node.kind === "typed" ? operandsOf(node).flatMap((one) => [one, ...listed(frame, one)]) : [];
  });
}

function rehandle(moment: Moment, handle: Handle | null): Moment {
  if (moment.kind === "happens") return { ...moment, what: { ...moment.what, handle } };
  return moment.kind === "scope" || moment.kind === "deferred" ? moment : withParts(moment, (part) => part.map((one) => rehandle(one, handle)));
}

/** `Promise.all([…])`: everything in the list settles together. */
function gather({ frame, node, known }: ActionContext): Timeline {
  const which = known.action.gathers?.argument ?? 0;
  const given = which === "all" ? node.args : node.args.slice(which, which + 1);
  const settled = settleItems(frame, given.flatMap(({ value }) => [value, ...listed(frame, value)]), node);
  const body = known.action.gathers?.how === "first" ? settled.filter((moment) => !isTimer(moment)) : settled;
  return body.length === 0
    ? EMPTY
    : stashWork(frame, node.into, [{ kind: "concurrent", span: spanIn(frame, node), apart: known.action.gathers?.how === "settled", body }]);
}

/** Whoever is given a list of lazy statements back has to carry them out: waiting for the list does not. */
function collect({ frame, node }: ActionContext): void {
  const list = receiverOf(frame.engine, frame.place.file, node);
  if (list !== null) collectInto(frame, list, node.args.map((argument) => argument.value), node, waitedFor(frame, list, new Set(), false));
}
