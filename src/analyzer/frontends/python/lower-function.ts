/** Functions and lambdas: parameters, the receiver, and a body of its own. */
import type { Block, FunctionId, Parameter, TypeExpression, ValueId } from "../../ir/nodes.ts";
import { walk } from "../../ir/walk.ts";
import { collect, declare, emit, fresh, functionName, inScope, make, uniqueId, type Builder } from "../builder.ts";
import { hoistBody } from "./hoist.ts";
import { lowerDecorator } from "./lower-call.ts";
import { lowerExpression } from "./lower-expression.ts";
import { bindName } from "./lower-pattern.ts";
import { lowerBody } from "./lower-statement.ts";
import { lowerType } from "./lower-type.ts";
import type { Expression, FunctionStatement, Param } from "./syntax.ts";

type Extras = Readonly<{
  /** The first parameter is what the function is called on. */
  bound?: boolean; isGetter?: boolean; hint?: string;
}>;

type Shape = Readonly<{
  name: string | null; params: readonly Param[]; isAsync: boolean; returns: Expression | null; start: number; end: number; run: () => void;
}>;

export function lowerFunction(builder: Builder, node: FunctionStatement, extras: Extras): FunctionId {
  const run = () => {
    hoistBody(builder, node.body);
    lowerBody(builder, node.body);
  };
  const { params, isAsync, returns, start, end } = node;
  return lowerShape(builder, { name: extras.hint ?? node.name, params, isAsync, returns, start, end, run }, extras);
}

export function lowerLambda(builder: Builder, node: Extract<Expression, { kind: "lambda" }>, hint: string | null): ValueId {
  const run = () => {
    const value = lowerExpression(builder, node.body);
    emit(builder, node.body, { kind: "exit", how: "return", value });
  };
  const fn = lowerShape(builder, { name: hint, params: node.params, isAsync: false, returns: null, start: node.start, end: node.end, run }, {});
  return make(builder, node, (into) => ({ kind: "closure", into, fn }));
}

function lowerShape(builder: Builder, shape: Shape, { bound = false, isGetter = false }: Extras): FunctionId {
  const id = uniqueId<FunctionId>(builder, functionName(builder, shape.name));
  const own = bound && shape.params[0]?.stars === 0 ? shape.params[0] : null;
  const declared = shape.params.slice(own ? 1 : 0);
  const types = declared.map((param) => (param.type ? lowerType(builder, param.type) : null));
  const returns = shape.returns ? lowerType(builder, shape.returns) : null;
  const outer = { fn: builder.fn, receiver: builder.receiver };
  builder.fn = id;
  const receiver = fresh(builder);
  builder.receiver = receiver;
  const params: Parameter[] = [];
  const body = collect(builder, () =>
    inScope(builder, () => {
      if (own) builder.names.values.set(own.name, receiver);
      declared.forEach((param, index) => params.push(lowerParameter(builder, param, types[index] ?? null)));
      builder.names.given = { names: new Set(declared.map((param) => param.name)), block: builder.block };
      shape.run();
    }));
  const isGenerator = yields(body);
  const { name, isAsync, start, end } = shape;
  const fn = { id, name, params, receiver, returns, isAsync, isGenerator, isGetter, parent: outer.fn, body, start, end };
  builder.functions[id] = own ? { ...fn, bound: true } : fn;
  builder.fn = outer.fn;
  builder.receiver = outer.receiver;
  return id;
}

function lowerParameter(builder: Builder, param: Param, type: TypeExpression | null): Parameter {
  const shape = { name: param.name, type, rest: param.stars > 0, marks: [], ...(param.stars === 2 ? { named: true as const } : {}) };
  if (!param.fallback) return { ...shape, value: declare(builder, param.name), fallback: null };
  const value = fresh(builder);
  return { ...shape, value, fallback: lowerDefault(builder, param, value, param.fallback) };
}

function yields(body: Block): boolean {
  let found = false;
  walk(body, (node) => {
    if (node.kind === "yield") found = true;
  });
  return found;
}

/** The name takes what is given, or the default where nothing is. */
function lowerDefault(builder: Builder, param: Param, value: ValueId, fallback: Expression): ValueId {
  let other = value;
  const body = collect(builder, () => {
    other = lowerExpression(builder, fallback);
  });
  const present = [{ value, holds: "present", to: null, certain: true }] as const;
  const nullish = [{ value, holds: "nullish", to: null, certain: true }] as const;
  emit(builder, param, { kind: "branch", arms: [{ facts: nullish, body }, { facts: present, body: [] }] });
  const merged = make(builder, param, (into) => ({ kind: "assign", into, from: [value, other], given: [present, nullish] }));
  declare(builder, param.name);
  bindName(builder, param, param.name, merged);
  return other;
}

/** The closure in the name's value, or what its decorators make of it. The decorator nearest to the function wraps it first. */
export function lowerDecorated(builder: Builder, node: FunctionStatement, decorators: readonly Expression[], extras: Extras, into: ValueId): void {
  const fn = lowerFunction(builder, node, extras);
  if (decorators.length === 0) return emit(builder, node, { kind: "closure", into, fn });
  const closure = make(builder, node, (to) => ({ kind: "closure", into: to, fn }));
  const value = [...decorators].reverse().reduce((inner, decorator) => lowerDecorator(builder, decorator, inner), closure);
  emit(builder, node, { kind: "assign", into, from: [value] });
}
