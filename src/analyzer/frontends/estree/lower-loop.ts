/** The five loops. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Block } from "../../ir/nodes.ts";
import { collect, emit, fresh, inScope, type Ast, type Builder } from "./builder.ts";
import { declareStatement } from "./hoist.ts";
import { conditionOf } from "./lower-condition.ts";
import { lowerExpression } from "./lower-expression.ts";
import { bindPattern } from "./lower-pattern.ts";
import { lowerBlock, lowerStatement } from "./lower-statement.ts";

type Loop = TSESTree.ForStatement | TSESTree.ForInStatement | TSESTree.ForOfStatement | TSESTree.WhileStatement | TSESTree.DoWhileStatement;

export function lowerLoop(builder: Builder, node: Loop): void {
  switch (node.type) {
    case "ForOfStatement":
    case "ForInStatement":
      return lowerForEach(builder, node);
    case "ForStatement":
      return inScope(builder, () => lowerFor(builder, node));
    default: {
      const body = collect(builder, () => {
        const inner = lowerBlock(builder, node.body);
        const test = collect(builder, () => void conditionOf(builder, node.test));
        builder.block.push(...(node.type === "WhileStatement" ? [...test, ...inner] : [...inner, ...test]));
      });
      emit(builder, node, { kind: "loop", over: null, item: null, strides: false, body });
    }
  }
}

function lowerForEach(builder: Builder, node: TSESTree.ForOfStatement | TSESTree.ForInStatement): void {
  const over = lowerExpression(builder, node.right);
  const item = fresh(builder);
  const body: Block = collect(builder, () =>
    inScope(builder, () => {
      const { left } = node;
      if (left.type === "VariableDeclaration") {
        declareStatement(builder, left);
        const [declarator] = left.declarations;
        if (declarator) bindPattern(builder, declarator.id, item, true);
      } else bindPattern(builder, left, item, false);
      builder.block.push(...lowerBlock(builder, node.body));
    }));
  emit(builder, node, { kind: "loop", over, item, strides: false, body });
}

function lowerFor(builder: Builder, node: TSESTree.ForStatement): void {
  if (node.init) {
    declareStatement(builder, node.init);
    lowerStatementOrExpression(builder, node.init);
  }
  const body = collect(builder, () => {
    if (node.test) conditionOf(builder, node.test);
    builder.block.push(...lowerBlock(builder, node.body));
    if (node.update) lowerExpression(builder, node.update);
  });
  const over = node.test ? counted(builder, node.test) : null;
  emit(builder, node, { kind: "loop", over, item: null, strides: strides(node.update), body });
}

function lowerStatementOrExpression(builder: Builder, node: Ast): void {
  if (node.type === "VariableDeclaration") lowerStatement(builder, node);
  else lowerExpression(builder, node);
}

/** What bounds a counting loop: `i < items.length` goes over `items`, `i < 3` over 3. */
function counted(builder: Builder, test: TSESTree.Expression): ReturnType<typeof fresh> | null {
  if (test.type !== "BinaryExpression" || (test.operator !== "<" && test.operator !== "<=")) return null;
  const { right } = test;
  const isLength = right.type === "MemberExpression" && right.property.type === "Identifier" && right.property.name === "length";
  return lowerExpression(builder, isLength ? right.object : right);
}

/** `i += size`, unless the step is 1. */
function strides(update: TSESTree.Expression | null): boolean {
  if (update?.type !== "AssignmentExpression" || update.operator !== "+=") return false;
  return !(update.right.type === "Literal" && update.right.value === 1);
}
