/** Expressions that take one of several values: assignment, `&&`, `||`, `??`, `?:`. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { ValueId } from "../../ir/nodes.ts";
import { collect, emit, make, type Ast, type Builder } from "./builder.ts";
import { sidesOf } from "../choice.ts";
import { conditionOf } from "./lower-condition.ts";
import { lowerExpression } from "./lower-expression.ts";
import { bindPattern } from "./lower-pattern.ts";

const nameOf = (target: Ast): string | undefined =>
  target.type === "Identifier" ? target.name
  : target.type === "MemberExpression" && target.property.type === "Identifier" ? target.property.name
  : undefined;

export function lowerAssignment(builder: Builder, node: TSESTree.AssignmentExpression): ValueId {
  if (node.operator === "=") {
    const value = lowerExpression(builder, node.right, nameOf(node.left));
    bindPattern(builder, node.left, value, false);
    return value;
  }
  if (node.operator === "??=" || node.operator === "||=" || node.operator === "&&=") return lowerLogicalAssignment(builder, node);
  const left = lowerExpression(builder, node.left);
  const right = lowerExpression(builder, node.right);
  const result = make(builder, node, (into) =>
    node.operator === "+=" ? { kind: "text", into, parts: [left, right] } : { kind: "compute", into, from: [left, right], operator: node.operator.slice(0, -1) });
  bindPattern(builder, node.left, result, false);
  return result;
}

/** `x ??= make()`: the assignment happens in the arm in which `x` is missing. */
function lowerLogicalAssignment(builder: Builder, node: TSESTree.AssignmentExpression): ValueId {
  const left = lowerExpression(builder, node.left);
  let right: ValueId = left;
  const body = collect(builder, () => {
    right = lowerExpression(builder, node.right, nameOf(node.left));
    bindPattern(builder, node.left, right, false);
  });
  const [runs, skips] =
    node.operator === "??="
      ? (["nullish", "present"] as const)
      : node.operator === "||="
        ? (["falsy", "truthy"] as const)
        : (["truthy", "falsy"] as const);
  emit(builder, node, {
    kind: "branch",
    arms: [
      { facts: [{ value: left, holds: runs, to: null, certain: true }], body },
      { facts: [{ value: left, holds: skips, to: null, certain: true }], body: [] },
    ],
  });
  const given = [[{ value: left, holds: skips, to: null, certain: true }], [{ value: left, holds: runs, to: null, certain: true }]] as const;
  return make(builder, node, (into) => ({ kind: "assign", into, from: [left, right], given }));
}

export function lowerLogical(builder: Builder, node: TSESTree.LogicalExpression, hint?: string): ValueId {
  const left = node.operator === "??" ? null : conditionOf(builder, node.left);
  const value = left ? left.value : lowerExpression(builder, node.left);
  const missing = { value, holds: "nullish", to: null, certain: true } as const;
  const runs = left === null ? [missing] : node.operator === "&&" ? left.holds : left.fails;
  const skips = left === null ? [{ ...missing, holds: "present" } as const] : node.operator === "&&" ? left.fails : left.holds;
  let right: ValueId = value;
  const body = collect(builder, () => {
    right = lowerExpression(builder, node.right, hint);
  });
  if (body.length > 0) emit(builder, node, { kind: "branch", arms: [{ facts: runs, body }, { facts: skips, body: [] }] });
  const sides = left === null ? { from: [value, right], given: [skips, runs] } : sidesOf(node.operator === "&&" ? "and" : "or", left, right);
  return make(builder, node, (into) => ({ kind: "assign", into, ...sides }));
}

export function lowerConditional(builder: Builder, node: TSESTree.ConditionalExpression, hint?: string): ValueId {
  const test = conditionOf(builder, node.test);
  const from: ValueId[] = [];
  const arm = (branch: Ast) => collect(builder, () => void from.push(lowerExpression(builder, branch, hint)));
  const yes = arm(node.consequent);
  const no = arm(node.alternate);
  emit(builder, node, { kind: "branch", arms: [{ facts: test.holds, body: yes }, { facts: test.fails, body: no }] });
  return make(builder, node, (into) => ({ kind: "assign", into, from, given: [test.holds, test.fails] }));
}
