/** What is known about values where a condition holds and where it fails, whatever language it is written in. */
import type { Fact, ValueId } from "../ir/nodes.ts";
import { collect, emit, make, type Builder, type Placed } from "./builder.ts";
import { choiceOf, type Condition, type Operator } from "./choice.ts";

export type Outcome = Readonly<{ holds: readonly Fact[]; fails: readonly Fact[] }>;

export const fact = (value: ValueId, holds: Fact["holds"], to: ValueId | null = null): Fact => ({ value, holds, to, certain: true });
export const perhaps = (facts: readonly Fact[]): Fact[] => facts.map((one) => ({ ...one, certain: false }));
export const turned = ({ holds, fails }: Outcome): Outcome => ({ holds: fails, fails: holds });
export const UNTOLD: Outcome = { holds: [], fails: [] };

export const truthy = (value: ValueId): Outcome => ({ holds: [fact(value, "truthy")], fails: [fact(value, "falsy")] });
export const nullish = (value: ValueId): Outcome => ({ holds: [fact(value, "nullish")], fails: [fact(value, "present")] });
export const empty = (value: ValueId): Outcome => ({ holds: [fact(value, "empty")], fails: [fact(value, "nonempty")] });
export const equal = (value: ValueId, to: ValueId): Outcome => ({ holds: [fact(value, "equals", to)], fails: [fact(value, "differs", to)] });

export function tested(builder: Builder, at: Placed, { holds, fails }: Outcome): Condition {
  return { value: make(builder, at, (into) => ({ kind: "test", into, holds, fails })), holds, fails };
}

/** Both sides are lowered; the right one inside a branch, since it may not run. */
export function bothOf(builder: Builder, at: Placed, operator: Operator, sides: Readonly<{ left: () => Condition; right: () => Condition }>): Condition {
  const left = sides.left();
  let right: Condition = left;
  const body = collect(builder, () => {
    right = sides.right();
  });
  const and = operator === "and";
  const runs = { facts: and ? left.holds : left.fails, body };
  const skips = { facts: and ? left.fails : left.holds, body: [] };
  if (body.length > 0) emit(builder, at, { kind: "branch", arms: [runs, skips] });
  const holds = and ? [left, right].flatMap((side) => orItself(side, side.holds, "truthy")) : perhaps([...left.holds, ...right.holds]);
  const fails = and ? perhaps([...left.fails, ...right.fails]) : [left, right].flatMap((side) => orItself(side, side.fails, "falsy"));
  return { ...tested(builder, at, { holds, fails }), choice: choiceOf(operator, left, right) };
}

/** What a side says nothing else of: the other one alone does not decide. */
const orItself = ({ value }: Condition, facts: readonly Fact[], holds: "truthy" | "falsy"): readonly Fact[] => (facts.length > 0 ? facts : [fact(value, holds)]);

type Side = Readonly<{ value: ValueId; number: number | null }>;

/** Only comparisons with 0 and 1 say whether something is there: `count > 0`, `len(rows) < 1`. */
export function ordered(written: string, left: Side, right: Side): Outcome {
  const n = right.number ?? left.number;
  const { value } = right.number === null ? right : left;
  const operator = right.number === null ? MIRROR[written] : written;
  const none = empty(value);
  if ((operator === ">" && n === 0) || (operator === ">=" && n === 1)) return turned(none);
  if ((operator === "<" && n === 1) || (operator === "<=" && n === 0)) return none;
  if (operator === ">" && n !== null && n > 0) return { holds: none.fails, fails: [] };
  return UNTOLD;
}

const MIRROR: Readonly<Record<string, string>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };
