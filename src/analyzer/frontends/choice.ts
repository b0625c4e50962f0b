/** Which values `a && b || c` can be, and when: a condition in the place of a value is one of its sides. */
import type { Fact, ValueId } from "../ir/nodes.ts";

export type Operator = "and" | "or";
type Part = Readonly<{ value: ValueId; given: readonly Fact[] }>;

/** A condition that is made of two: what it can be when it ends on its left side, and when on its right. */
type Choice = Readonly<{ operator: Operator; left: readonly Part[]; right: readonly Part[] }>;
export type Condition = Readonly<{ value: ValueId; holds: readonly Fact[]; fails: readonly Fact[]; choice?: Choice }>;

export const choiceOf = (operator: Operator, left: Condition, right: Condition): Choice =>
  ({ operator, left: endsLeft(operator, left), right: under(operator === "and" ? left.holds : left.fails, allParts(right)) });

/** The values of the whole, and what holds where it is one of them. */
export function sidesOf(operator: Operator, left: Condition, right: ValueId): Readonly<{ from: readonly ValueId[]; given: readonly (readonly Fact[])[] }> {
  const parts = [...endsLeft(operator, left), { value: right, given: operator === "and" ? left.holds : left.fails }];
  return { from: parts.map(({ value }) => value), given: parts.map(({ given }) => given) };
}

/** What is left of an operator, where the whole ends there: `a && b` where `a` fails, `a || b` where it holds; `(a && b) || c` is never `a`. */
function endsLeft(operator: Operator, left: Condition): readonly Part[] {
  const parts = left.choice && left.choice.operator !== operator ? left.choice.right : allParts(left);
  return under(operator === "and" ? left.fails : left.holds, parts);
}

const allParts = ({ value, choice }: Condition): readonly Part[] => (choice ? [...choice.left, ...choice.right] : [{ value, given: [] }]);

const under = (facts: readonly Fact[], parts: readonly Part[]): readonly Part[] => parts.map(({ value, given }) => ({ value, given: [...given, ...facts] }));
