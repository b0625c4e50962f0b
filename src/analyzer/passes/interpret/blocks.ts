/** Blocks that hold something while they run: what a library opens, generators that go on after their `yield`, classes with an entry and an exit. */
import type { CallNode, IrNode, ValueId } from "../../ir/nodes.ts";
import { returnedValues } from "../../ir/walk.ts";
import type { Action } from "../../models/schema.ts";
import type { Moment, Scope, Timeline } from "../../facts.ts";
import type { FunctionValue, TypedValue, Value } from "../../values/value.ts";
import { givenArguments, type Given, givenAtLeast, givenExactly } from "../evaluate/arguments.ts";
import { beginsInside } from "../timelines/autobegin.ts";
import { partsOf, withParts } from "../timelines/moments.ts";
import { alternatives, definitionOf, fileOf, functionOf, isNothing, receiverOf, unionOf, type Engine } from "../program/engine.ts";
import { evaluate, type Place } from "../evaluate/evaluate.ts";
import { actionFor, callValue, frameFor, type KnownAction } from "../evaluate/evaluate-call.ts";
import { itemOf, memberOf } from "../evaluate/evaluate-member.ts";
import { interpretBlock, interpretYielding, spanIn, type Frame } from "./interpret.ts";
import { interpretAction, type ActionContext } from "./interpret-action.ts";
import { openedScope } from "./opened-scope.ts";
import { functionMoment } from "./interpret-call.ts";
import { settleValue, takeStashed } from "./promises.ts";
import { usesAt } from "../program/uses.ts";

type With = Extract<IrNode, { kind: "with" }>;
const EMPTY: Timeline = [];
/** Helpers of helpers that give back what is entered. */
const DEEPEST = 4;

export function interpretWith(frame: Frame, node: With): Timeline {
  const before = settleValue(frame, node.resource, node, "awaited");
  const body = interpretBlock(frame, node.body);
  const call = callBehind(frame.engine, frame.place, node.resource);
  return [...before, ...((call ? aroundCall(frame, call, body) : null) ?? aroundValue(frame, node, body))];
}

/** The call that makes a value, variables looked through. */
export function callBehind(engine: Engine, place: Place, value: ValueId, depth = 0): CallNode | null {
  const definition = definitionOf(engine, place.file, value);
  if (definition?.by !== "node" || depth > 4) return null;
  const { node } = definition;
  if (node.kind === "call") return node;
  const [source] = node.kind === "assign" ? node.from : node.kind === "await" || node.kind === "typed" ? [node.value] : [];
  return source === undefined || source === null ? null : callBehind(engine, place, source, depth + 1);
}

/** Whether the value of a call is entered as a block: then the block says what the call does. */
export function isEntered({ engine, place }: Pick<Frame, "engine" | "place">, value: ValueId, depth = 0): boolean {
  const uses = usesAt(engine, place.file, value);
  return uses.some(
    (use) =>
      use.kind === "with" || ((use.kind === "assign" || use.kind === "await") && depth < 4 && isEntered({ engine, place }, use.into, depth + 1)),
  );
}

function aroundCall(frame: Frame, node: CallNode, body: Timeline, depth = 0): Timeline | null {
  const { engine, place } = frame;
  const given = givenArguments(engine, place, node.args);
  for (const callee of alternatives(evaluate(engine, place, node.callee))) {
    if (callee.kind === "function" && functionOf(engine, callee.fn)?.isGenerator) return aroundGenerator(frame, node, callee, given, body);
    const returned = callee.kind === "function" && depth < DEEPEST ? aroundReturned(frame, callee, given, body, depth) : null;
    if (returned) return returned;
    const known = actionFor(engine, callee, given, node.as);
    if (known?.action.opens?.until === "block-ends") return [scopeAround(frame, node, known, given, body)];
    const same = known?.action.returns === "receiver" && depth < DEEPEST ? receiverOf(engine, place.file, node) : null;
    const made = same === null ? null : callBehind(engine, place, same);
    // What only changes it gives back what is entered: `with pool.connect().options(…)`.
    if (made) return aroundCall(frame, made, body, depth + 1);
  }
  return null;
}

/** A function of the program that gives back what is entered: the call that it returns is entered, as it stands there. */
function aroundReturned(frame: Frame, callee: FunctionValue, given: Given, body: Timeline, depth: number): Timeline | null {
  const { engine } = frame;
  const code = functionOf(engine, callee.fn);
  if (!code) return null;
  const inner: Frame = { engine, place: { file: fileOf(callee.fn), env: frameFor(engine, callee, given) }, code, stash: new Map(), yields: null };
  for (const value of returnedValues(code.body)) {
    const call = callBehind(engine, inner.place, value);
    const around = call && aroundCall(inner, call, body, depth + 1);
    if (around) return around;
  }
  return null;
}

function scopeAround(frame: Frame, node: CallNode, known: KnownAction, given: Given, body: Timeline): Moment {
  const context: ActionContext = { frame, node, known, call: { library: known.library, receiver: known.receiver, given, site: spanIn(frame, node) } };
  const opens = known.action.opens ?? { scope: "connection", until: "block-ends" };
  const scope = openedScope(context, opens);
  return { kind: "scope", scope, body: ambientBody(scope, body) };
}

/** In an ambient transaction what names no handle, or the library's own, runs in it. Callees are seen to where timelines are walked. */
export function ambientBody(scope: Scope, body: Timeline): Timeline {
  if (!scope.ambient) return body;
  return body.map((moment) => {
    if (moment.kind === "call" || moment.kind === "deferred") return moment;
    if (moment.kind !== "happens") return withParts(moment, (inner) => ambientBody(scope, inner));
    const { effect, library, handle } = moment.what;
    const joins = (effect.kind === "query" || effect.kind === "control") && library === scope.library && handle?.is !== "transaction";
    return joins ? { ...moment, what: { ...moment.what, handle: scope.handle } } : moment;
  });
}

/** What is entered by itself: `with connection:`, an instance of a class that says what entering it does. */
function aroundValue(frame: Frame, node: With, body: Timeline): Timeline {
  const { engine, place } = frame;
  const nothing = givenExactly([], "python");
  const values = alternatives(evaluate(engine, place, node.resource));
  for (const value of values) {
    if (value.kind === "typed") {
      const entered = engine.catalog.enteredOf(value.library, value.type);
      if (entered?.action.gathers) return [...body, ...startedIn(frame, node)];
      if (entered?.action.waits) return [...interpretAction(frame, pretend(node), knownOf(entered, value), nothing), ...body];
      // A block round statements that commit one by one changes nothing about them.
      if (entered?.action.opens?.scope === "transaction" && value.handle?.alone) return body;
      if (entered) return [scopeAround(frame, pretend(node), knownOf(entered, value), nothing, body)];
    }
    if (value.kind === "instance") {
      const enter = methodOf(engine, value, "__enter__", "__aenter__");
      if (enter) return aroundInstance(frame, node, value, enter, body);
    }
  }
  const isKnown = node.into === null || values.some(({ kind }) => kind === "typed");
  return isKnown || !beginsInside(body) ? body : [{ kind: "scope", scope: blockOfNobody(frame, node), body }];
}

/** What was put into what is entered is waited for, all of it, where the block ends. */
function startedIn(frame: Frame, node: With): Timeline {
  const { engine, place, stash } = frame;
  const group = node.into === null ? null : evaluate(engine, place, node.into);
  const started = [...stash.keys()].filter((one) => evaluate(engine, place, one) === group).flatMap((one) => takeStashed(frame, one, new Set()));
  return started.length === 0 ? EMPTY : [{ kind: "concurrent", span: spanIn(frame, node), body: started }];
}

/** Nobody knows what is entered: whatever it gave, it takes back at its end. */
const blockOfNobody = (frame: Frame, node: With): Scope => ({
  id: `block ${frame.place.file}:${node.start}`,
  opens: "connection",
  name: "",
  span: spanIn(frame, node),
  handle: null,
  library: "",
  nests: false,
  atomic: false,
  sync: false,
  ambient: false,
  isolation: null,
  confidence: "high",
});

const knownOf = ({ library, action }: Readonly<{ library: string; action: Action }>, receiver: TypedValue): KnownAction =>
  ({ library, action, receiver, confidence: receiver.confidence });

/** Entering is a call that nobody wrote. */
const pretend = (node: With): CallNode => ({ kind: "call", into: node.resource, callee: node.resource, args: [], as: "call", start: node.start, end: node.start });

function methodOf(engine: Engine, value: Value, ...names: readonly string[]): FunctionValue | null {
  const found = names.flatMap((name) => alternatives(memberOf(engine, value, name))).find((one) => one.kind === "function");
  return found?.kind === "function" ? found : null;
}

function aroundInstance(frame: Frame, node: With, value: Value, enter: FunctionValue, body: Timeline): Timeline {
  const exit = methodOf(frame.engine, value, "__exit__", "__aexit__");
  const run = (fn: FunctionValue): Timeline => {
    const moment = functionMoment(frame, pretend(node), fn, givenAtLeast([], "python"), "awaited");
    return moment ? [moment] : EMPTY;
  };
  const finalizer = exit ? run(exit) : EMPTY;
  const guarded: Timeline = finalizer.length === 0 ? body : [{ kind: "guarded", span: spanIn(frame, node), body, handlers: [], finalizer }];
  return [...run(enter), ...guarded];
}

/** A call of a generator of the program, entered as a block or put round a function. */
export function aroundOwnGenerator(frame: Frame, node: CallNode, body: Timeline): Timeline | null {
  const { engine, place } = frame;
  const callee = alternatives(evaluate(engine, place, node.callee)).find((one) => one.kind === "function" && functionOf(engine, one.fn)?.isGenerator);
  return callee?.kind === "function" ? aroundGenerator(frame, node, callee, givenArguments(engine, place, node.args), body) : null;
}

/** The generator runs up to its `yield`, then the block in its place, then the rest. */
function aroundGenerator(frame: Frame, node: CallNode, callee: FunctionValue, given: Given, body: Timeline): Timeline {
  const place: Moment = { kind: "yields", span: spanIn(frame, node) };
  const timeline = interpretYielding(frame.engine, callee.fn, frameFor(frame.engine, callee, given), place);
  if (!timeline.some((moment) => holds(moment, place))) return body;
  const name = functionOf(frame.engine, callee.fn)?.name ?? "";
  const outside = (moments: Timeline): Timeline =>
    moments.length === 0
      ? EMPTY
      : [{ kind: "call", span: spanIn(frame, node), fn: callee.fn, name, through: "name", settling: "awaited", confidence: "high", body: moments }];
  return splice(timeline, place, body, outside);
}

const holds = (moment: Moment, place: Moment): boolean => moment === place || partsOf(moment).some((inner) => inner.some((one) => holds(one, place)));

/** Puts the block where its place is; what the generator does round it are calls of the generator. */
function splice(timeline: Timeline, place: Moment, body: Timeline, outside: (moments: Timeline) => Timeline): Timeline {
  const at = timeline.findIndex((moment) => holds(moment, place));
  const moment = timeline[at];
  if (!moment) return outside(timeline);
  const inner = (one: Timeline): Timeline => splice(one, place, body, outside);
  const here = moment === place ? body : [withParts(moment, inner)];
  return [...outside(timeline.slice(0, at)), ...here, ...splice(timeline.slice(at + 1), place, body, outside)];
}


/** What `as` names: what the generator yields, what the entry gives, or the thing itself. A block that gives something at all gives it always. */
export function enteredValue(engine: Engine, resource: Value, site: Parameters<typeof callValue>[3]): Value {
  if (resource.kind === "tuple") return withoutNothing(engine, itemOf(engine, resource));
  const enter = resource.kind === "instance" ? methodOf(engine, resource, "__enter__", "__aenter__") : null;
  return enter ? callValue(engine, enter, [], site) : resource;
}

const withoutNothing = (engine: Engine, value: Value): Value =>
  value.kind === "union" ? unionOf(engine, value.of.filter((one) => !isNothing(one))) : value;
