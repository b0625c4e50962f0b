/** What a call gives back. */
import type { CallNode, FunctionId, IrFunction } from "../../ir/nodes.ts";
import { own } from "../../ir/own.ts";
import type { Action } from "../../models/schema.ts";
import { type Span, spanOf } from "../../source.ts";
import { readSql } from "../../sql.ts";
import type { ClassValue, Env, FunctionValue, TypedValue, Value } from "../../values/value.ts";
import { calleeByType } from "./ask-types.ts";
import { decoratedByLibrary } from "../interpret/decorators.ts";
import { ancestry, nearestCreate } from "../classes/ancestry.ts";
import { givenArguments, givenExactly, isRecord, type LibraryCall, namedBeyond, withoutPlace, type Given } from "./arguments.ts";
import { saysAll } from "./connect-settings.ts";
import { resultOfAction } from "./apply-action.ts";
import { alternatives, constant, fileOf, functionOf, isNothing, isVague, stringOf, unionOf, type Engine } from "../program/engine.ts";
import { evaluate, type Place } from "./evaluate.ts";
import { externalMember, languageOf, reveal } from "./evaluate-import.ts";
import { rowOf, valueOfExport } from "./evaluate-library.ts";
import { handedOut, isForeign } from "../given/handed-out.ts";
import { memberAlong, memberOf } from "./evaluate-member.ts";
import { isName } from "./member-names.ts";
import { inferReturn } from "./infer-return.ts";
import { returnOf } from "./evaluate-return.ts";
import { valueOfType } from "./evaluate-type.ts";
import { shapeOf } from "./match-shape.ts";
import { carries, nameless, namelessBut } from "./nameless.ts";
import { leadsToRows } from "../classes/row-class.ts";
import { holdsActors } from "../collections/registries.ts";
import { rowsBehind } from "../collections/rows-behind.ts";
import { withReceiver } from "./receivers.ts";
import { isTellingCall } from "./telling.ts";

export function evaluateCall(engine: Engine, place: Place, node: CallNode): Value {
  if (node.as === "decorate") return decorated(engine, place, node);
  const callee = calleeByType(engine, place.file, node, evaluate(engine, place, node.callee));
  const given = givenArguments(engine, place, node.args);
  return unionOf(engine, alternatives(callee).map((one) => resultOfCall(engine, one, given, node.as, spanOf(place.file, node))));
}

/** Calls a value with known positional arguments. */
export function callValue(engine: Engine, callee: Value, args: readonly Value[], site: Span): Value {
  const given = givenExactly(args, languageOf(engine, site.file));
  return unionOf(engine, alternatives(callee).map((one) => resultOfCall(engine, one, given, "call", site)));
}

function resultOfCall(engine: Engine, callee: Value, given: Given, as: CallNode["as"], site: Span): Value {
  if (callee.kind === "elsewhere") return isTellingCall(engine, given) ? callRevealed(engine, callee, given, as, site) : engine.unknown;
  if (callee.kind === "function") return ofProgram(engine, callee, frameFor(engine, callee, given));
  if (callee.kind === "class")
    return engine.interner.value({ kind: "instance", cls: callee.cls, args: constructorArguments(engine, callee, given), env: callee.env });
  if (callee.kind === "wrapped") return callValue(engine, callee.inner, given.positional, site);
  if (callee.kind === "method" && callee.of.kind === "function") return ofFunction(engine, callee.of, callee.name, given, site);
  const known = actionFor(engine, callee, given, as);
  if (known) return resultOfAction(engine, known.action, { library: known.library, receiver: known.receiver, given, site });
  if (givesHung(engine, callee, given)) return handedOut(engine, stringOf(given.positional[0] ?? engine.unknown) ?? "");
  if (callee.kind === "method" && callee.of.kind === "declared") return ofDeclared(engine, callee.of, callee.name);
  return callee.kind === "external" ? engine.interner.value({ ...callee, path: [...callee.path, "()"].slice(0, 6) }) : engine.unknown;
}

/** `context.get("db")` */
const givesHung = (engine: Engine, callee: Value, { language }: Given): boolean =>
  callee.kind === "method" && engine.catalog.carriage(language).gives.has(callee.name) && isForeign(engine, callee.of);

function callRevealed(engine: Engine, callee: Value, given: Given, as: CallNode["as"], site: Span): Value {
  return unionOf(
    engine,
    alternatives(reveal(engine, callee)).map((one) => (one.kind === "elsewhere" ? engine.unknown : resultOfCall(engine, one, given, as, site))),
  );
}

function ofProgram(engine: Engine, callee: FunctionValue, env: Env): Value {
  const returned = returnOf(engine, callee.fn, env);
  return isVague(returned) ? inferReturn(engine, callee, env) : returned;
}

/** `f.call(self, …)`, `f.apply(self, list)`, `f.bind(self)`. */
function ofFunction(engine: Engine, fn: FunctionValue, name: string, given: Given, site: Span): Value {
  const [, ...rest] = given.positional;
  const bound = calledOn(engine, fn, given.positional[0]);
  if (name === "bind") return rest.length === 0 ? bound : engine.interner.value({ ...bound, bound: [...(fn.bound ?? []), ...rest] });
  if (name !== "call" && name !== "apply") return engine.unknown;
  return callValue(engine, bound, name === "call" ? rest : spreadList(engine, rest[0]), site);
}

/** The function with another receiver, where that is known. */
export function calledOn(engine: Engine, fn: FunctionValue, self: Value | undefined): FunctionValue {
  const isKnown = self !== undefined && !isVague(self) && !isNothing(self);
  return engine.interner.value({ ...fn, self: isKnown ? self : (fn.self ?? self ?? null) });
}

export function spreadList(engine: Engine, list: Value | undefined): readonly Value[] {
  if (list?.kind === "tuple") return list.items;
  if (list?.kind !== "list") return [];
  const items = Array.from({ length: 8 }, (_, i) => memberOf(engine, list, String(i)));
  const last = items.findLastIndex((item) => item.kind !== "unknown");
  return items.slice(0, last + 1);
}

function ofDeclared(engine: Engine, object: Extract<Value, { kind: "declared" }>, name: string): Value {
  const { type } = object;
  const member = type.kind === "record" ? own(type.members, name) : undefined;
  return member?.kind === "function" && member.returns ? valueOfType(engine, object.file, member.returns) : engine.unknown;
}

/** What the models say of a call: each action that it may be, with what it is done to. */
export function actionsAt(engine: Engine, place: Place, node: CallNode): readonly Readonly<{ action: Action; call: LibraryCall }>[] {
  const given = givenArguments(engine, place, node.args);
  const site = spanOf(place.file, node);
  return alternatives(evaluate(engine, place, node.callee)).flatMap((callee) => {
    const known = actionFor(engine, callee, given, node.as);
    return known ? [{ action: known.action, call: { library: known.library, receiver: known.receiver, given, site } }] : [];
  });
}

export type KnownAction = Readonly<{ action: Action; library: string; receiver: Value | null; confidence: "high" | "medium" | "low" }>;

/** The action that the models give for calling a value, as it is told what to do. */
export function actionFor(engine: Engine, callee: Value, given: Given, as: CallNode["as"]): KnownAction | null {
  const known = actionOf(engine, callee, given, as);
  const told = known?.action.told;
  return known && told && saysAll(engine, { given }, told.ways) ? { ...known, action: told.does } : known;
}

function actionOf(engine: Engine, callee: Value, given: Given, as: CallNode["as"]): KnownAction | null {
  const how = as === "construct" ? "construct" : "call";
  if (callee.kind === "external") {
    const known = externalMember(engine, callee);
    const action = known && typeof known.member === "object" ? (known.member[how] ?? (how === "call" ? known.member.construct : undefined)) : undefined;
    if (known && action) return { action, library: known.model.name, receiver: null, confidence: known.model.confidence ?? "high" };
    const exported = known && typeof known.member === "object" && known.member.value !== undefined ? valueOfExport(engine, callee) : null;
    if (exported) return valueCall(engine, exported);
    return how === "call" ? (shapeOfExport(engine, callee, given) ?? builtinOfResult(engine, callee, given)) : null;
  }
  if (callee.kind === "typed") return valueCall(engine, callee);
  if (callee.kind === "result") return rowMethod(engine, callee, given, how);
  return callee.kind === "method" ? methodAction(engine, callee, given, how) : null;
}

/** A method of a row that a statement gave: `user.save()`. */
function rowMethod(engine: Engine, callee: Extract<Value, { kind: "result" }>, given: Given, how: "call" | "construct"): KnownAction | null {
  const { query, via } = callee;
  const name = via.at(-1);
  if (name === undefined) return null;
  const found = rowOf(engine, query);
  const before = via.slice(0, -1);
  // What every value has is asked of the result: `lookup().then(…)`, `rows.map(…)`.
  const row = found && (before.length > 0 || engine.catalog.member(found.library, found.type, name)) ? found : null;
  // What leads from a row to others: `order.lines.create(…)`.
  const receiver = row
    ? memberAlong(engine, row, before.filter((step) => !leadsToRows(query, step)))
    : engine.interner.value({ ...callee, via: before });
  const method = engine.interner.value({ kind: "method", of: receiver, name });
  return methodAction(engine, method, given, how);
}

/** A value that is itself called, or is a tag. */
function valueCall(engine: Engine, value: TypedValue): KnownAction | null {
  const called = engine.catalog.callOf(value.library, value.type);
  return called ? { ...called, receiver: value, confidence: value.confidence } : null;
}

function methodAction(engine: Engine, callee: Extract<Value, { kind: "method" }>, given: Given, how: "call" | "construct"): KnownAction | null {
  const { of } = callee;
  if (of.kind === "typed" && !of.list) {
    const found = engine.catalog.member(of.library, of.type, callee.name);
    const action = found && typeof found.member === "object" ? (found.member[how] ?? found.member.call ?? found.member.construct) : undefined;
    if (found && action) return { action, library: found.library, receiver: of, confidence: of.confidence };
  }
  return shapeOf(engine, callee, given) ?? builtin(engine, callee, given);
}

/** What an export has of which no model speaks: `Token.objects.create(…)`. */
function shapeOfExport(engine: Engine, callee: Extract<Value, { kind: "external" }>, given: Given): KnownAction | null {
  const name = callee.path.at(-1);
  if (name === undefined || callee.path.length < 3 || callee.path.includes("()")) return null;
  const method = engine.interner.value({ kind: "method", of: engine.interner.value({ ...callee, path: callee.path.slice(0, -1) }), name });
  return shapeOf(engine, method, given);
}

/** What a package's function gives back may be a list or a promise, whatever else it is. */
function builtinOfResult(engine: Engine, callee: Extract<Value, { kind: "external" }>, given: Given): KnownAction | null {
  const name = callee.path.at(-1) ?? "()";
  if (name === "()" || !callee.path.slice(0, -1).includes("()")) return null;
  const method = engine.interner.value({ kind: "method", of: engine.unknown, name });
  return builtin(engine, method, given);
}

/** Methods that every value of the language may have: `map`, `then`, `push`. */
function builtin(engine: Engine, callee: Extract<Value, { kind: "method" }>, given: Given): KnownAction | null {
  const found = engine.catalog.member(given.language, "Any", callee.name);
  const action = found && typeof found.member === "object" ? found.member.call : undefined;
  const picksFrom = action?.picks?.from === "receiver" && !action.callbacks ? callee.of : null;
  const picksNothing = picksFrom !== null && !isRecord(picksFrom) && !rowsBehind(engine, picksFrom) && !holdsActors(engine, picksFrom);
  if (!found || !action || picksNothing) return null;
  return { action, library: found.library, receiver: callee.of, confidence: "high" };
}

/** How often a function is told apart by what it is given: short ones cost little, and everything goes through them. */
const CONTEXTS = 10;
/** Functions that call each other multiply their contexts: in programs made of small functions more than this is without end. */
const MOST_CONTEXTS = 20;
const TEXT_OF_CONTEXTS = 6_000;
const MOST_FRAMES = 100 * CONTEXTS;
const contextsOf = ({ start, end }: IrFunction): number => Math.max(CONTEXTS, Math.min(MOST_CONTEXTS, Math.floor(TEXT_OF_CONTEXTS / (end - start))));

const withBound = ({ bound }: FunctionValue, given: Given): Given =>
  bound ? { ...given, positional: [...bound, ...given.positional] } : given;

/** The frame in which a function of the program runs when it is given these arguments. */
export function frameFor(engine: Engine, value: FunctionValue, arguments_: Given): Env {
  const code = functionOf(engine, value.fn);
  const { callee, given } = code ? withReceiver(engine, value, code, withBound(value, arguments_)) : { callee: value, given: arguments_ };
  const args = code ? arrange(engine, code, given).map((arg) => withoutPlace(engine, arg)) : [];
  const { contexts, handles } = contextsFor(engine, callee.fn);
  const most = code ? contextsOf(code) : CONTEXTS;
  const keeps = (arg: Value, index: number | null): boolean =>
    contexts.size < Math.max(framesFor(arg), 4 * most) && (carries(engine, arg) || isControl(arg) || (index !== null && isName(engine, callee.fn, index, arg)));
  const less = contexts.size < MOST_FRAMES ? namelessBut : nameless;
  const isKnown = contexts.has(contextOf(args, callee.self));
  const isOneOfFew = (arg: Value): boolean => isHandle(arg) && handles.add(arg.id).size <= FEW_HANDLES;
  const reduced = (arg: Value, index: number | null): Value => (isKnown || contexts.size < most || keeps(arg, index) ? arg : less(engine, arg));
  const kept = args.map((arg, index) => (isOneOfFew(arg) ? arg : reduced(arg, index)));
  // What an object was made with is for its methods what arguments are.
  const self = callee.self?.kind !== "instance" ? callee.self
    : engine.interner.value({ ...callee.self, args: callee.self.args?.map((arg) => reduced(arg, null)) ?? null });
  const env = engine.interner.env(callee.fn, kept, self, callee.env);
  contexts.add(contextOf(kept, self));
  return env;
}

/** What one function for all statements runs them on is kept for ever where that is always the same. */
const FEW_HANDLES = 3;
const isHandle = (value: Value): boolean => alternatives(value).some((one) => one.kind === "typed" && one.handle !== null && one.query === null);

function contextsFor({ contexts }: Engine, fn: FunctionId): Readonly<{ contexts: Set<string>; handles: Set<number> }> {
  const known = contexts.get(fn) ?? { contexts: new Set<string>(), handles: new Set<number>() };
  contexts.set(fn, known);
  return known;
}

/** Where the function stands in others that are called many times is not counted: what it is given tells its calls apart. */
const contextOf = (args: readonly Value[], self: Value | null): string => `${self?.id ?? 0} ${args.map(({ id }) => id).join()}`;

/** "BEGIN", which a program's own function for any statement is given among all others. */
function isControl(value: Value): boolean {
  const text = stringOf(value);
  return text !== null && text.length < 60 && readSql([text]).control !== null;
}

/** Up to how many frames an argument is kept: what runs inside a helper, and on which table, is its caller's for long, by name for longest. */
function framesFor({ kind }: Value): number {
  if (kind === "constant" || kind === "text") return MOST_FRAMES;
  return kind === "function" || kind === "class" ? 20 * CONTEXTS : 4 * CONTEXTS;
}

/** Positions and keywords as the parameters stand. */
export function arrange(engine: Engine, code: IrFunction, given: Given): Value[] {
  const missing = given.open ? engine.unknown : constant(engine, null);
  const rest = code.params.findIndex((param) => param.rest);
  return code.params.map((param, index) => {
    if (param.named) return namedBeyond(engine, code, given);
    if (param.rest) return engine.interner.value({ kind: "tuple", items: given.positional.slice(index), open: given.open });
    const placed = rest >= 0 && index > rest ? undefined : given.positional[index];
    return placed ?? (param.name === null ? undefined : given.named.get(param.name)) ?? missing;
  });
}

/** What the nearest constructor gets, keywords in their parameters' places. */
export function constructorArguments(engine: Engine, { cls, env }: ClassValue, given: Given): readonly Value[] | null {
  const create = nearestCreate(ancestry(engine, cls, env));
  const code = create ? functionOf(engine, create) : null;
  const isPlain = given.named.size === 0 && !given.open && !code?.params.some((param) => param.rest);
  return code && !isPlain ? arrange(engine, code, given) : given.positional;
}

/** A decorator of the program gives what it returns or puts in the descriptor's place; any other leaves what it decorates. */
function decorated(engine: Engine, place: Place, node: CallNode): Value {
  const [first] = node.args;
  const original = first ? evaluate(engine, place, first.value) : engine.unknown;
  const callee = evaluate(engine, place, node.callee);
  const given = givenArguments(engine, place, node.args);
  if (callee.kind !== "function")
    return languageOf(engine, place.file) === "python" ? decoratedByLibrary(engine, callee, original, given, spanOf(place.file, node)) : original;
  const env = frameFor(engine, callee, given);
  const returned = returnOf(engine, callee.fn, env);
  if (alternatives(returned).some((one) => one.kind === "function" && one.fn !== (original.kind === "function" ? original.fn : null))) return returned;
  return replacement(engine, callee.fn, env) ?? original;
}

/** `descriptor.value = function …` in a decorator's body. */
function replacement(engine: Engine, fn: FunctionId, env: Env): Value | null {
  const file = fileOf(fn);
  const descriptor = functionOf(engine, fn)?.params[2]?.value;
  const stored = descriptor === undefined ? undefined : engine.program.module(file)?.stores.get(descriptor)?.get("value")?.at(-1);
  if (stored === undefined) return null;
  const value = evaluate(engine, { file, env }, stored);
  return value.kind === "function" ? value : null;
}
