/** What libraries' decorators make of a function: something that can also be sent away, a cache, a function that runs in a transaction. */
import type { CallNode, FunctionId, IrClass, ValueId } from "../../ir/nodes.ts";
import type { Moment, Timeline } from "../../facts.ts";
import { addTo } from "../../groups.ts";
import type { Opens } from "../../models/schema.ts";
import { oncePer } from "../../once-per.ts";
import type { Env, Value } from "../../values/value.ts";
import { ambientBody, aroundOwnGenerator } from "./blocks.ts";
import { type Given, givenAtLeast } from "../evaluate/arguments.ts";
import { resultOfAction } from "../evaluate/apply-action.ts";
import { alternatives, definitionOf, fileOf, functionOf, unionOf, type Engine } from "../program/engine.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { actionFor, frameFor, type KnownAction } from "../evaluate/evaluate-call.ts";
import { languageOf } from "../evaluate/evaluate-import.ts";
import { defaultReceiver } from "../evaluate/evaluate-parameter.ts";
import type { ActionContext } from "./interpret-action.ts";
import { openedScope } from "./opened-scope.ts";
import { spanIn, type Frame } from "./interpret.ts";
import { firstDefinition, type ModuleIndex } from "../program/module-index.ts";
import type { FilePath, Span } from "../../source.ts";
import { usesOf } from "../program/uses.ts";

/** The decorated function, with what the decorator adds to it: it can still be called as itself. */
export function decoratedByLibrary(engine: Engine, callee: Value, original: Value, given: Given, site: Span): Value {
  for (const one of alternatives(callee)) {
    const known = actionFor(engine, one, given, "call");
    if (!known) continue;
    const { action, library, receiver } = known;
    if (action.memoizes) return resultOfAction(engine, action, { library, receiver, given, site });
    if (isScope(action.opens)) return original;
    const added =
      typeof action.returns === "string" && action.returns !== "receiver" && action.returns !== "settled"
        ? resultOfAction(engine, action, { library, receiver, given, site })
        : one;
    if (added.kind === "typed" && Object.keys(engine.catalog.type(added.library, added.type)?.members ?? {}).length > 0) return unionOf(engine, [original, added]);
  }
  return original;
}

const isScope = (opens: Opens | undefined): boolean => opens?.until === "block-ends" || opens?.until === "wrapped-returns";

/** A function whose decorator opens something runs in it, whoever calls it. */
export function insideDecorators(frame: Frame, timeline: Timeline): Timeline {
  if (timeline.length === 0) return timeline;
  return decoratorsOf(frame.engine, frame.code.id).reduce((body, node) => {
    const scope = scopeOf(frame, node);
    const opened: Moment | null = scope && { kind: "scope", scope, body: ambientBody(scope, body) };
    return opened ? [opened] : (insideGenerator(frame, node, body) ?? body);
  }, timeline);
}

/** `@unit_of_work()`, where that is a generator of the program: the function runs where it yields. */
function insideGenerator(frame: Frame, { callee }: CallNode, body: Timeline): Timeline | null {
  const definition = definitionOf(frame.engine, frame.place.file, callee);
  const made = definition?.by === "node" && definition.node.kind === "call" ? definition.node : null;
  return made && aroundOwnGenerator({ ...frame, place: { file: frame.place.file, env: null } }, made, body);
}

function scopeOf(frame: Frame, node: CallNode): ActionScope | null {
  const { engine, place: { file } } = frame;
  const place = { file, env: null };
  const decorated = node.args[0] ? evaluate(engine, place, node.args[0].value) : engine.unknown;
  const given = givenAtLeast([decorated], languageOf(engine, file));
  for (const callee of alternatives(evaluate(engine, place, node.callee))) {
    const known: KnownAction | null = actionFor(engine, callee, given, "call");
    const opens = known?.action.opens;
    if (!known || !opens || !isScope(opens)) continue;
    const context: ActionContext = { frame, node, known, call: { library: known.library, receiver: known.receiver, given, site: spanIn(frame, node) } };
    return openedScope(context, opens);
  }
  return null;
}

type ActionScope = ReturnType<typeof openedScope>;

/** The decorators of the frame's function, the one nearest to it first. */
function decoratorsOf(engine: Engine, fn: FunctionId): readonly CallNode[] {
  const index = engine.program.module(fileOf(fn));
  return index ? (decoratorsIn(index).get(fn) ?? []) : [];
}

/** A decorator says that it is a command of a command line. */
export const isCommand = (engine: Engine, fn: FunctionId): boolean => decoratingActions(engine, fn).some((known) => known?.action.runsOnce === true);

/** A decorator tries it again when it fails. */
export const isTriedAgain = (engine: Engine, fn: FunctionId): boolean => decoratingActions(engine, fn).some((known) => known?.action.again === true);

/** Nobody knows what one of its decorators makes of it. */
export const isMadeUnseen = (engine: Engine, fn: FunctionId): boolean => decoratingActions(engine, fn).includes(null);

/** A decorator takes it out of what is open round all requests. */
export const isOutOfRequests = (engine: Engine, fn: FunctionId): boolean => decoratingActions(engine, fn).some((known) => known?.action.outOfRequests === true);

/** One on the class says so of its objects. */
export const isClassOutOfRequests = (engine: Engine, { id, marks }: IrClass): boolean =>
  actionsOf(engine, fileOf(id), marks.flatMap((mark) => calleeOf(engine, fileOf(id), mark) ?? [])).some((known) => known?.action.outOfRequests === true);

function calleeOf(engine: Engine, file: FilePath, mark: ValueId): ValueId | null {
  const definition = definitionOf(engine, file, mark);
  return definition?.by === "node" && definition.node.kind === "call" ? definition.node.callee : null;
}

export const decoratingActions = (engine: Engine, fn: FunctionId): readonly (KnownAction | null)[] =>
  actionsOf(engine, fileOf(fn), decoratorsOf(engine, fn).map(({ callee }) => callee));

function actionsOf(engine: Engine, file: FilePath, decorators: readonly ValueId[]): readonly (KnownAction | null)[] {
  const given = givenAtLeast([], languageOf(engine, file));
  return decorators.flatMap((one) => alternatives(evaluate(engine, { file, env: null }, one))).map((one) => actionFor(engine, one, given, "call"));
}

/** The functions that decorators of the program put in the places of others, in frames in which nothing is known of the arguments. */
export function replacedFunctions(engine: Engine, file: FilePath): readonly Readonly<{ fn: FunctionId; env: Env }>[] {
  const index = engine.program.module(file);
  const given = givenAtLeast([], languageOf(engine, file));
  return (index?.calls ?? []).flatMap(({ node }) => {
    const fn = index && node.as === "decorate" && !isDecorated(index, node.into) ? decoratedFunction(index, node) : null;
    const made = fn === null ? [] : alternatives(evaluate(engine, { file, env: null }, node.into));
    const self = fn !== null && functionOf(engine, fn)?.bound ? defaultReceiver(engine, fn) : null;
    const others = made.filter((one) => one.kind === "function" && one.env !== null && one.fn !== fn);
    return others.flatMap((one) => (one.kind === "function" ? [{ fn: one.fn, env: frameFor(engine, { ...one, self: one.self ?? self }, given) }] : []));
  });
}

/** Another decorator takes what this one gives. */
const isDecorated = (index: ModuleIndex, value: ValueId): boolean =>
  usesOf(index, value).some((use) => use.kind === "call" && use.as === "decorate" && use.args[0]?.value === value);

const decoratorsIn = oncePer((index: ModuleIndex): ReadonlyMap<FunctionId, readonly CallNode[]> => {
  const found = new Map<FunctionId, CallNode[]>();
  for (const { node } of index.calls) {
    const fn = node.as === "decorate" ? decoratedFunction(index, node) : null;
    if (fn !== null) addTo(found, fn, node);
  }
  return found;
});

function decoratedFunction(index: ModuleIndex, node: CallNode): FunctionId | null {
  const value = node.args[0]?.value;
  const definition = value === undefined ? undefined : firstDefinition(index, value);
  if (definition?.by !== "node") return null;
  if (definition.node.kind === "closure") return definition.node.fn;
  return definition.node.kind === "call" && definition.node.as === "decorate" ? decoratedFunction(index, definition.node) : null;
}
