/** Puts a transaction's handle in the place of the client that opened it. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Analysis } from "../analyze.ts";
import { callAt } from "../passes/program/engine.ts";
import { actionsAt } from "../passes/evaluate/evaluate-call.ts";
import type { Edit, Suggestion } from "../rule.ts";
import type { During } from "../selectors.ts";
import type { Span } from "../source.ts";
import { declaredIn, endOf, isFunction, namesIn, spanOf, startOf, textOf, treeOf, wayTo, type Node, type Tree } from "./syntax.ts";

type Callback = TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression;

/** Only for a statement that stands in the callback itself, on the very client whose method the callback was given to. */
export function useHandle(analysis: Analysis, { what, at, scope }: During): readonly Suggestion[] {
  const isDirect = at.start === what.span.start && at.file === what.span.file && at.file === scope.span.file;
  const tree = isDirect ? treeOf(analysis, at.file) : null;
  const way = tree ? wayTo(tree, what.span) : [];
  const opening = way.find(
    (node): node is TSESTree.CallExpression => node.type === "CallExpression" && startOf(node) === scope.span.start && endOf(node) === scope.span.end,
  );
  const callback = opening?.arguments.find((one): one is Callback => way.includes(one) && isFunction(one));
  const [statement] = way;
  if (!tree || !statement || !callback || opening?.callee.type !== "MemberExpression") return [];
  const client = clientIn(statement, textOf(tree, opening.callee.object), tree);
  const handle = client && handleHas(analysis, scope.span, client.asks) ? handleOf(tree, callback) : null;
  const between = way.slice(0, way.indexOf(callback));
  if (!client || !handle || between.some((node) => declaredIn(node).has(handle.name))) return [];
  return [{ title: `Use ${handle.name}`, edits: [{ at: spanOf(tree, client.node), text: handle.name }, ...handle.edits] }];
}

/** Where the statement names the client, and the member that it asks it for (none where it calls it). */
function clientIn(statement: Node, name: string, tree: Tree): Readonly<{ node: Node; asks: string | null }> | null {
  let node: Node = statement;
  let asks: string | null = null;
  while (textOf(tree, node) !== name) {
    if (node.type === "CallExpression") [node, asks] = [node.callee, null];
    else if (node.type === "TaggedTemplateExpression") [node, asks] = [node.tag, null];
    else if (node.type === "AwaitExpression") node = node.argument;
    else if (node.type === "MemberExpression" && node.property.type === "Identifier" && !node.computed) [node, asks] = [node.object, node.property.name];
    else return null;
  }
  return { node, asks };
}

/** What the callback is given can do the same. */
function handleHas({ engine }: Analysis, span: Span, asks: string | null): boolean {
  const call = callAt(engine, span)?.node;
  if (!call) return false;
  return actionsAt(engine, { file: span.file, env: null }, call).some(({ action, call: { library } }) => {
    const type = action.callbacks?.[0]?.receives?.[0];
    if (!type) return false;
    return asks === null ? engine.catalog.callOf(library, type) !== null : engine.catalog.member(library, type, asks) !== null;
  });
}

/** The parameter's name, or a new parameter. */
function handleOf(tree: Tree, callback: Callback): Readonly<{ name: string; edits: readonly Edit[] }> | null {
  const [param] = callback.params;
  if (param) return param.type === "Identifier" ? { name: param.name, edits: [] } : null;
  const start = startOf(callback);
  const list = /^(?:async\s*)?(?:function\s*\w*\s*)?\(\s*\)/.exec(tree.text.slice(start, startOf(callback.body)));
  if (!list || namesIn(tree.program).has(NEW)) return null;
  const end = start + list[0].length;
  return { name: NEW, edits: [{ at: { file: tree.file, start: end - 1, end: end - 1 }, text: NEW }] };
}

const NEW = "tx";
