/**
 * What a value may be. Demand-driven: only what is asked for is worked out, once per value and frame. A frame holds what a
 * function was called with; without one, parameters are what their annotations, defaults and callers say.
 */
import { mapIn } from "../../groups.ts";
import { GLOBALS, type FunctionId, type IrNode, type TypeExpression, type ValueId } from "../../ir/nodes.ts";
import { type FilePath, spanOf } from "../../source.ts";
import type { Env, Value } from "../../values/value.ts";
import { alternatives, constant, fileOf, frameOf, functionOf, isNothing, isVague, once, stringOf, unionOf, type Engine } from "../program/engine.ts";
import { objectByType } from "./ask-types.ts";
import { enteredValue } from "../interpret/blocks.ts";
import { evaluateCall } from "./evaluate-call.ts";
import { evaluateImport, isOwnFolder } from "./evaluate-import.ts";
import { handedOut, isForeign } from "../given/handed-out.ts";
import { inheritedMember, itemOf, memberNamed, memberOf } from "./evaluate-member.ts";
import { defaultParameter, defaultReceiver, unseenArgument } from "./evaluate-parameter.ts";
import { castClient, clientsOfType, valueOfType } from "./evaluate-type.ts";
import { settle } from "./apply-action.ts";
import { type Definition, definitionsOf, firstDefinition, onlyDefinition } from "../program/module-index.ts";
import { outcomeOf } from "./evaluate-return.ts";
import { withStandIn } from "./stand-in.ts";
import { isTelling } from "./telling.ts";
import { lookupsOf, presenceOf, truthOf } from "./truth.ts";

export type Place = Readonly<{ file: FilePath; env: Env | null }>;

export function evaluate(engine: Engine, place: Place, value: ValueId): Value {
  const index = engine.program.module(place.file);
  const only = onlyDefinition(index, value);
  const memo = (only ? frameOf(place.env, only.fn) : place.env)?.values ?? mapIn(engine.memo, place.file);
  return memo.get(value) ?? once<number, Value>(engine, memo, value, engine.unknown, () =>
    only ? inFrame(engine, place, only) : ofSeveral(engine, place, memo, value, definitionsOf(index, value)));
}

/** `session: Session` by itself puts nothing into a variable; it says how to take what is put there elsewhere. */
function ofSeveral(engine: Engine, place: Place, memo: Map<number, Value | null>, value: ValueId, definitions: readonly Definition[]): Value {
  const put = definitions.filter((one) => declaredType(one) === null);
  const type = put.length === 0 || put.length === definitions.length ? undefined : definitions.map(declaredType).find((one) => one !== null);
  return type ? takenAs(engine, place.file, type, ofPut(engine, place, memo, value, put)) : ofPut(engine, place, memo, value, definitions);
}

const declaredType = (definition: Definition): TypeExpression | null =>
  definition.by === "node" && definition.node.kind === "typed" && definition.node.value === null ? definition.node.type : null;

/** Where a variable is put back with something more (`query = query.limit(5)`), that is made of what else is put into it. */
function ofPut(engine: Engine, place: Place, memo: Map<number, Value | null>, value: ValueId, definitions: readonly Definition[]): Value {
  const others = definitions.filter((one) => !(one.by === "node" && leadsTo(engine, place.file, one.node, value)));
  const base = unionOf(engine, others.map((one) => inFrame(engine, place, one)));
  if (others.length === definitions.length) return base;
  memo.set(value, base);
  return unionOf(engine, [base, ...definitions.filter((one) => !others.includes(one)).map((one) => inFrame(engine, place, one))]);
}

/** It is what a chain of calls that starts at the variable gives. */
function leadsTo(engine: Engine, file: FilePath, node: IrNode, variable: ValueId, depth = 0): boolean {
  const source = linkBefore(node);
  if (source === null || depth > 12) return false;
  if (source === variable) return true;
  const definition = onlyDefinition(engine.program.module(file), source);
  return definition?.by === "node" && leadsTo(engine, file, definition.node, variable, depth + 1);
}

function linkBefore(node: IrNode): ValueId | null {
  switch (node.kind) {
    case "assign":
      return node.from.length === 1 ? (node.from[0] ?? null) : null;
    case "call":
      return node.callee;
    case "member":
      return node.object;
    case "await":
      return node.value;
    default:
      return null;
  }
}

/** What a variable is before anything else is put into it. */
export function evaluateFirst(engine: Engine, place: Place, value: ValueId): Value {
  const first = firstDefinition(engine.program.module(place.file), value);
  return first ? inFrame(engine, place, first) : engine.unknown;
}

const inFrame = (engine: Engine, place: Place, definition: Definition): Value =>
  evaluateDefinition(engine, { file: place.file, env: frameOf(place.env, definition.fn) ?? place.env }, definition);

function evaluateDefinition(engine: Engine, place: Place, definition: Definition): Value {
  switch (definition.by) {
    case "parameter": {
      const frame = frameOf(place.env, definition.fn);
      return frame ? givenParameter(engine, place, frame, definition.index) : defaultParameter(engine, definition.fn, definition.index);
    }
    case "receiver":
      return frameOf(place.env, definition.fn)?.self ?? defaultReceiver(engine, definition.fn);
    case "item":
      return itemOf(engine, evaluate(engine, place, definition.over));
    case "caught":
      return engine.unknown;
    case "node":
      return superMember(engine, place, definition) ?? evaluateNode(engine, place, definition.node);
  }
}

/** What the caller gave; what is usual speaks where that is not known, the default where nothing was given. */
function givenParameter(engine: Engine, place: Place, frame: Env, index: number): Value {
  const param = functionOf(engine, frame.fn)?.params[index];
  if (param?.rest) return frame.args[index] ?? engine.interner.value({ kind: "tuple", items: [] });
  const given = frame.args[index] ?? constant(engine, null);
  if (isVague(given)) {
    const usual = unseenArgument(engine, frame.fn, index);
    return usual.kind === "unknown" ? given : usual;
  }
  const missing = isNothing(given);
  return missing && param && param.fallback !== null ? evaluate(engine, place, param.fallback) : clientsOfType(engine, place.file, param?.type, given);
}

/** `super().method` is the nearest base's, on the same instance or class. */
function superMember(engine: Engine, place: Place, { node, fn }: Extract<Definition, { by: "node" }>): Value | null {
  if (node.kind !== "member" || node.property === null) return null;
  const object = firstDefinition(engine.program.module(place.file), node.object);
  if (object?.by !== "node" || object.node.kind !== "import" || object.node.name !== "super" || object.node.module !== GLOBALS) return null;
  const method = methodAround(engine, fn);
  const self = method && (frameOf(place.env, method)?.self ?? defaultReceiver(engine, method));
  const cls = method ? engine.program.module(place.file)?.classOf.get(method) : undefined;
  return cls && (self?.kind === "instance" || self?.kind === "class") ? inheritedMember(engine, self, cls, node.property) : null;
}

/** The method in which a function stands, itself perhaps. */
function methodAround(engine: Engine, fn: FunctionId): FunctionId | null {
  for (let at: FunctionId | null = fn; at; at = functionOf(engine, at)?.parent ?? null) if (engine.program.module(fileOf(at))?.classOf.has(at)) return at;
  return null;
}

function evaluateNode(engine: Engine, place: Place, node: IrNode): Value {
  const at = (value: ValueId): Value => evaluate(engine, place, value);
  switch (node.kind) {
    case "import":
      return evaluateImport(engine, place.file, node.module, node.name);
    case "constant":
      return constant(engine, node.value);
    case "text":
      return engine.interner.value({ kind: "text", parts: node.parts.flatMap((part) => (typeof part === "string" ? [part] : textOf(engine, at(part)))) });
    case "closure":
      return engine.interner.value({ kind: "function", fn: node.fn, env: place.env, self: null });
    case "class":
      return engine.interner.value({ kind: "class", cls: node.cls, env: place.env });
    case "aggregate":
      return engine.interner.value({ kind: node.of, file: place.file, node: node.into, env: place.env });
    case "member":
      if (node.property === null) return itemAt(engine, place, node);
      return namedMember(engine, place, node, objectByType(engine, place.file, node, at(node.object)), node.property);
    case "assign":
      return chosen(engine, place, node);
    case "typed":
      return evaluateTyped(engine, place, node);
    case "test":
      return presenceOf(engine, place, node);
    case "call":
      return evaluateCall(engine, place, node);
    case "await":
      return settle(engine, at(node.value));
    case "compute":
      return product(engine, node.operator, node.from.map(at));
    case "with":
      return unionOf(engine, alternatives(at(node.resource)).map((one) => enteredValue(engine, one, spanOf(place.file, node))));
    default:
      return engine.unknown;
  }
}

/** `2 * MINUTE` */
function product(engine: Engine, operator: string | undefined, factors: readonly Value[]): Value {
  const numbers = factors.flatMap((one) => (one.kind === "constant" && typeof one.value === "number" ? [one.value] : []));
  return operator === "*" && numbers.length === factors.length ? constant(engine, numbers.reduce((all, one) => all * one, 1)) : engine.unknown;
}

/** `object[name]` is that member where the name is known, else any item. */
function itemAt(engine: Engine, place: Place, { object, key }: Extract<IrNode, { kind: "member" }>): Value {
  const holder = evaluate(engine, place, object);
  const named = key === undefined || isVague(holder) ? null : memberNamed(engine, holder, evaluate(engine, place, key));
  return named && !isVague(named) ? named : itemOf(engine, holder);
}

/** A member, or what the program hangs under its name on objects that come from elsewhere. */
function namedMember(engine: Engine, place: Place, node: Extract<IrNode, { kind: "member" }>, object: Value, name: string): Value {
  const found = memberOf(engine, object, name);
  if ((isVague(found) || found.kind === "external") && isForeign(engine, object)) {
    const hung = handedOut(engine, name);
    return hung.kind === "unknown" ? found : hung;
  }
  const declared = object.kind === "record" && isForeign(engine, found) ? memberOf(engine, declaredAt(engine, place.file, node.object), name) : engine.unknown;
  if (!isVague(declared)) return declared;
  return found.kind === "unknown" && (object.kind === "module" || object.kind === "record") ? byName(engine, place, node.object, name) : found;
}

/** What the source says of a parameter: whoever hands over a record may have its members from somewhere that cannot be seen. */
function declaredAt(engine: Engine, file: FilePath, value: ValueId): Value {
  const definition = onlyDefinition(engine.program.module(file), value);
  const type = definition?.by === "parameter" ? functionOf(engine, definition.fn)?.params[definition.index]?.type : undefined;
  return type ? valueOfType(engine, file, type) : engine.unknown;
}

/** What is not known inside of something goes by the names that the source has for both: `app.db.models.Order`. */
function byName(engine: Engine, place: Place, object: ValueId, name: string): Value {
  const definition = firstDefinition(engine.program.module(place.file), object);
  if (definition?.by !== "node" || definition.node.kind !== "member" || definition.node.property === null) return engine.unknown;
  const outer = engine.interner.value({ kind: "method", of: engine.unknown, name: definition.node.property });
  return engine.interner.value({ kind: "method", of: outer, name });
}

/** The sources that the choice between them does not rule out. */
function chosen(engine: Engine, place: Place, node: Extract<IrNode, { kind: "assign" }>): Value {
  const cases = node.from.flatMap((source, index) => {
    const given = node.given?.[index] ?? [];
    return given.some((fact) => truthOf(engine, place, fact) === false) ? [] : [{ given, source, value: evaluate(engine, place, source) }];
  });
  const decided = cases.length > 1 && cases.some(({ value }) => value.kind === "constant") && !cases.some(({ value }) => isTelling(engine, value));
  if (!decided) return withStandIn(engine, place, unionOf(engine, cases.map(({ value }) => value)), cases.map(({ source }) => source));
  return outcomeOf(engine, cases.map(({ given, value }) => ({ value, after: lookupsOf(engine, place, given) })));
}

function evaluateTyped(engine: Engine, place: Place, node: Extract<IrNode, { kind: "typed" }>): Value {
  return takenAs(engine, place.file, node.type, node.value === null ? engine.unknown : evaluate(engine, place, node.value));
}

function takenAs(engine: Engine, file: FilePath, type: TypeExpression, value: Value): Value {
  if (!isVague(value) && value.kind !== "external" && !isNothing(value)) return castClient(engine, file, type, value);
  const declared = valueOfType(engine, file, type);
  return declared.kind === "unknown" ? value : declared;
}

/** A part of a text: known text, the name of the table it stands for, or a hole. */
function textOf(engine: Engine, value: Value): readonly (string | null)[] {
  if (isOwnFolder(engine, value)) return ["."];
  const text = stringOf(value);
  if (text !== null) return [text];
  if (value.kind === "elsewhere") return [null];
  if (value.kind === "constant") return [String(value.value)];
  if (value.kind === "text") return value.parts;
  if (value.kind === "typed" && value.table !== null && value.query === null) return [value.table];
  const all = alternatives(value);
  return all.length > 1 && all[0] ? textOf(engine, all[0]) : [null];
}
