/** Conditions: the value, and what is known about other values when it is true (`holds`) and false (`fails`). */
import type { Fact, ValueId } from "../../ir/nodes.ts";
import { collect, emit, make, type Builder } from "../builder.ts";
import { choiceOf, type Condition } from "../choice.ts";
import { builtinCall } from "./builtins.ts";
import { lowerExpression } from "./lower-expression.ts";
import type { Expression } from "./syntax.ts";

type Outcome = Readonly<{ holds: readonly Fact[]; fails: readonly Fact[] }>;

const fact = (value: ValueId, holds: Fact["holds"], to: ValueId | null = null): Fact => ({ value, holds, to, certain: true });
const perhaps = (facts: readonly Fact[]): Fact[] => facts.map((one) => ({ ...one, certain: false }));
const turned = ({ holds, fails }: Outcome): Outcome => ({ holds: fails, fails: holds });
const NOTHING: Outcome = { holds: [], fails: [] };

export function conditionOf(builder: Builder, node: Expression): Condition {
  switch (node.kind) {
    case "not": {
      const inner = conditionOf(builder, node.operand);
      return tested(builder, node, turned(inner));
    }
    case "and":
    case "or":
      return logical(builder, node);
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
  return { value, holds: [fact(value, "truthy")], fails: [fact(value, "falsy")] };
}

function tested(builder: Builder, at: Expression, { holds, fails }: Outcome): Condition {
  return { value: make(builder, at, (into) => ({ kind: "test", into, holds, fails })), holds, fails };
}

/** `isinstance(x, E)`, `bool(x)`, `len(x)` */
function callCondition(builder: Builder, node: Extract<Expression, { kind: "call" }>): Condition {
  const [first, second] = node.args;
  const name = builtinCall(builder, node);
  if (name === "bool" && first) return conditionOf(builder, first.value);
  if (name === "len" && first) {
    const value = lowerExpression(builder, first.value);
    return tested(builder, node, { holds: [fact(value, "nonempty")], fails: [fact(value, "empty")] });
  }
  if (name !== "isinstance" || !first || !second) return plain(builder, node);
  const value = lowerExpression(builder, first.value);
  const types = second.value.kind === "tuple" ? second.value.elements : [second.value];
  const holds = types.map((type) => ({ ...fact(value, "instance", lowerExpression(builder, type)), certain: types.length === 1 }));
  return tested(builder, node, { holds, fails: [] });
}

/** Both sides are lowered; the right one inside a branch, since it may not run. */
function logical(builder: Builder, node: Extract<Expression, { kind: "and" | "or" }>): Condition {
  const left = conditionOf(builder, node.left);
  let right: Condition = left;
  const body = collect(builder, () => {
    right = conditionOf(builder, node.right);
  });
  const and = node.kind === "and";
  const runs = { facts: and ? left.holds : left.fails, body };
  const skips = { facts: and ? left.fails : left.holds, body: [] };
  if (body.length > 0) emit(builder, node, { kind: "branch", arms: [runs, skips] });
  const holds = and ? [...left.holds, ...right.holds] : perhaps([...left.holds, ...right.holds]);
  const fails = and ? perhaps([...left.fails, ...right.fails]) : [...left.fails, ...right.fails];
  return { ...tested(builder, node, { holds, fails }), choice: choiceOf(node.kind, left, right) };
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
  if (outcomes.every((one) => one.holds.length + one.fails.length === 0)) return { ...NOTHING, value: make(builder, node, (into) => ({ kind: "compute", into, from })) };
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
      return ordering(operator, left, right);
    case "in":
      return containment(left, right);
    case "not in":
      return turned(containment(left, right));
    default:
      return NOTHING;
  }
}

const containment = (left: Side, right: Side): Outcome => ({ holds: [fact(right.value, "has", left.value)], fails: [fact(right.value, "lacks", left.value)] });

const numberOf = ({ syntax }: Side): number | null => (syntax.kind === "constant" && typeof syntax.value === "number" ? syntax.value : null);

function equality(left: Side, right: Side): Outcome {
  for (const [one, other] of [[left, right], [right, left]] as const) {
    const { value } = one;
    if (one.counted && numberOf(other) !== 0) return numberOf(other) === null ? NOTHING : { holds: [fact(value, "nonempty")], fails: [] };
    if (other.syntax.kind === "list" && other.syntax.elements.length === 0) return { holds: [fact(value, "empty")], fails: [fact(value, "nonempty")] };
    if (other.syntax.kind !== "constant") continue;
    const constant = other.syntax.value;
    if (constant === null) return { holds: [fact(value, "nullish")], fails: [fact(value, "present")] };
    if (constant === 0) return { holds: [fact(value, "empty")], fails: [fact(value, "nonempty")] };
    if (constant === true) return { holds: [fact(value, "truthy")], fails: [fact(value, "falsy")] };
    if (constant === false) return { holds: [fact(value, "falsy")], fails: [fact(value, "truthy")] };
    return { holds: [fact(value, "equals", other.value)], fails: [fact(value, "differs", other.value)] };
  }
  return { holds: [fact(left.value, "equals", right.value)], fails: [fact(left.value, "differs", right.value)] };
}

const MIRROR: Readonly<Record<string, string>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };

/** Only comparisons with 0 and 1 say whether something is there: `count > 0`, `len(rows) < 1`. */
function ordering(written: string, left: Side, right: Side): Outcome {
  const bound = numberOf(right);
  const n = bound ?? numberOf(left);
  const { value } = bound === null ? right : left;
  const operator = bound === null ? MIRROR[written] : written;
  const some = { holds: [fact(value, "nonempty")], fails: [fact(value, "empty")] };
  if ((operator === ">" && n === 0) || (operator === ">=" && n === 1)) return some;
  if ((operator === "<" && n === 1) || (operator === "<=" && n === 0)) return turned(some);
  if (operator === ">" && n !== null && n > 0) return { holds: some.holds, fails: [] };
  return NOTHING;
}
