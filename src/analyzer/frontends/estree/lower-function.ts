/** Functions: parameters, the receiver, and a body of its own. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Argument, FunctionId, IrNode, Parameter, ValueId } from "../../ir/nodes.ts";
import { collect, declare, emit, endOf, fresh, functionName, inScope, make, startOf, uniqueId, type Ast, type Builder } from "./builder.ts";
import { declarePattern } from "./hoist.ts";
import { lowerExpression } from "./lower-expression.ts";
import { bindPattern, withDefault } from "./lower-pattern.ts";
import { lowerBody } from "./lower-statement.ts";
import { annotationOf, lowerType } from "./lower-type.ts";

export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

type Extras = Readonly<{
  hint?: string | null; isGetter?: boolean;
  /** Nodes that run before the body: fields that a constructor initialises. */
  before?: () => void;
}>;

export function lowerFunction(builder: Builder, node: FunctionNode, extras: Extras): FunctionId {
  const name = (node.type === "ArrowFunctionExpression" ? null : node.id?.name) ?? extras.hint ?? null;
  const id = uniqueId<FunctionId>(builder, functionName(builder, name));
  const { fn, receiver: outside, everything } = builder;
  const arrow = node.type === "ArrowFunctionExpression";
  builder.fn = id;
  builder.receiver = arrow ? outside : fresh(builder);
  if (!arrow) builder.everything = null;
  const receiver = arrow ? fresh(builder) : builder.receiver;
  const params: Parameter[] = [];
  const body = collect(builder, () =>
    inScope(builder, () => {
      if (node.type === "FunctionExpression" && node.id) builder.names.values.set(node.id.name, selfValue(builder, node, id));
      const given = node.params.filter((param) => !isThis(param));
      for (const param of given) declarePattern(builder, param.type === "TSParameterProperty" ? param.parameter : param);
      for (const param of given) params.push(lowerParameter(builder, param));
      extras.before?.();
      lowerFunctionBody(builder, node);
    }));
  if (!arrow) params.push(...takeEverything(builder, node, body, params));
  builder.functions[id] = {
    id, name, params, receiver, returns: node.returnType ? lowerType(node.returnType.typeAnnotation) : null,
    isAsync: node.async, isGenerator: node.generator, isGetter: extras.isGetter ?? false, parent: fn, body,
    start: startOf(node), end: endOf(node),
  };
  Object.assign(builder, { fn, receiver: outside, everything: arrow ? builder.everything : everything });
  return id;
}

/** `arguments` stands for the named parameters and whatever is given beyond them: as if one more parameter took the rest. */
function takeEverything(builder: Builder, node: FunctionNode, body: IrNode[], params: readonly Parameter[]): readonly Parameter[] {
  const { everything } = builder;
  if (everything === null) return [];
  const own = params.find(({ rest }) => rest);
  const others = own?.value ?? fresh(builder);
  const named = params.filter(({ rest }) => !rest).map(({ value }): Argument => ({ value, name: null, spread: false }));
  const entries = [...named, { value: others, name: null, spread: true }];
  body.unshift(...collect(builder, () => {
    if (named.length > 0) emit(builder, node, { kind: "aggregate", into: everything, of: "list", entries });
    else emit(builder, node, { kind: "assign", into: everything, from: [others] });
  }));
  return own ? [] : [{ value: others, name: null, type: null, fallback: null, rest: true, marks: [] }];
}

/** `function (this: Order, id: string)`: a type only, nothing is passed there. */
export const isThis = (param: Ast): boolean => param.type === "Identifier" && param.name === "this";

const selfValue = (builder: Builder, at: Ast, fn: FunctionId): ValueId => make(builder, at, (into) => ({ kind: "closure", into, fn }));

function lowerFunctionBody(builder: Builder, node: FunctionNode): void {
  if (node.body.type === "BlockStatement") return lowerBody(builder, node.body.body);
  const value = lowerExpression(builder, node.body);
  emit(builder, node.body, { kind: "exit", how: "return", value });
}

function lowerParameter(builder: Builder, node: TSESTree.Parameter): Parameter {
  const property = node.type === "TSParameterProperty" ? node : null;
  const param = property ? property.parameter : node;
  const marks = lowerMarks(builder, node);
  const target = param.type === "AssignmentPattern" ? param.left : param.type === "RestElement" ? param.argument : param;
  const simple = target.type === "Identifier";
  const name = simple ? target.name : null;
  const own = simple && param.type !== "AssignmentPattern" ? declare(builder, target.name) : fresh(builder);
  const fallback = bindParameter(builder, param, target, own);
  if (property && name !== null)
    emit(builder, node, { kind: "store", object: builder.receiver, property: name, value: declare(builder, name) });
  return { value: own, name, type: annotationOf(param), fallback, rest: param.type === "RestElement", marks };
}

/** Takes a parameter apart; gives the value of its default, if it has one. */
function bindParameter(builder: Builder, param: Ast, target: Ast, own: ValueId): ValueId | null {
  if (param.type === "AssignmentPattern") {
    const merged = withDefault(builder, param, own, param.right);
    const join = builder.block.at(-1);
    bindUntyped(builder, target, merged);
    return join?.kind === "assign" ? (join.from[1] ?? null) : null;
  }
  if (target.type !== "Identifier") bindPattern(builder, target, own, true);
  return null;
}

/** The parameter itself carries the annotation; its name only takes the value. */
function bindUntyped(builder: Builder, target: Ast, value: ValueId): void {
  if (target.type === "Identifier") emit(builder, target, { kind: "assign", into: declare(builder, target.name), from: [value] });
  else bindPattern(builder, target, value, true);
}

function lowerMarks(builder: Builder, node: TSESTree.Parameter): ValueId[] {
  const decorators: readonly TSESTree.Decorator[] | undefined = "decorators" in node ? node.decorators : undefined;
  return (decorators ?? []).map((decorator) => lowerExpression(builder, decorator.expression));
}
