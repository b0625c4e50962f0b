/** Conditions: the value, and what is known about other values when it is true (`holds`) and false (`fails`). */
import type { ValueId } from "../../ir/nodes.ts";
import { make, type Builder } from "../builder.ts";
import type { Condition } from "../choice.ts";
import { bothOf, fact, empty, equal, nullish, truthy, ordered, perhaps, tested, turned, UNTOLD, type Outcome } from "../outcome.ts";
import { builtinCall } from "./builtins.ts";
import { lowerExpression } from "./lower-expression.ts";
import type { Expression } from "./syntax.ts";

export function conditionOf(builder: Builder, node: Expression): Condition {
  switch (node.kind) {
    case "not":
      return tested(builder, node, turned(conditionOf(builder, node.operand)));
    case "and":
    case "or":
      return bothOf(builder, node, node.kind, { left: () => conditionOf(builder, node.left), right: () => conditionOf(builder, node.right) });
    case "compare":
      return comparison(builder, node);
    case "call":
      return callCondition(builder, node);
    default:
      return plain(builder, node);
  }
}

function plain(builder: Builder, node: Expression): Condition {
  const value = lowerExpression(builder, node);
  return { value, ...truthy(value) };
}

/** `isinstance(x, E)`, `bool(x)`, `len(x)` */
function callCondition(builder: Builder, node: Extract<Expression, { kind: "call" }>): Condition {
  const [first, second] = node.args;
  const name = builtinCall(builder, node);
  if (name === "bool" && first) return conditionOf(builder, first.value);
  if (name === "len" && first) {
    return tested(builder, node, turned(empty(lowerExpression(builder, first.value))));
  }
  if (name !== "isinstance" || !first || !second) return plain(builder, node);
  const value = lowerExpression(builder, first.value);
  const types = second.value.kind === "tuple" ? second.value.elements : [second.value];
  const holds = types.map((type) => ({ ...fact(value, "instance", lowerExpression(builder, type)), certain: types.length === 1 }));
  return tested(builder, node, { holds, fails: [] });
}

/** `a < b < c`: all hold, or one of them may have failed. */
function comparison(builder: Builder, node: Extract<Expression, { kind: "compare" }>): Condition {
  let left = lowerSide(builder, node.first);
  const outcomes: Outcome[] = [];
  const from = [left.value];
  for (const { operator, right: syntax } of node.rest) {
    const right = lowerSide(builder, syntax);
    from.push(right.value);
    outcomes.push(compared(operator, left, right));
    left = right;
  }
  const [only] = outcomes;
  if (outcomes.every((one) => one.holds.length + one.fails.length === 0))
    return { ...UNTOLD, value: make(builder, node, (into) => ({ kind: "compute", into, from })) };
  if (outcomes.length === 1 && only) return tested(builder, node, only);
  return tested(builder, node, { holds: outcomes.flatMap((one) => one.holds), fails: perhaps(outcomes.flatMap((one) => one.fails)) });
}

/** `counted`: the side is `len(x)`, and the value is `x`. */
type Side = Readonly<{ value: ValueId; syntax: Expression; counted: boolean }>;

function lowerSide(builder: Builder, syntax: Expression): Side {
  const counted = syntax.kind === "call" && builtinCall(builder, syntax) === "len" ? syntax.args[0] : undefined;
  return { value: lowerExpression(builder, counted ? counted.value : syntax), syntax, counted: counted !== undefined };
}

function compared(operator: string, left: Side, right: Side): Outcome {
  switch (operator) {
    case "==":
    case "is":
      return equality(left, right);
    case "!=":
    case "<>":
    case "is not":
      return turned(equality(left, right));
    case "<":
    case "<=":
    case ">":
    case ">=":
      return ordered(operator, { value: left.value, number: numberOf(left) }, { value: right.value, number: numberOf(right) });
    case "in":
      return containment(left, right);
    case "not in":
      return turned(containment(left, right));
    default:
      return UNTOLD;
  }
}

const containment = (left: Side, right: Side): Outcome => ({ holds: [fact(right.value, "has", left.value)], fails: [fact(right.value, "lacks", left.value)] });

const numberOf = ({ syntax }: Side): number | null => (syntax.kind === "constant" && typeof syntax.value === "number" ? syntax.value : null);

function equality(left: Side, right: Side): Outcome {
  for (const [one, other] of [[left, right], [right, left]] as const) {
    const { value } = one;
    if (one.counted && numberOf(other) !== 0) return numberOf(other) === null ? UNTOLD : { holds: [fact(value, "nonempty")], fails: [] };
    if (other.syntax.kind === "list" && other.syntax.elements.length === 0) return empty(value);
    if (other.syntax.kind !== "constant") continue;
    const constant = other.syntax.value;
    if (constant === null) return nullish(value);
    if (constant === 0) return empty(value);
    if (typeof constant === "boolean") return constant ? truthy(value) : turned(truthy(value));
    return equal(value, other.value);
  }
  return equal(left.value, right.value);
}
