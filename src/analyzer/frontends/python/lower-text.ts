/** Text put together: f-strings, `+`, `%`, `.format()`. The parts stay, so that SQL stays readable. */
import type { ValueId } from "../../ir/nodes.ts";
import { make, type Builder } from "../builder.ts";
import { lowerExpression } from "./lower-expression.ts";
import type { CallArgument, Expression } from "./syntax.ts";

type Part = string | ValueId;

export function lowerText(builder: Builder, node: Extract<Expression, { kind: "text" }>): ValueId {
  const parts = node.parts.map((part): Part => (typeof part === "string" ? part : lowerExpression(builder, part)));
  return make(builder, node, (into) => ({ kind: "text", into, parts }));
}

/** A chain of `+` in one go: long ones are common where text is put together. */
export function lowerAddition(builder: Builder, node: Extract<Expression, { kind: "binary" }>): ValueId {
  const operands: Expression[] = [];
  let left: Expression = node;
  while (left.kind === "binary" && left.operator === "+") {
    operands.unshift(left.right);
    left = left.left;
  }
  const parts = [left, ...operands].map((one) => lowerExpression(builder, one));
  return make(builder, node, (into) => ({ kind: "text", into, parts }));
}

/** `"… %s …" % (a, b)` and `"… %(name)s …" % {"name": a}`; null where the left side is not a literal. */
export function lowerFormat(builder: Builder, node: Extract<Expression, { kind: "binary" }>): ValueId | null {
  const { left, right } = node;
  if (left.kind !== "constant" || typeof left.value !== "string") return null;
  const items = right.kind === "tuple" ? right.elements : [right];
  const named = new Map(
    right.kind === "dict" ? right.entries.flatMap(({ key, value }) => (key?.kind === "constant" ? [[String(key.value), value] as const] : [])) : [],
  );
  let next = 0;
  return holes(builder, node, left.value, /%(?:\((\w+)\))?[-+ #0]*(?:\d+|\*)?(?:\.\d+)?[sdrifgexXcaou%]/, (name, whole) => {
    if (whole.endsWith("%")) return "%";
    return (name === undefined ? items[next++] : named.get(name)) ?? null;
  });
}

/** `"… {} …".format(a)` */
export function lowerFormatCall(builder: Builder, node: Expression, text: string, args: readonly CallArgument[]): ValueId {
  const positions = args.filter((one) => one.name === null && one.stars === 0);
  let next = 0;
  return holes(builder, node, text, /\{\{|\}\}|\{(\w*)[^{}]*\}/, (name, whole) => {
    if (name === undefined) return whole[0] ?? "";
    if (name === "") return positions[next++]?.value ?? null;
    return (/^\d+$/.test(name) ? positions[Number(name)] : args.find((one) => one.name === name))?.value ?? null;
  });
}

type Fill = (name: string | undefined, whole: string) => Expression | string | null;

function holes(builder: Builder, at: Expression, text: string, pattern: RegExp, fill: Fill): ValueId {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(new RegExp(pattern, "g"))) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    const filled = fill(match[1], match[0]);
    if (typeof filled === "string") parts.push(filled);
    else parts.push(filled ? lowerExpression(builder, filled) : make(builder, at, (into) => ({ kind: "compute", into, from: [] })));
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return make(builder, at, (into) => ({ kind: "text", into, parts }));
}
