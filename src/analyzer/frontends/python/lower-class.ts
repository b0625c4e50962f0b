/** Classes: methods and attributes by name, the constructor, declared types of attributes. */
import type { ClassId, FunctionId, IrClass, TypeExpression, ValueId } from "../../ir/nodes.ts";
import { declare, emit, fresh, functionName, lookup, uniqueId, type Builder, type Names } from "../builder.ts";
import { hoistBody } from "./hoist.ts";
import { lowerDecorator } from "./lower-call.ts";
import { lowerExpression } from "./lower-expression.ts";
import { lowerDecorated, lowerFunction } from "./lower-function.ts";
import { lowerStatement } from "./lower-statement.ts";
import { lowerType } from "./lower-type.ts";
import type { ClassStatement, Expression, FunctionStatement, Statement } from "./syntax.ts";

type Draft = {
  readonly cls: ValueId; readonly name: string; readonly members: Record<string, ValueId>; readonly statics: Record<string, ValueId>;
  readonly fields: Record<string, TypeExpression>; create: FunctionId | null;
};

export function lowerClass(builder: Builder, node: ClassStatement): void {
  const cls = lookup(builder, node.name) ?? declare(builder, node.name);
  const id = uniqueId<ClassId>(builder, functionName(builder, node.name));
  const bases = node.args.filter((one) => one.name === null && one.stars === 0).map((one) => lowerExpression(builder, generic(one.value)));
  emit(builder, node, { kind: "class", into: cls, cls: id });
  const draft: Draft = { cls, name: node.name, members: {}, statics: {}, fields: {}, create: null };
  inClassScope(builder, () => {
    hoistBody(builder, node.body);
    for (const statement of node.body) if (!isConstructor(statement)) lowerMember(builder, statement, draft);
    for (const statement of node.body)
      if (isConstructor(statement)) draft.create = lowerFunction(builder, statement, { hint: `${node.name}.__init__`, bound: true });
    noteNested(builder, draft);
  });
  const marks = node.decorators.map((decorator) => lowerDecorator(builder, decorator, cls));
  builder.classes[id] = {
    id, name: node.name, bases, implements: [], members: draft.members, statics: draft.statics, fields: draft.fields, create: draft.create, marks,
    start: node.start, end: node.end,
  } satisfies Omit<IrClass, "fieldMarks">;
}

const isConstructor = (statement: Statement): statement is FunctionStatement => statement.kind === "function" && statement.name === "__init__";

/** `Repository[Order]` is `Repository` as a base. */
const generic = (base: Expression): Expression => (base.kind === "subscript" ? base.object : base);

function inClassScope(builder: Builder, lower: () => void): void {
  const outer = builder.names;
  const names: Names = { parent: outer, values: new Map(), hidden: true };
  builder.names = names;
  lower();
  builder.names = outer;
}

function lowerMember(builder: Builder, statement: Statement, draft: Draft): void {
  switch (statement.kind) {
    case "function":
      return lowerMethod(builder, statement, draft);
    case "annotated":
      if (statement.target.kind === "name") draft.fields[statement.target.id] = lowerType(builder, statement.type);
      return statement.value ? lowerAttribute(builder, statement, [statement.target], statement.value, draft) : undefined;
    case "assign":
      return lowerAttribute(builder, statement, statement.targets, statement.value, draft);
    default:
      return lowerStatement(builder, statement);
  }
}

function lowerAttribute(builder: Builder, at: Statement, targets: readonly Expression[], syntax: Expression, draft: Draft): void {
  const [first] = targets;
  const value = beforeBinding(builder, targets, draft, () => lowerExpression(builder, syntax, first?.kind === "name" ? first.id : undefined));
  for (const target of targets) {
    if (target.kind !== "name") continue;
    emit(builder, target, { kind: "assign", into: declare(builder, target.id), from: [value] });
    emit(builder, at, { kind: "store", object: draft.cls, property: target.id, value });
    draft.statics[target.id] = value;
    draft.members[target.id] ??= value;
  }
}

/** A class body runs in order: what a name that it has not bound yet means is said outside, `form = form.Login()`. */
function beforeBinding(builder: Builder, targets: readonly Expression[], draft: Draft, lower: () => ValueId): ValueId {
  const { values } = builder.names;
  const unbound = targets.flatMap((target) => (target.kind === "name" && !(target.id in draft.members) ? [target.id] : []));
  const hidden = unbound.map((name) => [name, values.get(name)] as const);
  for (const name of unbound) values.delete(name);
  const value = lower();
  for (const [name, own] of hidden) if (own !== undefined) values.set(name, own);
  return value;
}

/** Classes and functions that stand inside other statements of the body, and inner classes. A name that only has a type has no value here. */
function noteNested(builder: Builder, draft: Draft): void {
  for (const [name, value] of builder.names.values) {
    if (name in draft.members || name in draft.statics || name in draft.fields || name === "__init__") continue;
    draft.statics[name] = value;
    draft.members[name] = value;
  }
}

type Kind = "instance" | "class" | "static" | "getter" | "skipped";

/** What the builtin decorators make of a method; the others are calls that wrap it. */
function methodKind(builder: Builder, decorators: readonly Expression[]): Kind {
  for (const decorator of decorators) {
    if (decorator.kind === "attribute" && (decorator.name === "setter" || decorator.name === "deleter")) return "skipped";
    if (decorator.kind === "attribute" && decorator.name === "getter") return "getter";
    const word = builtinDecorator(builder, decorator);
    if (word === "staticmethod") return "static";
    if (word === "classmethod") return "class";
    if (word === "property") return "getter";
  }
  return "instance";
}

function builtinDecorator(builder: Builder, decorator: Expression): string | null {
  if (decorator.kind !== "name" || lookup(builder, decorator.id) !== null) return null;
  return /^(?:staticmethod|classmethod|property)$/.test(decorator.id) ? decorator.id : null;
}

function lowerMethod(builder: Builder, node: FunctionStatement, draft: Draft): void {
  const kind = methodKind(builder, node.decorators);
  if (kind === "skipped") return;
  const hint = `${draft.name}.${node.name}`;
  const own = node.decorators.filter((one) => builtinDecorator(builder, one) === null && !(kind === "getter" && one.kind === "attribute" && one.name === "getter"));
  const isStatic = kind === "static" || kind === "class";
  // The last of several definitions counts: overloads, registered variants.
  const into = node.name in draft.members ? fresh(builder) : declare(builder, node.name);
  lowerDecorated(builder, node, own, { hint, bound: kind !== "static", isGetter: kind === "getter" }, into);
  (isStatic ? draft.statics : draft.members)[node.name] = into;
  if (isStatic) draft.members[node.name] = into;
}

