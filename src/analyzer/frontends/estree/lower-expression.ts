/** Expressions: each becomes nodes in the current block and one value. */
import type { TSESTree } from "@typescript-eslint/utils";
import { GLOBALS, type Argument, type ValueId } from "../../ir/nodes.ts";
import { type Ast, type Builder, emit, fresh, lookup, make } from "./builder.ts";
import { exportSlotOf } from "./export-slots.ts";
import { lowerArguments, lowerCall, lowerNew, lowerTag } from "./lower-call.ts";
import { lowerClass } from "./lower-class.ts";
import { lowerAssignment, lowerConditional, lowerLogical } from "./lower-choice.ts";
import { conditionOf } from "./lower-condition.ts";
import { lowerFunction } from "./lower-function.ts";
import { lowerJsx } from "./lower-jsx.ts";
import { lowerType } from "./lower-type.ts";

/** `hint` names a function or class that has no name of its own. */
export function lowerExpression(builder: Builder, node: Ast, hint?: string): ValueId {
  switch (node.type) {
    case "Identifier":
      return lowerName(builder, node);
    case "Literal":
      return lowerLiteral(builder, node);
    case "TemplateLiteral":
      return make(builder, node, templateText(builder, node));
    case "ThisExpression":
      return builder.receiver;
    case "Super":
      return make(builder, node, (into) => ({ kind: "import", into, module: GLOBALS, name: "super" }));
    case "MemberExpression":
      return lowerMember(builder, node);
    case "ChainExpression":
    case "TSNonNullExpression":
    case "TSInstantiationExpression":
      return lowerExpression(builder, node.expression, hint);
    case "TSAsExpression":
    case "TSTypeAssertion":
    case "TSSatisfiesExpression":
      return lowerAssertion(builder, node, hint);
    case "CallExpression":
      return lowerCall(builder, node);
    case "NewExpression":
      return lowerNew(builder, node);
    case "TaggedTemplateExpression":
      return lowerTag(builder, node);
    case "ImportExpression":
      return lowerDynamicImport(builder, node);
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return make(builder, node, (into) => ({ kind: "closure", into, fn: lowerFunction(builder, node, { hint: hint ?? null }) }));
    case "ClassExpression":
      return lowerClass(builder, node, null, hint);
    default:
      return lowerOperation(builder, node, hint);
  }
}

function lowerOperation(builder: Builder, node: Ast, hint?: string): ValueId {
  switch (node.type) {
    case "ArrayExpression":
      return lowerArray(builder, node);
    case "ObjectExpression":
      return lowerObject(builder, node, hint);
    case "AwaitExpression": {
      const value = lowerExpression(builder, node.argument);
      return make(builder, node, (into) => ({ kind: "await", into, value }));
    }
    case "YieldExpression": {
      const value = node.argument ? lowerExpression(builder, node.argument) : null;
      return make(builder, node, (into) => ({ kind: "yield", into, value, delegate: node.delegate }));
    }
    case "AssignmentExpression":
      return lowerAssignment(builder, node);
    case "LogicalExpression":
      return lowerLogical(builder, node, hint);
    case "ConditionalExpression":
      return lowerConditional(builder, node, hint);
    case "UnaryExpression":
    case "BinaryExpression":
      return conditionOf(builder, node).value;
    case "UpdateExpression": {
      const value = lowerExpression(builder, node.argument);
      return make(builder, node, (into) => ({ kind: "compute", into, from: [value] }));
    }
    case "SequenceExpression":
      return node.expressions.map((one) => lowerExpression(builder, one)).at(-1) ?? fresh(builder);
    case "MetaProperty":
      return make(builder, node, (into) => ({ kind: "import", into, module: GLOBALS, name: `${node.meta.name}.${node.property.name}` }));
    case "JSXElement":
    case "JSXFragment":
      return lowerJsx(builder, node);
    case "JSXEmptyExpression":
    case "PrivateIdentifier":
      return fresh(builder);
    default:
      return make(builder, node, (into) => ({ kind: "opaque", into, syntax: node.type }));
  }
}

function lowerName(builder: Builder, node: TSESTree.Identifier): ValueId {
  const known = lookup(builder, node.name);
  if (known !== null) return known;
  if (node.name === "arguments") return (builder.everything ??= fresh(builder));
  if (node.name === "undefined") return make(builder, node, (into) => ({ kind: "constant", into, value: null }));
  return make(builder, node, (into) => ({ kind: "import", into, module: GLOBALS, name: node.name }));
}

function lowerLiteral(builder: Builder, node: TSESTree.Literal): ValueId {
  const { value } = node;
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return make(builder, node, (into) => ({ kind: "constant", into, value }));
  return make(builder, node, (into) => ({ kind: "compute", into, from: [] }));
}

export function templateText(builder: Builder, node: TSESTree.TemplateLiteral): (into: ValueId) => { kind: "text"; into: ValueId; parts: (string | ValueId)[] } {
  const parts: (string | ValueId)[] = [];
  node.quasis.forEach((quasi, index) => {
    const text: string | null = quasi.value.cooked; // null where a tagged template holds an invalid escape
    if (text) parts.push(text);
    const hole = node.expressions[index];
    if (hole) parts.push(lowerExpression(builder, hole));
  });
  return (into) => ({ kind: "text", into, parts });
}

/** The key of a member or property; null where it is computed and not a literal. */
export const propertyName = (builder: Builder, key: Ast, computed: boolean): string | null => propertyOf(builder, key, computed).property;

/** The same, with the value of a key that is computed. */
export function propertyOf(builder: Builder, key: Ast, computed: boolean): Readonly<{ property: string | null; key?: ValueId }> {
  if (key.type === "PrivateIdentifier") return { property: `#${key.name}` };
  if (key.type === "Literal") return { property: String(key.value) };
  if (key.type === "Identifier" && !computed) return { property: key.name };
  if (key.type === "TemplateLiteral" && key.expressions.length === 0) return { property: key.quasis[0]?.value.cooked ?? null };
  return computed ? { property: null, key: lowerExpression(builder, key) } : { property: null };
}

function lowerMember(builder: Builder, node: TSESTree.MemberExpression): ValueId {
  const slot = exportSlotOf(builder, node);
  if (slot !== null) return slot;
  const object = lowerExpression(builder, node.object);
  const property = propertyOf(builder, node.property, node.computed);
  return make(builder, node, (into) => ({ kind: "member", into, object, ...property, optional: node.optional }));
}

type Assertion = TSESTree.TSAsExpression | TSESTree.TSTypeAssertion | TSESTree.TSSatisfiesExpression;

function lowerAssertion(builder: Builder, node: Assertion, hint?: string): ValueId {
  const value = lowerExpression(builder, node.expression, hint);
  const type = lowerType(node.typeAnnotation);
  if (node.type === "TSSatisfiesExpression" || type.kind === "other" || type.kind === "constant") return value;
  if (type.kind === "name" && type.name === "const") return value;
  return make(builder, node, (into) => ({ kind: "typed", into, value, type }));
}

function lowerDynamicImport(builder: Builder, node: TSESTree.ImportExpression): ValueId {
  const { source } = node;
  if (source.type === "Literal" && typeof source.value === "string") {
    const module = source.value;
    return make(builder, node, (into) => ({ kind: "import", into, module, name: "*" }));
  }
  const value = lowerExpression(builder, source);
  return make(builder, node, (into) => ({ kind: "compute", into, from: [value] }));
}

function lowerArray(builder: Builder, node: TSESTree.ArrayExpression): ValueId {
  const entries = lowerArguments(builder, node.elements);
  return make(builder, node, (into) => ({ kind: "aggregate", into, of: "list", entries }));
}

function lowerObject(builder: Builder, node: TSESTree.ObjectExpression, hint?: string): ValueId {
  const entries: Argument[] = [];
  for (const property of node.properties) {
    if (property.type === "SpreadElement") {
      entries.push({ value: lowerExpression(builder, property.argument), name: null, spread: true });
      continue;
    }
    const name = propertyName(builder, property.key, property.computed);
    const getter = property.kind === "get";
    if (property.kind === "set") continue;
    const inner = hint && name ? `${hint}.${name}` : (name ?? hint);
    const value =
      property.value.type === "FunctionExpression" && (getter || property.method)
        ? lowerMethodValue(builder, property.value, inner ?? null, getter)
        : lowerExpression(builder, property.value, inner);
    entries.push({ value, name, spread: false });
  }
  return make(builder, node, (into) => ({ kind: "aggregate", into, of: "record", entries }));
}

function lowerMethodValue(builder: Builder, node: TSESTree.FunctionExpression, hint: string | null, isGetter: boolean): ValueId {
  const fn = lowerFunction(builder, node, { hint, isGetter });
  const value = fresh(builder);
  emit(builder, node, { kind: "closure", into: value, fn });
  return value;
}
