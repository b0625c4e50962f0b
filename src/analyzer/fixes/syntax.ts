/** The syntax tree of a file for those who write fixes: the way to a place, and the names that code uses and declares. */
import type { TSESTree } from "@typescript-eslint/utils";
import { endOf, startOf } from "../frontends/builder.ts";
import { parseTree, type SyntaxTree } from "../frontends/estree/parse.ts";
import type { FilePath, Span } from "../source.ts";
import { oncePerFile, wayDown } from "./trees.ts";

export type Node = TSESTree.Node;
export type Tree = SyntaxTree & Readonly<{ file: FilePath; text: string }>;
export { endOf, startOf };

export const treeOf = oncePerFile((file, text): Tree | null => {
  const parsed = /\.(?:[cm]?[jt]s|[jt]sx)$/.test(file) ? parseTree(file, text) : null;
  return parsed && { ...parsed, file, text };
});

export const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";

export function childrenOf(node: Node): readonly Node[] {
  return Object.entries(node).flatMap(([key, value]) => (key === "parent" ? [] : Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []));
}

export function* nodesIn(node: Node): Iterable<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesIn(child);
}

export const wayTo = ({ program }: Tree, span: Readonly<{ start: number; end: number }>): readonly Node[] => wayDown<Node>(program, childrenOf, span);

export const textOf = ({ text }: Tree, node: Node): string => text.slice(startOf(node), endOf(node));

export const spanOf = ({ file }: Tree, node: Node): Span => ({ file, start: startOf(node), end: endOf(node) });

/** Every name that is a variable's, used or declared; properties' names are none. */
export function* identifiersIn(node: Node): Iterable<TSESTree.Identifier> {
  if (node.type === "Identifier") yield node;
  for (const child of childrenOf(node)) if (!isPropertyName(node, child)) yield* identifiersIn(child);
}

function isPropertyName(parent: Node, child: Node): boolean {
  switch (parent.type) {
    case "MemberExpression":
      return parent.property === child && !parent.computed;
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      return parent.key === child && !parent.computed;
    case "ImportSpecifier":
      return parent.imported === child;
    case "ExportSpecifier":
      return parent.exported === child && parent.local !== child;
    default:
      return false;
  }
}

export const namesIn = (node: Node): ReadonlySet<string> => new Set([...identifiersIn(node)].map(({ name }) => name));

/** Names that a function's parameters and everything declared in it have, a part of it left out. */
export function declaredIn(node: Node, except: Node | null = null): ReadonlySet<string> {
  const found = new Set<string>();
  const pattern = (target: Node): void => [...identifiersIn(target)].forEach(({ name }) => found.add(name));
  const visit = (at: Node): void => {
    if (at === except) return;
    if (isFunction(at)) at.params.forEach(pattern);
    if (at.type === "VariableDeclarator") pattern(at.id);
    if (at.type === "CatchClause" && at.param) pattern(at.param);
    if ((at.type === "FunctionDeclaration" || at.type === "ClassDeclaration") && at.id) pattern(at.id);
    childrenOf(at).forEach(visit);
  };
  visit(node);
  return found;
}

export type FunctionNode = TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression | TSESTree.FunctionDeclaration;

export const isFunction = (node: Node | undefined): node is FunctionNode =>
  node?.type === "ArrowFunctionExpression" || node?.type === "FunctionExpression" || node?.type === "FunctionDeclaration";

/** Comments in a node that are in none of the parts that are kept. */
export function commentsBeside({ text, comments }: Tree, node: Node, kept: readonly Node[]): readonly string[] {
  const isIn = (comment: Readonly<{ start: number; end: number }>, outer: Node): boolean => comment.start >= startOf(outer) && comment.end <= endOf(outer);
  return comments.filter((comment) => isIn(comment, node) && !kept.some((one) => isIn(comment, one))).map(({ start, end }) => text.slice(start, end));
}

/** Where a name occurs outside a node. */
export function occursOutside({ program }: Tree, name: string, inside: Node): boolean {
  return [...identifiersIn(program)].some((one) => one.name === name && (startOf(one) < startOf(inside) || endOf(one) > endOf(inside)));
}
