/** Classes: members by name, fields as stores of the constructor, declared types of fields. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { ClassId, FunctionId, IrClass, TypeExpression, ValueId } from "../../ir/nodes.ts";
import { collect, declare, emit, endOf, fresh, functionName, make, startOf, uniqueId, type Builder } from "./builder.ts";
import { lowerDecorator } from "./lower-call.ts";
import { lowerExpression, propertyName } from "./lower-expression.ts";
import { lowerFunction } from "./lower-function.ts";
import { lowerBody } from "./lower-statement.ts";
import { annotationOf, expressionPath, lowerType } from "./lower-type.ts";

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;
type Field = TSESTree.PropertyDefinition | TSESTree.AccessorProperty;
type Draft = {
  readonly members: Record<string, ValueId>; readonly statics: Record<string, ValueId>; readonly fields: Record<string, TypeExpression>;
  readonly marks: Record<string, readonly ValueId[]>; readonly own: Field[]; create: TSESTree.MethodDefinition | null;
};

/** `declared` is the value that the class's name already has in its scope. */
export function lowerClass(builder: Builder, node: ClassNode, declared: ValueId | null, hint?: string): ValueId {
  const name = node.id?.name ?? hint ?? null;
  const id = uniqueId<ClassId>(builder, functionName(builder, name ?? "class"));
  const value = declared ?? fresh(builder);
  if (node.id && declared === null) builder.names.values.set(node.id.name, value); // an expression's own name, seen by what follows too
  const bases = node.superClass ? [lowerExpression(builder, node.superClass)] : [];
  emit(builder, node, { kind: "class", into: value, cls: id });
  const draft: Draft = { members: {}, statics: {}, fields: {}, marks: {}, own: [], create: null };
  for (const member of node.body.body) lowerMember(builder, member, draft, value, name);
  const create = lowerConstructor(builder, node, draft, name);
  const marks = node.decorators.map((decorator) => lowerDecorator(builder, decorator, value, name));
  const { members, statics, fields } = draft;
  builder.classes[id] = { ...shape(node), id, name, bases, members, statics, fields, fieldMarks: draft.marks, create, marks };
  return value;
}

function shape(node: ClassNode): Pick<IrClass, "implements" | "start" | "end"> {
  const declared = (node.implements ?? []).map((one): TypeExpression => ({
    kind: "name", name: expressionPath(one.expression), args: (one.typeArguments?.params ?? []).map(lowerType),
  }));
  return { implements: declared, start: startOf(node), end: endOf(node) };
}

function lowerMember(builder: Builder, member: TSESTree.ClassElement, draft: Draft, cls: ValueId, className: string | null): void {
  switch (member.type) {
    case "MethodDefinition":
      if (member.kind === "constructor") draft.create = member;
      else if (member.kind !== "set") lowerMethod(builder, member, draft, className);
      break;
    case "PropertyDefinition":
    case "AccessorProperty":
      lowerField(builder, member, draft, cls);
      break;
    case "StaticBlock":
      lowerBody(builder, member.body);
      break;
    default: // abstract members and index signatures declare types only
      if ("key" in member && member.type === "TSAbstractPropertyDefinition") declareField(builder, member, draft);
  }
}

function lowerMethod(builder: Builder, member: TSESTree.MethodDefinition, draft: Draft, className: string | null): void {
  const name = propertyName(builder, member.key, member.computed);
  if (name === null || member.value.type !== "FunctionExpression") return;
  const node = member.value;
  const hint = className ? `${className}.${name}` : name;
  const fn = lowerFunction(builder, node, { hint, isGetter: member.kind === "get" });
  const closure = make(builder, member, (into) => ({ kind: "closure", into, fn }));
  // The decorator nearest to the method wraps it first.
  const value = [...member.decorators].reverse().reduce((inner, decorator) => lowerDecorator(builder, decorator, inner, name), closure);
  (member.static ? draft.statics : draft.members)[name] = value;
}

function lowerField(builder: Builder, member: Field, draft: Draft, cls: ValueId): void {
  const name = declareField(builder, member, draft);
  if (member.static) {
    if (!member.value || name === null) return;
    const value = lowerExpression(builder, member.value, name);
    draft.statics[name] = value;
    emit(builder, member, { kind: "store", object: cls, property: name, value });
  } else if (member.value || member.decorators.length > 0) draft.own.push(member);
}

type Declared = Field | TSESTree.TSAbstractPropertyDefinition;

function declareField(builder: Builder, member: Declared, draft: Draft): string | null {
  const name = propertyName(builder, member.key, member.computed);
  if (name !== null && member.typeAnnotation) draft.fields[name] = lowerType(member.typeAnnotation.typeAnnotation);
  return name;
}

/** The constructor first gives the fields their values. A class without either has none of its own. */
function lowerConstructor(builder: Builder, node: ClassNode, draft: Draft, className: string | null): FunctionId | null {
  const hint = className ? `${className}.constructor` : "constructor";
  const before = () => draft.own.forEach((field) => initialiseField(builder, field, draft));
  const declared = draft.create?.value;
  if (declared?.type === "FunctionExpression") {
    for (const param of declared.params)
      if (param.type === "TSParameterProperty") declareParameterProperty(param, draft);
    return lowerFunction(builder, declared, { hint, before });
  }
  return draft.own.length === 0 ? null : synthesize(builder, node, hint, before);
}

function declareParameterProperty(param: TSESTree.TSParameterProperty, draft: Draft): void {
  const target = param.parameter.type === "AssignmentPattern" ? param.parameter.left : param.parameter;
  const type = annotationOf(param);
  if (target.type === "Identifier" && type) draft.fields[target.name] = type;
}

function initialiseField(builder: Builder, field: Field, draft: Draft): void {
  const name = propertyName(builder, field.key, false);
  if (!field.value) {
    const marks = field.decorators.map((decorator) => lowerExpression(builder, decorator.expression));
    if (name !== null) draft.marks[name] = marks;
    return;
  }
  const value = lowerExpression(builder, field.value, name ?? undefined);
  const decorated = field.decorators.reduce((inner, decorator) => lowerDecorator(builder, decorator, inner, name), value);
  if (name !== null && decorated !== value) draft.marks[name] = [decorated];
  emit(builder, field, { kind: "store", object: builder.receiver, property: name, value: decorated });
}

function synthesize(builder: Builder, node: ClassNode, hint: string, before: () => void): FunctionId {
  const id = uniqueId<FunctionId>(builder, functionName(builder, hint));
  const outer = { fn: builder.fn, receiver: builder.receiver };
  const receiver = fresh(builder);
  builder.fn = id;
  builder.receiver = receiver;
  const body = collect(builder, before);
  builder.functions[id] = {
    id, name: hint, params: [], receiver, returns: null, isAsync: false, isGenerator: false, isGetter: false, parent: outer.fn, body,
    start: startOf(node), end: endOf(node),
  };
  builder.fn = outer.fn;
  builder.receiver = outer.receiver;
  return id;
}

export const declareClassName = (builder: Builder, node: ClassNode): ValueId | null => (node.id ? declare(builder, node.id.name) : null);
