/** `for` and `while`. */
import type { ValueId } from "../../ir/nodes.ts";
import { collect, emit, fresh, make, type Builder } from "../builder.ts";
import { builtinCall } from "./builtins.ts";
import { conditionOf } from "./lower-condition.ts";
import { lowerExpression } from "./lower-expression.ts";
import { bindTarget } from "./lower-pattern.ts";
import { lowerBody } from "./lower-statement.ts";
import type { Expression, Statement } from "./syntax.ts";

type Loop = Extract<Statement, { kind: "for" | "while" }>;

/**
 * What a loop goes over. `position`: where in the target the item stands; `beside`: what the others are items of, place by place;
 * `counts`: the target is a number, not an item.
 */
export type Iterated = Readonly<{ over: Expression; position: number | null; beside: readonly Expression[]; counts: boolean; strides: boolean }>;

export function lowerLoop(builder: Builder, node: Loop): void {
  if (node.kind === "while") {
    const body = collect(builder, () => {
      conditionOf(builder, node.test);
      lowerBody(builder, node.body);
    });
    emit(builder, node, { kind: "loop", over: null, item: null, strides: false, body });
  } else lowerFor(builder, node);
  lowerBody(builder, node.otherwise);
}

function lowerFor(builder: Builder, node: Extract<Loop, { kind: "for" }>): void {
  const source = iterated(builder, node.over);
  const over = lowerExpression(builder, source.over);
  const item = source.counts ? null : fresh(builder);
  const body = collect(builder, () => {
    bindItem(builder, node.target, source, item);
    lowerBody(builder, node.body);
  });
  emit(builder, node, { kind: "loop", over, item, strides: source.strides, body });
}

export function bindItem(builder: Builder, target: Expression, { position, beside }: Iterated, item: ValueId | null): void {
  const number = (at: Expression): ValueId => make(builder, at, (into) => ({ kind: "compute", into, from: [] }));
  if (item === null || position === null) return bindTarget(builder, target, item ?? number(target));
  const elements = target.kind === "tuple" || target.kind === "list" ? target.elements : [];
  elements.forEach((element, index) => {
    const other = beside[index];
    bindTarget(builder, element, index === position ? item : other && isPlain(other) ? itemBeside(builder, other) : number(element));
  });
}

/** Naming it again has no effect. */
const isPlain = (one: Expression): boolean => one.kind === "name" || (one.kind === "attribute" && isPlain(one.object));

function itemBeside(builder: Builder, over: Expression): ValueId {
  const object = lowerExpression(builder, over);
  return make(builder, over, (into) => ({ kind: "member", into, object, property: null, optional: false }));
}

/** `range(len(rows))` goes over `rows` and `range(3)` over 3, `enumerate(rows)` counts along, `zip(rows, notes)` takes one of each. */
export function iterated(builder: Builder, over: Expression): Iterated {
  const plain: Iterated = { over, position: null, beside: [], counts: false, strides: false };
  if (over.kind !== "call") return plain;
  const [first, second, third] = over.args;
  const name = builtinCall(builder, over);
  if (name === "enumerate" && first) return { ...plain, over: first.value, position: 1 };
  if (name === "zip" && first && over.args.every((one) => one.stars === 0)) {
    return { ...plain, position: 0, beside: over.args.flatMap((one) => (one.name === null ? [one.value] : [])) };
  }
  if (name !== "range" || !first) return plain;
  const stop = (second ?? first).value;
  const counted = builtinCall(builder, stop) === "len" && stop.kind === "call" ? stop.args[0]?.value : undefined;
  const strides = third !== undefined && !(third.value.kind === "constant" && (third.value.value === 1 || third.value.value === -1));
  return { ...plain, over: counted ?? stop, counts: true, strides };
}
