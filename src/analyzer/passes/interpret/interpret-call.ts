/** What a call brings into the timeline of the function that makes it. */
import { GLOBALS, type CallNode, type IrNode, type Parameter, type ValueId } from "../../ir/nodes.ts";
import type { Lookup, Moment, Settling, Timeline } from "../../facts.ts";
import { weakest } from "../../models/catalog.ts";
import { spanOf } from "../../source.ts";
import type { ClassValue, FunctionValue, Value } from "../../values/value.ts";
import { givenAnything, givenArguments, type Given } from "../evaluate/arguments.ts";
import { calleeByType } from "../evaluate/ask-types.ts";
import { isEntered } from "./blocks.ts";
import { beginsInside } from "../timelines/autobegin.ts";
import { alternatives, definitionOf, fileOf, functionOf, isVague, type Engine, receiverOf, runKey } from "../program/engine.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { valueOfType } from "../evaluate/evaluate-type.ts";
import { absentWhere } from "./absent-handles.ts";
import { armWithout } from "./interpret-branch.ts";
import { actionFor, calledOn, constructorArguments, frameFor, spreadList } from "../evaluate/evaluate-call.ts";
import { digest, matters } from "../timelines/digest.ts";
import { isTelling, isTellingCall } from "../evaluate/telling.ts";
import { namesMember } from "../evaluate/member-names.ts";
import { reveal } from "../evaluate/evaluate-import.ts";
import { ancestry, foreignBases, nearestCreate } from "../classes/ancestry.ts";
import { waitedFor } from "./awaited.ts";
import { interpretAction } from "./interpret-action.ts";
import { madeInstead } from "./made-instead.ts";
import { interpretFunction, spanIn, type Frame } from "./interpret.ts";
import { keepCollected, settleValue, stashCoroutine, stashWork, takeStashed } from "./promises.ts";

const EMPTY: Timeline = [];

export function interpretCall(frame: Frame, node: CallNode): Timeline {
  if (node.as === "decorate") return EMPTY;
  const { engine, place } = frame;
  const callee = calleeByType(engine, place.file, node, evaluate(engine, place, node.callee));
  const given = givenArguments(engine, place, node.args);
  const all = alternatives(callee);
  const [only] = all;
  if (only && all.length === 1) return interpretCallee(frame, node, only, given);
  const found = all.map((one) => {
    const now = interpretCallee(frame, node, one, given);
    const later = frame.stash.get(node.into) ?? EMPTY;
    frame.stash.delete(node.into);
    return { callee: one, now, later };
  });
  const idle = found.some(({ now, later }) => now.length === 0 && later.length === 0);
  const results = idle && isAnyBelow(all) ? found.map((one) => ({ ...one, now: lessSure(one.now), later: lessSure(one.later) })) : found;
  const paths = (bodies: readonly Readonly<{ callee: Value; body: Timeline }>[]): Timeline => {
    const some = bodies.filter(({ body }) => body.length > 0);
    if (some.length <= 1) return some[0]?.body ?? EMPTY;
    const arms = some.map(({ callee: one, body }) =>
      armWithout({ lookups: lookupsDeciding(frame, node, one), body }, absentWhere(engine, place, node.callee, one)));
    return [{ kind: "branch", span: spanIn(frame, node), arms }];
  };
  const later = paths(results.map((one) => ({ callee: one.callee, body: one.later })));
  if (later.length > 0) frame.stash.set(node.into, later);
  return paths(results.map((one) => ({ callee: one.callee, body: one.now })));
}

/** Methods of the classes below what is declared: which of them is at hand, nobody says. */
const isAnyBelow = (callees: readonly Value[]): boolean =>
  callees.every((one) => one.kind === "function" && one.self?.kind === "instance" && one.self.args === null);

const lessSure = (timeline: Timeline): Timeline =>
  timeline.map((moment) => (moment.kind === "call" ? { ...moment, confidence: weakest(moment.confidence, "medium") } : moment));

/** Where a row was found or else made, which of the two has the method that is called says whether the lookup found something. */
function lookupsDeciding(frame: Frame, node: CallNode, chosen: Value): readonly Lookup[] {
  const row = receiverOf(frame.engine, frame.place.file, node);
  const query = row === null ? null : madeInstead(frame.engine, frame.place, row);
  return query ? [{ query, found: isOfLoaded(chosen), certain: false }] : [];
}

/** A method of a row that the program did not make. */
function isOfLoaded(method: Value): boolean {
  if (method.kind === "function") return method.self?.kind === "instance" && method.self.args === null;
  return method.kind === "result" || (method.kind === "method" && method.of.kind === "typed" && method.of.made === false);
}

function interpretCallee(frame: Frame, node: CallNode, callee: Value, given: Given): Timeline {
  if (callee.kind === "elsewhere") return callElsewhere(frame, node, callee, given);
  if (callee.kind === "function") return callFunction(frame, node, callee, given);
  if (callee.kind === "class") return construct(frame, node, callee, given);
  if (callee.kind === "external" && callee.package === GLOBALS && callee.path[0] === "super") return constructBase(frame, node, given);
  if (callee.kind === "wrapped") return callWrapped(frame, node, callee, given);
  if (callee.kind === "method" && callee.of.kind === "function") return callThrough(frame, node, callee.of, callee.name, given);
  const known = actionFor(frame.engine, callee, given, node.as);
  if (known) return interpretAction(frame, node, known, given);
  return callUnknown(frame, node, callee, given);
}

/** A function of a file without effects matters when it is handed something that has some. */
function callElsewhere(frame: Frame, node: CallNode, callee: Value, given: Given): Timeline {
  if (!isTellingCall(frame.engine, given) && frame.stash.size === 0) return EMPTY;
  const found = alternatives(reveal(frame.engine, callee)).find((one) => one.kind !== "elsewhere");
  return found ? interpretCallee(frame, node, found, given) : EMPTY;
}

/** A call of a function of the program: its own timeline, inside this one. */
export function callFunction(frame: Frame, node: CallNode, callee: FunctionValue, given: Given): Timeline {
  const passed = passedWork(frame, node);
  // A generator that is entered as a block runs there.
  if (functionOf(frame.engine, callee.fn)?.isGenerator && isEntered(frame, node.into)) return passed;
  const moment = functionMoment(frame, node, callee, given, "now");
  if (!moment) return passed;
  const isAsync = functionOf(frame.engine, callee.fn)?.isAsync ?? false;
  if (!isAsync && !returnsWork(moment.body)) return [...passed, moment];
  const stash = isAsync && given.language === "python" ? stashCoroutine : stashWork;
  return stash(frame, node.into, [...passed, { ...moment, settling: "awaited" }]);
}

/** Promises among the arguments settle with the call: `await withTimeout(work())`. */
function passedWork(frame: Frame, node: CallNode, settles: (value: ValueId) => boolean = () => true): Timeline {
  if (frame.stash.size === 0) return EMPTY;
  return node.args.flatMap(({ value }) => (settles(value) ? settleValue(frame, value, node, "awaited") : EMPTY));
}

type CallMoment = Extract<Moment, { kind: "call" }>;

export function functionMoment(frame: Frame, node: CallNode, callee: FunctionValue, given: Given, settling: Settling): CallMoment | null {
  const { engine } = frame;
  const held = [callee.self, ...(callee.bound ?? [])].some((value) => value !== null && isTelling(engine, value));
  const telling = held || isTellingCall(engine, given) || namesMember(engine, callee.fn, given);
  if (!telling && !mattersAtAll(engine, callee, given)) return null;
  const env = frameFor(engine, callee, given);
  const body = digest(interpretFunction(engine, callee.fn, env));
  const code = functionOf(engine, callee.fn);
  const called = (inner: Timeline): CallMoment => ({
    kind: "call",
    span: spanIn(frame, node),
    fn: callee.fn,
    name: code?.name ?? "",
    through: throughOf(frame, node.callee, callee),
    settling,
    confidence: "high",
    body: inner,
  });
  const worked = engine.timelines.get(runKey(callee.fn, env));
  if (worked?.collected) keepCollected(frame, worked, (work) => ({ ...called(digest(work)), settling: "awaited" }));
  if (!matters(body)) return null;
  const extent = code ? spanOf(fileOf(callee.fn), code) : undefined;
  const guessed = beginsInside(body) && code?.params.some((param, i) => isGuessed(engine, callee, param, env.args[i])) === true;
  return { ...called(body), ...(extent ? { extent } : {}), ...(guessed ? { guessed } : {}) };
}

/** What a parameter gets is not known, and its type says that it is something on which the first statement begins a transaction. */
function isGuessed(engine: Engine, { fn }: FunctionValue, { type }: Parameter, given: Value | undefined): boolean {
  if (type === null || given === undefined || !isVague(given)) return false;
  return alternatives(valueOfType(engine, fileOf(fn), type)).some((one) => one.kind === "typed" && one.handle?.begins !== undefined);
}

/** Data alone makes no difference to a function that has no effect whatever it is given. */
function mattersAtAll(engine: Engine, callee: FunctionValue, given: Given): boolean {
  const env = isFree(engine, callee) ? null : frameFor(engine, callee, givenAnything(given));
  return matters(interpretFunction(engine, callee.fn, env)) || engine.timelines.get(runKey(callee.fn, env))?.collected !== undefined;
}

/** Nothing round the function and no subclass changes what it does: its own run, in no frame, tells. */
function isFree(engine: Engine, { fn, env, self, bound }: FunctionValue): boolean {
  if (env !== null || bound !== undefined) return false;
  return self === null || (self.kind === "instance" && engine.program.module(fileOf(fn))?.classOf.get(fn) === self.cls);
}

export function returnsWork(body: Timeline): boolean {
  return body.some((moment) => {
    if (moment.kind === "happens") return moment.what.settling === "returned";
    if (moment.kind === "call") return moment.settling === "returned";
    return moment.kind === "branch" && moment.arms.some((arm) => returnsWork(arm.body));
  });
}

/** A function that came in as an argument, or with an object, was written elsewhere: what it does is its writer's. */
function throughOf(frame: Frame, callee: ValueId, value: FunctionValue, depth = 0): CallMoment["through"] {
  const definition = depth > 6 ? null : definitionOf(frame.engine, frame.place.file, callee);
  if (definition?.by === "parameter") return fileOf(value.fn) !== frame.place.file || !isWithin(frame, value) ? "callback" : "name";
  if (definition?.by !== "node") return "name";
  const { node } = definition;
  const source =
    node.kind === "assign"
      ? node.from[0]
      : node.kind === "member" && (isApplied(node.property) || isDecorated(frame, node, value))
        ? node.object
        : undefined;
  return source === undefined ? "name" : throughOf(frame, source, value, depth + 1);
}

/** `descriptor.value`: a method that does not come with its object. */
const isDecorated = ({ engine, place }: Frame, { object }: Extract<IrNode, { kind: "member" }>, { fn }: FunctionValue): boolean =>
  engine.program.module(fileOf(fn))?.classOf.has(fn) === true && evaluate(engine, place, object).kind === "record";

const isApplied = (property: string | null): boolean => property === "call" || property === "apply";

const isWithin = (frame: Frame, value: FunctionValue): boolean => {
  const inner = functionOf(frame.engine, value.fn);
  return inner !== null && inner.start >= frame.code.start && inner.end <= frame.code.end;
};

function callThrough(frame: Frame, node: CallNode, fn: FunctionValue, name: string, given: Given): Timeline {
  if (name !== "call" && name !== "apply") return EMPTY;
  const [self, ...rest] = given.positional;
  const positional = name === "call" ? rest : spreadList(frame.engine, rest[0]);
  return callFunction(frame, node, calledOn(frame.engine, fn, self), { ...given, positional });
}

/** The transaction, or whatever a library puts round a function, opens when the wrapped function is called. */
function callWrapped(frame: Frame, node: CallNode, callee: Extract<Value, { kind: "wrapped" }>, given: Given): Timeline {
  const { action, inner, library, receiver } = callee;
  if (action.awaits === undefined) return interpretAction(frame, node, { action, library, receiver, confidence: "high" }, given, inner);
  return inner.kind === "function" ? callAndWait(frame, node, inner, given) : interpretCallee(frame, node, inner, given);
}

function callAndWait(frame: Frame, node: CallNode, callee: FunctionValue, given: Given): Timeline {
  const moment = functionMoment(frame, node, callee, given, "now");
  return [...passedWork(frame, node), ...(moment ? [moment] : [])];
}

/** Constructing runs the nearest constructor, which may be inherited. */
function construct(frame: Frame, node: CallNode, callee: ClassValue, given: Given): Timeline {
  const { engine } = frame;
  const create = nearestCreate(ancestry(engine, callee.cls, callee.env));
  const opened = openedByBase(frame, node, callee, create ? givenAnything(given) : given);
  if (!create) return opened;
  const self = engine.interner.value({ kind: "instance", cls: callee.cls, args: constructorArguments(engine, callee, given), env: callee.env });
  const fn = engine.interner.value({ kind: "function", fn: create, env: callee.env, self });
  const moment = functionMoment(frame, node, fn, given, "now");
  return moment ? [moment, ...opened] : opened;
}

/** `class Database extends Client`: an instance of the program's class is a connection of the library's. */
function openedByBase(frame: Frame, node: CallNode, { cls, env }: ClassValue, given: Given): Timeline {
  for (const { base } of foreignBases(frame.engine, ancestry(frame.engine, cls, env))) {
    const known = base.kind === "external" ? actionFor(frame.engine, base, given, "construct") : null;
    if (known?.action.connects) return interpretAction(frame, node, known, given);
  }
  return EMPTY;
}

/** `super(…)`: the constructor of the base, on the same instance. */
function constructBase(frame: Frame, node: CallNode, given: Given): Timeline {
  const { engine, code, place } = frame;
  const cls = engine.program.module(place.file)?.classOf.get(code.id);
  const create = cls && nearestCreate(ancestry(engine, cls, place.env).slice(1));
  if (!create) return EMPTY;
  const fn = engine.interner.value({ kind: "function", fn: create, env: null, self: place.env?.self ?? null });
  const moment = functionMoment(frame, node, fn, given, "now");
  return moment ? [moment] : EMPTY;
}

/**
 * Nothing is known of the callee. What is handed over may still run in it: where the call is waited for, its functions are taken
 * to run during it, with less confidence; where it is not, they are only registered.
 */
function callUnknown(frame: Frame, node: CallNode, callee: Value, given: Given): Timeline {
  // A promise that is waited for elsewhere settles there: `inflight.set(key, promise); return promise`.
  const own = passedWork(frame, node, (value) => !waitedFor(frame, value, new Set()));
  // `ensureSync(work)(…)`: what was handed over runs when what that gave is called.
  const ready = takeStashed(frame, node.callee, new Set());
  const [now, passed] = given.language === "python" ? [ready, own] : [EMPTY, [...ready, ...own]];
  const unresolved: Moment = { kind: "unresolved", span: spanIn(frame, node), reason: reasonOf(callee) };
  const inner = given.positional.filter((value): value is FunctionValue => value.kind === "function");
  const work = inner.flatMap((fn): Timeline => {
    const moment = functionMoment(frame, node, fn, { ...given, positional: [], open: true }, "awaited");
    return moment ? [{ ...moment, through: "callback", confidence: "medium" }] : EMPTY;
  });
  if (passed.length === 0 && work.length === 0) return isHarmless(frame.engine, callee) ? now : [unresolved, ...now];
  const awaited = waitedFor(frame, node.into, new Set());
  const kept: Timeline = awaited ? work : work.length > 0 ? [{ kind: "deferred", span: spanIn(frame, node), body: work }] : EMPTY;
  return [unresolved, ...now, ...stashWork(frame, node.into, [...passed, ...kept])];
}

/** Functions of the language, and of libraries that say so, that no model mentions have no effect that matters here. */
function isHarmless(engine: Engine, callee: Value): boolean {
  if (callee.kind === "external") return callee.package === GLOBALS || engine.catalog.forModule(callee.language, callee.package)?.harmless === true;
  return callee.kind === "method" && (callee.of.kind === "constant" || callee.of.kind === "text" || callee.of.kind === "list" || callee.of.kind === "result");
}

function reasonOf(callee: Value): string {
  switch (callee.kind) {
    case "external":
      return callee.package === GLOBALS ? "global" : `package ${callee.package}`;
    case "method":
      return callee.of.kind === "typed" ? `${callee.of.library} ${callee.of.type}.${callee.name}` : `method of ${callee.of.kind}`;
    default:
      return callee.kind;
  }
}
