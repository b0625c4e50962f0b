/** Calls, `new` and tagged templates. */
import type { TSESTree } from "@typescript-eslint/utils";
import { type Argument, type ValueId } from "../../ir/nodes.ts";
import { lookup, make, startOf, endOf, type Ast, type Builder } from "./builder.ts";
import { lowerExpression, templateText } from "./lower-expression.ts";

export function lowerArguments(builder: Builder, nodes: readonly (Ast | null)[]): Argument[] {
  const args: Argument[] = [];
  for (const node of nodes) {
    if (!node) continue;
    const spread = node.type === "SpreadElement";
    args.push({ value: lowerExpression(builder, spread ? node.argument : node), name: null, spread });
  }
  return args;
}

export function lowerCall(builder: Builder, node: TSESTree.CallExpression): ValueId {
  const required = requiredModule(builder, node);
  if (required !== null) return make(builder, node, (into) => ({ kind: "import", into, module: required, name: "=" }));
  const callee = lowerExpression(builder, node.callee);
  const args = lowerArguments(builder, node.arguments);
  return make(builder, node, (into) => ({ kind: "call", into, callee, args, as: "call" }));
}

/** `require("x")`, and `require.resolve` left alone. */
function requiredModule(builder: Builder, node: TSESTree.CallExpression): string | null {
  const [source] = node.arguments;
  if (node.callee.type !== "Identifier" || node.callee.name !== "require" || lookup(builder, "require") !== null) return null;
  return source?.type === "Literal" && typeof source.value === "string" ? source.value : null;
}

export function lowerNew(builder: Builder, node: TSESTree.NewExpression): ValueId {
  const callee = lowerExpression(builder, node.callee);
  const args = lowerArguments(builder, node.arguments);
  return make(builder, node, (into) => ({ kind: "call", into, callee, args, as: "construct" }));
}

/** The tag receives the whole text, holes kept, and then each hole. */
export function lowerTag(builder: Builder, node: TSESTree.TaggedTemplateExpression): ValueId {
  const callee = lowerExpression(builder, node.tag);
  const text = make(builder, node.quasi, templateText(builder, node.quasi));
  const last = builder.block.at(-1);
  const holes = last?.kind === "text" ? last.parts.filter((part) => typeof part !== "string") : [];
  const args = [text, ...holes].map((value): Argument => ({ value, name: null, spread: false }));
  return make(builder, node, (into) => ({ kind: "call", into, callee, args, as: "tag" }));
}

/** A decorator is a call that takes what it decorates, then the name and a property descriptor, as both dialects pass them. */
export function lowerDecorator(builder: Builder, node: TSESTree.Decorator, decorated: ValueId, name: string | null): ValueId {
  const callee = lowerExpression(builder, node.expression);
  const key = make(builder, node, (into) => ({ kind: "constant", into, value: name }));
  const entries: Argument[] = [{ value: decorated, name: "value", spread: false }];
  const descriptor = make(builder, node, (into) => ({ kind: "aggregate", into, of: "record", entries }));
  const args = [decorated, key, descriptor].map((value): Argument => ({ value, name: null, spread: false }));
  const at = { start: startOf(node), end: endOf(node) };
  return make(builder, at, (into) => ({ kind: "call", into, callee, args, as: "decorate" }));
}
