/** Waits for a call that stands as a statement of its own in an async function. */
import type { Analysis } from "../analyze.ts";
import type { Edit } from "../rule.ts";
import type { Span } from "../source.ts";
import { isFunction, startOf, treeOf, wayTo } from "./syntax.ts";

export function awaitCall(analysis: Analysis, at: Span): readonly Edit[] | null {
  const tree = treeOf(analysis, at.file);
  const way = tree ? wayTo(tree, at) : [];
  const [call, ...around] = way;
  const [first, second] = around;
  const discards = first?.type === "UnaryExpression" && first.operator === "void";
  const statement = discards ? second : first;
  const owner = around.find(isFunction);
  if (!call || !first || call.type !== "CallExpression" || statement?.type !== "ExpressionStatement" || !owner?.async || owner.generator) return null;
  const start = startOf(discards ? first : call);
  return [{ at: { file: at.file, start, end: startOf(call) }, text: "await " }];
}
