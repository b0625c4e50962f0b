/** Conditions: the value, and what is known about other values when it is true (`holds`) and false (`fails`). */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Fact, ValueId } from "../../ir/nodes.ts";
import { collect, emit, make, type Ast, type Builder } from "./builder.ts";
import { choiceOf, type Condition } from "../choice.ts";
import { lowerExpression } from "./lower-expression.ts";

const fact = (value: ValueId, holds: Fact["holds"], to: ValueId | null = null): Fact => ({ value, holds, to, certain: true });
const perhaps = (facts: readonly Fact[]): Fact[] => facts.map((one) => ({ ...one, certain: false }));

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
  return { value, holds: [fact(value, "truthy")], fails: [fact(value, "falsy")] };
}

function tested(builder: Builder, at: Ast, holds: readonly Fact[], fails: readonly Fact[]): Condition {
  return { value: make(builder, at, (into) => ({ kind: "test", into, holds, fails })), holds, fails };
}

function computed(builder: Builder, at: Ast, from: readonly ValueId[], operator?: string): Condition {
  return { value: make(builder, at, (into) => ({ kind: "compute", into, from, ...(operator === undefined ? {} : { operator }) })), holds: [], fails: [] };
}

function unary(builder: Builder, node: TSESTree.UnaryExpression): Condition {
  if (node.operator === "!") {
    const inner = conditionOf(builder, node.argument);
    return tested(builder, node, inner.fails, inner.holds);
  }
  const value = lowerExpression(builder, node.argument);
  if (node.operator === "void") return { ...computed(builder, node, []) };
  if (node.operator === "-" && node.argument.type === "Literal" && typeof node.argument.value === "number") {
    const negative = -node.argument.value;
    return { value: make(builder, node, (into) => ({ kind: "constant", into, value: negative })), holds: [], fails: [] };
  }
  return computed(builder, node, [value]);
}

/** Both sides are lowered; the right one inside a branch, since it may not run. */
function logical(builder: Builder, node: TSESTree.LogicalExpression): Condition {
  const left = conditionOf(builder, node.left);
  let right: Condition = left;
  const body = collect(builder, () => {
    right = conditionOf(builder, node.right);
  });
  const and = node.operator === "&&";
  const runs = { facts: and ? left.holds : left.fails, body };
  const skips = { facts: and ? left.fails : left.holds, body: [] };
  if (body.length > 0) emit(builder, node, { kind: "branch", arms: [runs, skips] });
  const holds = and ? [...left.holds, ...right.holds] : perhaps([...left.holds, ...right.holds]);
  const fails = and ? perhaps([...left.fails, ...right.fails]) : [...left.fails, ...right.fails];
  return { ...tested(builder, node, holds, fails), choice: choiceOf(and ? "and" : "or", left, right) };
}

function binary(builder: Builder, node: TSESTree.BinaryExpression): Condition {
  const { operator } = node;
  const left = lowerExpression(builder, node.left);
  const right = lowerExpression(builder, node.right);
  if (operator === "instanceof") return tested(builder, node, [fact(left, "instance", right)], []);
  if (operator === "+") return addition(builder, node, left, right);
  const compared = comparison(node, left, right);
  return compared ? tested(builder, node, compared.holds, compared.fails) : computed(builder, node, [left, right], operator);
}

type Outcome = Readonly<{ holds: readonly Fact[]; fails: readonly Fact[] }>;

function comparison(node: TSESTree.BinaryExpression, left: ValueId, right: ValueId): Outcome | null {
  switch (node.operator) {
    case "==":
    case "===":
      return equality(node, left, right);
    case "!=":
    case "!==": {
      const same = equality(node, left, right);
      return { holds: same.fails, fails: same.holds };
    }
    case "<":
    case "<=":
    case ">":
    case ">=":
      return ordering(node, left, right);
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
    if (isNullish(other)) return { holds: [fact(value, "nullish")], fails: [fact(value, "present")] };
    if (numberOf(other) === 0) return { holds: [fact(value, "empty")], fails: [fact(value, "nonempty")] };
    if (other.type === "Literal" && typeof other.value === "boolean") {
      const outcome = { holds: [fact(value, "truthy")], fails: [fact(value, "falsy")] };
      return other.value ? outcome : { holds: outcome.fails, fails: outcome.holds };
    }
    if (isOneOf(other === node.right ? node.left : node.right, other)) return one(value);
    if (other.type === "Literal") return { holds: [fact(value, "equals", with_)], fails: [fact(value, "differs", with_)] };
  }
  return { holds: [fact(left, "equals", right)], fails: [fact(left, "differs", right)] };
}

/** `rows.length === 1`: where it is not, there is probably none, though there may be several. */
const one = (value: ValueId): Outcome => ({ holds: [fact(value, "nonempty")], fails: perhaps([fact(value, "empty")]) });

const isOneOf = (counted: Ast, number: Ast): boolean =>
  numberOf(number) === 1 && counted.type === "MemberExpression" && !counted.computed && counted.property.type === "Identifier" && /^(?:length|size|rowCount)$/.test(counted.property.name);

/** Only comparisons with 0 and 1 say whether something is there: `count > 0`, `rows.length < 1`. */
function ordering(node: TSESTree.BinaryExpression, left: ValueId, right: ValueId): Outcome {
  const bound = numberOf(node.right);
  const flipped = bound === null ? numberOf(node.left) : null;
  const value = bound === null ? right : left;
  const operator = bound === null ? MIRROR[node.operator] : node.operator;
  const n = bound ?? flipped;
  const some = { holds: [fact(value, "nonempty")], fails: [fact(value, "empty")] };
  const none = { holds: some.fails, fails: some.holds };
  if ((operator === ">" && n === 0) || (operator === ">=" && n === 1)) return some;
  if ((operator === "<" && n === 1) || (operator === "<=" && n === 0)) return none;
  if (operator === ">" && n !== null && n > 0) return { holds: some.holds, fails: [] };
  return { holds: [], fails: [] };
}

const MIRROR: Readonly<Record<string, string>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };

/** Text put together with `+` keeps its parts, so that SQL stays readable. */
function addition(builder: Builder, node: TSESTree.BinaryExpression, left: ValueId, right: ValueId): Condition {
  const parts = [left, right];
  return { value: make(builder, node, (into) => ({ kind: "text", into, parts })), holds: [], fails: [] };
}
