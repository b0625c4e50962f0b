/** JSX builds a record of what it is given: a component runs later, when its renderer chooses. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Argument, ValueId } from "../../ir/nodes.ts";
import { make, type Builder } from "./builder.ts";
import { lowerExpression } from "./lower-expression.ts";

export function lowerJsx(builder: Builder, node: TSESTree.JSXElement | TSESTree.JSXFragment): ValueId {
  const entries: Argument[] = [];
  if (node.type === "JSXElement") for (const attribute of node.openingElement.attributes) lowerAttribute(builder, attribute, entries);
  for (const child of node.children) {
    const expression = childExpression(child);
    if (expression) entries.push({ value: lowerExpression(builder, expression), name: null, spread: false });
  }
  return make(builder, node, (into) => ({ kind: "aggregate", into, of: "record", entries }));
}

function childExpression(child: TSESTree.JSXChild): TSESTree.Node | null {
  if (child.type === "JSXElement" || child.type === "JSXFragment") return child;
  if (child.type === "JSXExpressionContainer" || child.type === "JSXSpreadChild") return child.expression;
  return null;
}

function lowerAttribute(builder: Builder, attribute: TSESTree.JSXAttribute | TSESTree.JSXSpreadAttribute, entries: Argument[]): void {
  if (attribute.type === "JSXSpreadAttribute") {
    entries.push({ value: lowerExpression(builder, attribute.argument), name: null, spread: true });
    return;
  }
  if (!attribute.value || attribute.value.type === "Literal") return;
  const expression = attribute.value.type === "JSXExpressionContainer" ? attribute.value.expression : attribute.value;
  const name = attribute.name.type === "JSXIdentifier" ? attribute.name.name : null;
  entries.push({ value: lowerExpression(builder, expression), name, spread: false });
}
