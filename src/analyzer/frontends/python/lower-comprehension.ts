/** Comprehensions and generator expressions: loops that make the items of a list. */
import type { Argument, Fact, ValueId } from "../../ir/nodes.ts";
import { collect, declare, emit, fresh, inScope, make, type Builder } from "../builder.ts";
import { targetNames } from "./hoist.ts";
import { conditionOf } from "./lower-condition.ts";
import { lowerExpression } from "./lower-expression.ts";
import { bindItem, iterated } from "./lower-loop.ts";
import { keyOf } from "./lower-pattern.ts";
import type { Clause, Expression } from "./syntax.ts";

type Comprehension = Extract<Expression, { kind: "comprehension" }>;

export function lowerComprehension(builder: Builder, node: Comprehension): ValueId {
  const entries: Argument[] = [];
  const passed: Passed = { per: [], given: [] };
  inScope(builder, () => {
    lowerClauses(builder, node, node.clauses, passed, () => {
      const name = node.key ? keyOf(builder, [node.key]) : null;
      entries.push({ value: lowerExpression(builder, node.element), name, spread: false });
    });
  });
  return make(builder, node, (into) => ({ kind: "aggregate", into, of: node.of === "dict" ? "record" : "list", entries, ...passed }));
}

/** What the clauses go through, and what they insist on. */
type Passed = Readonly<{ per: ValueId[]; given: Fact[] }>;

function lowerClauses(builder: Builder, node: Comprehension, clauses: readonly Clause[], passed: Passed, element: () => void): void {
  const [clause, ...rest] = clauses;
  if (!clause) return element();
  const source = iterated(builder, clause.over);
  const over = lowerExpression(builder, source.over);
  passed.per.push(over);
  const item = source.counts ? null : fresh(builder);
  const body = collect(builder, () => {
    const names = new Set<string>();
    targetNames(clause.target, names);
    for (const name of names) declare(builder, name);
    bindItem(builder, clause.target, source, item);
    lowerConditions(builder, clause.conditions, passed.given, () => lowerClauses(builder, node, rest, passed, element));
  });
  emit(builder, node, { kind: "loop", over, item, strides: source.strides, body });
}

function lowerConditions(builder: Builder, conditions: readonly Expression[], given: Fact[], inner: () => void): void {
  const [condition, ...rest] = conditions;
  if (!condition) return inner();
  const test = conditionOf(builder, condition);
  given.push(...test.holds);
  const body = collect(builder, () => lowerConditions(builder, rest, given, inner));
  emit(builder, condition, { kind: "branch", arms: [{ facts: test.holds, body }, { facts: test.fails, body: [] }] });
}
