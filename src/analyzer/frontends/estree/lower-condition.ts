/** Conditions: the value, and what is known about other values when it is true (`holds`) and false (`fails`). */
import type { TSESTree } from "@typescript-eslint/utils";
import type { ValueId } from "../../ir/nodes.ts";
import type { Condition } from "../choice.ts";
import { bothOf, fact, empty, equal, nullish, truthy, ordered, perhaps, tested, turned, type Outcome } from "../outcome.ts";
import { make, type Ast, type Builder } from "./builder.ts";
import { lowerExpression } from "./lower-expression.ts";

export function conditionOf(builder: Builder, node: Ast): Condition {
  switch (node.type) {
    case "UnaryExpression":
      return unary(builder, node);
    case "BinaryExpression":
      return binary(builder, node);
    case "LogicalExpression":
      return node.operator === "??" ? plain(builder, node) : logical(builder, node);
    case "CallExpression":
      if (node.callee.type === "Identifier" && node.callee.name === "Boolean" && node.arguments[0]) return conditionOf(builder, node.arguments[0]);
      return plain(builder, node);
    case "ChainExpression":
    case "TSNonNullExpression":
    case "TSAsExpression":
      return conditionOf(builder, node.expression);
    default:
      return plain(builder, node);
  }
}

function plain(builder: Builder, node: Ast): Condition {
  const value = lowerExpression(builder, node);
  return { value, ...truthy(value) };
}

function computed(builder: Builder, at: Ast, from: readonly ValueId[], operator?: string): Condition {
  return { value: make(builder, at, (into) => ({ kind: "compute", into, from, ...(operator === undefined ? {} : { operator }) })), holds: [], fails: [] };
}

function unary(builder: Builder, node: TSESTree.UnaryExpression): Condition {
  if (node.operator === "!") {
    return tested(builder, node, turned(conditionOf(builder, node.argument)));
  }
  const value = lowerExpression(builder, node.argument);
  if (node.operator === "void") return { ...computed(builder, node, []) };
  if (node.operator === "-" && node.argument.type === "Literal" && typeof node.argument.value === "number") {
    const negative = -node.argument.value;
    return { value: make(builder, node, (into) => ({ kind: "constant", into, value: negative })), holds: [], fails: [] };
  }
  return computed(builder, node, [value]);
}

const logical = (builder: Builder, node: TSESTree.LogicalExpression): Condition =>
  bothOf(builder, node, node.operator === "&&" ? "and" : "or", { left: () => conditionOf(builder, node.left), right: () => conditionOf(builder, node.right) });

function binary(builder: Builder, node: TSESTree.BinaryExpression): Condition {
  const { operator } = node;
  const left = lowerExpression(builder, node.left);
  const right = lowerExpression(builder, node.right);
  if (operator === "instanceof") return tested(builder, node, { holds: [fact(left, "instance", right)], fails: [] });
  if (operator === "+") return addition(builder, node, left, right);
  const compared = comparison(node, left, right);
  return compared ? tested(builder, node, compared) : computed(builder, node, [left, right], operator);
}

function comparison(node: TSESTree.BinaryExpression, left: ValueId, right: ValueId): Outcome | null {
  switch (node.operator) {
    case "==":
    case "===":
      return equality(node, left, right);
    case "!=":
    case "!==":
      return turned(equality(node, left, right));
    case "<":
    case "<=":
    case ">":
    case ">=":
      return ordered(node.operator, { value: left, number: numberOf(node.left) }, { value: right, number: numberOf(node.right) });
    case "in": // of names that are known only: `"begin" in client`
      return node.left.type === "Literal" && typeof node.left.value === "string" ? { holds: [fact(right, "has", left)], fails: [fact(right, "lacks", left)] } : null;
    default:
      return null;
  }
}

const numberOf = (node: Ast): number | null => (node.type === "Literal" && typeof node.value === "number" ? node.value : null);

const isNullish = (node: Ast): boolean =>
  (node.type === "Literal" && node.value === null && node.raw === "null") || (node.type === "Identifier" && node.name === "undefined") ||
  (node.type === "UnaryExpression" && node.operator === "void");

function equality(node: TSESTree.BinaryExpression, left: ValueId, right: ValueId): Outcome {
  for (const [value, other, with_] of [[left, node.right, right], [right, node.left, left]] as const) {
    if (isNullish(other)) return nullish(value);
    if (numberOf(other) === 0) return empty(value);
    if (other.type === "Literal" && typeof other.value === "boolean") return other.value ? truthy(value) : turned(truthy(value));
    if (isOneOf(other === node.right ? node.left : node.right, other)) return one(value);
    if (other.type === "Literal") return equal(value, with_);
  }
  return equal(left, right);
}

/** `rows.length === 1`: where it is not, there is probably none, though there may be several. */
const one = (value: ValueId): Outcome => ({ holds: [fact(value, "nonempty")], fails: perhaps([fact(value, "empty")]) });

const isOneOf = (counted: Ast, number: Ast): boolean =>
  numberOf(number) === 1 &&
  counted.type === "MemberExpression" &&
  !counted.computed &&
  counted.property.type === "Identifier" &&
  /^(?:length|size|rowCount)$/.test(counted.property.name);

/** Text put together with `+` keeps its parts, so that SQL stays readable. */
function addition(builder: Builder, node: TSESTree.BinaryExpression, left: ValueId, right: ValueId): Condition {
  const parts = [left, right];
  return { value: make(builder, node, (into) => ({ kind: "text", into, parts })), holds: [], fails: [] };
}
