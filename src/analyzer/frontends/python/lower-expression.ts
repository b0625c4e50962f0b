/** Expressions: each becomes nodes in the current block and one value. */
import { GLOBALS, type Argument, type ValueId } from "../../ir/nodes.ts";
import { collect, emit, lookup, make, type Builder } from "../builder.ts";
import { BUILTINS } from "./builtins.ts";
import { lowerCall } from "./lower-call.ts";
import { lowerComprehension } from "./lower-comprehension.ts";
import { sidesOf } from "../choice.ts";
import { conditionOf } from "./lower-condition.ts";
import { lowerLambda } from "./lower-function.ts";
import { bindTarget, keyOf } from "./lower-pattern.ts";
import { lowerAddition, lowerFormat, lowerText } from "./lower-text.ts";
import type { Expression } from "./syntax.ts";

/** `hint` names a function that has no name of its own. */
export function lowerExpression(builder: Builder, node: Expression, hint?: string): ValueId {
  switch (node.kind) {
    case "name":
      return lowerName(builder, node);
    case "constant": {
      const { value } = node;
      return make(builder, node, (into) => ({ kind: "constant", into, value }));
    }
    case "atom":
      return make(builder, node, (into) => ({ kind: "compute", into, from: [] }));
    case "text":
      return lowerText(builder, node);
    case "list":
    case "tuple":
    case "set":
      return lowerList(builder, node);
    case "dict":
      return lowerDict(builder, node, hint);
    case "starred":
      return lowerExpression(builder, node.value);
    case "comprehension":
      return lowerComprehension(builder, node);
    case "call":
      return lowerCall(builder, node);
    case "attribute": {
      const object = lowerExpression(builder, node.object);
      return make(builder, node, (into) => ({ kind: "member", into, object, property: node.name, optional: false }));
    }
    case "subscript":
      return lowerSubscript(builder, node);
    case "lambda":
      return lowerLambda(builder, node, hint ?? null);
    default:
      return lowerOperation(builder, node, hint);
  }
}

function lowerOperation(builder: Builder, node: Expression, hint?: string): ValueId {
  switch (node.kind) {
    case "not":
    case "compare":
      return conditionOf(builder, node).value;
    case "and":
    case "or":
      return lowerLogical(builder, node, hint);
    case "conditional":
      return lowerConditional(builder, node, hint);
    case "binary":
      return lowerBinary(builder, node);
    case "unary":
      return lowerUnary(builder, node);
    case "await": {
      const value = lowerExpression(builder, node.operand);
      return make(builder, node, (into) => ({ kind: "await", into, value }));
    }
    case "yield": {
      const value = node.value ? lowerExpression(builder, node.value) : null;
      return make(builder, node, (into) => ({ kind: "yield", into, value, delegate: node.delegate }));
    }
    case "walrus": {
      const value = lowerExpression(builder, node.value);
      bindTarget(builder, node.target, value);
      return value;
    }
    case "slice": {
      const from = node.bounds.map((one) => lowerExpression(builder, one));
      return make(builder, node, (into) => ({ kind: "compute", into, from }));
    }
    default:
      return make(builder, node, (into) => ({ kind: "opaque", into, syntax: node.kind === "missing" ? node.syntax : node.kind }));
  }
}

/** A name that nothing here binds comes from a star import, if there is one, or is a builtin. */
function lowerName(builder: Builder, node: Extract<Expression, { kind: "name" }>): ValueId {
  const known = lookup(builder, node.id);
  if (known !== null) return known;
  const name = node.id;
  const stars = BUILTINS.has(name) ? [] : builder.stars;
  const from = [...stars, GLOBALS].map((module) => make(builder, node, (into) => ({ kind: "import", into, module, name })));
  const [only] = from;
  return from.length === 1 && only !== undefined ? only : make(builder, node, (into) => ({ kind: "assign", into, from }));
}

function lowerList(builder: Builder, node: Extract<Expression, { kind: "list" | "tuple" | "set" }>): ValueId {
  const entries = node.elements.map((one): Argument => ({ value: lowerExpression(builder, one), name: null, spread: one.kind === "starred" }));
  return make(builder, node, (into) => ({ kind: "aggregate", into, of: "list", entries }));
}

function lowerDict(builder: Builder, node: Extract<Expression, { kind: "dict" }>, hint?: string): ValueId {
  const entries = node.entries.map(({ key, value }): Argument => {
    const name = key ? keyOf(builder, [key]) : null;
    const inner = hint && name ? `${hint}.${name}` : (name ?? hint);
    return { value: lowerExpression(builder, value, inner), name, spread: key === null };
  });
  return make(builder, node, (into) => ({ kind: "aggregate", into, of: "record", entries }));
}

/** `rows[0]` and `row["id"]` are members; a slice is a call of what Python calls for it, unless it goes on to the end. */
function lowerSubscript(builder: Builder, node: Extract<Expression, { kind: "subscript" }>): ValueId {
  const object = lowerExpression(builder, node.object);
  const [only] = node.keys;
  if (only?.kind === "slice") {
    const args = only.bounds.map((one): Argument => ({ value: lowerExpression(builder, one), name: null, spread: false }));
    if (!only.capped) return make(builder, node, (into) => ({ kind: "assign", into, from: [object] }));
    const callee = make(builder, node, (into) => ({ kind: "member", into, object, property: "__getitem__", optional: false }));
    return make(builder, node, (into) => ({ kind: "call", into, callee, args, as: "call" }));
  }
  const property = keyOf(builder, node.keys);
  return make(builder, node, (into) => ({ kind: "member", into, object, property, optional: false }));
}

function lowerUnary(builder: Builder, node: Extract<Expression, { kind: "unary" }>): ValueId {
  const { operand } = node;
  if (node.operator === "-" && operand.kind === "constant" && typeof operand.value === "number") {
    const value = -operand.value;
    return make(builder, node, (into) => ({ kind: "constant", into, value }));
  }
  const value = lowerExpression(builder, operand);
  return make(builder, node, (into) => ({ kind: "compute", into, from: [value] }));
}

function lowerBinary(builder: Builder, node: Extract<Expression, { kind: "binary" }>): ValueId {
  if (node.operator === "+") return lowerAddition(builder, node);
  const formatted = node.operator === "%" ? lowerFormat(builder, node) : null;
  if (formatted !== null) return formatted;
  const from = [lowerExpression(builder, node.left), lowerExpression(builder, node.right)];
  return make(builder, node, (into) => ({ kind: "compute", into, from, operator: node.operator }));
}

function lowerLogical(builder: Builder, node: Extract<Expression, { kind: "and" | "or" }>, hint?: string): ValueId {
  const left = conditionOf(builder, node.left);
  const [runs, skips] = node.kind === "and" ? [left.holds, left.fails] : [left.fails, left.holds];
  let right: ValueId = left.value;
  const body = collect(builder, () => {
    right = lowerExpression(builder, node.right, hint);
  });
  if (body.length > 0) emit(builder, node, { kind: "branch", arms: [{ facts: runs, body }, { facts: skips, body: [] }] });
  return make(builder, node, (into) => ({ kind: "assign", into, ...sidesOf(node.kind, left, right) }));
}

function lowerConditional(builder: Builder, node: Extract<Expression, { kind: "conditional" }>, hint?: string): ValueId {
  const test = conditionOf(builder, node.test);
  const from: ValueId[] = [];
  const arm = (branch: Expression) => collect(builder, () => void from.push(lowerExpression(builder, branch, hint)));
  const yes = arm(node.yes);
  const no = arm(node.no);
  emit(builder, node, { kind: "branch", arms: [{ facts: test.holds, body: yes }, { facts: test.fails, body: no }] });
  return make(builder, node, (into) => ({ kind: "assign", into, from, given: [test.holds, test.fails] }));
}
