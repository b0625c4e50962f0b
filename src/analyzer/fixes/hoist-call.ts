/** Moves a call that waits out of a transaction's callback, in front of the statement that opens the transaction. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Analysis } from "../analyze.ts";
import type { Edit, Suggestion } from "../rule.ts";
import type { During } from "../selectors.ts";
import { linesOf, moveLines } from "./lines.ts";
import { declaredIn, endOf, identifiersIn, isFunction, namesIn, nodesIn, startOf, treeOf, wayTo, type FunctionNode, type Node, type Tree } from "./syntax.ts";

export type Remedy = Readonly<{ fix: readonly Edit[] | null; suggestions: readonly Suggestion[] }>;
export const NO_REMEDY: Remedy = { fix: null, suggestions: [] };

type Waiting = Readonly<{ call: Node; statement: Node; result: Node | null; callback: FunctionNode & { body: TSESTree.BlockStatement } }>;

/**
 * `all`: everything that happens in transactions. The fix keeps what the code does: nothing
 * precedes the call in the transaction, nothing in it belongs to the transaction, and the callback runs once.
 */
export function hoistCall(analysis: Analysis, during: During, all: readonly During[]): Remedy {
  const tree = treeOf(analysis, during.at.file);
  const way = tree ? wayTo(tree, during.at) : [];
  const waiting = waitingStatement(way);
  if (!tree || !waiting) return NO_REMEDY;
  const outer = openingStatement(way.slice(way.indexOf(waiting.callback)));
  if (!outer || !isIndependent(waiting) || !isFree(waiting, outer.owner)) return NO_REMEDY;
  const lines = linesOf(tree, waiting.statement);
  const edits = lines && moveLines(tree, lines, outer.statement);
  if (!edits || !all.filter((one) => isIn(one, tree, waiting.statement)).every(isOutside)) return NO_REMEDY;
  const isSame = startOf(outer.call) === during.scope.span.start && during.scope.span.file === tree.file && !during.scope.retries;
  const isFirst = waiting.callback.body.body[0] === waiting.statement;
  if (isSame && isFirst && during.confidence === "high" && isPlain(outer.call, waiting.callback)) return { fix: edits, suggestions: [] };
  return { fix: null, suggestions: [{ title: "Call it before the transaction opens", edits }] };
}

/** `await f(x);` or `const y = await f(x);`, directly in the callback's body; the call may be a part of what is waited for. */
function waitingStatement(way: readonly Node[]): Waiting | null {
  const end = way.findIndex((node) => isFunction(node) || /Statement$|Declarat(?:ion|or)$/.test(node.type));
  const [call, awaiting] = way.slice(Math.max(end - 2, 0), end);
  const [holder, ...rest] = way.slice(Math.max(end, 0));
  if (call?.type !== "CallExpression" || awaiting?.type !== "AwaitExpression") return null;
  const [next] = rest;
  const declares = holder?.type === "VariableDeclarator" && next?.type === "VariableDeclaration" && next.kind === "const" && next.declarations.length === 1;
  const statement = declares ? next : holder;
  if (!statement || (!declares && statement.type !== "ExpressionStatement")) return null;
  const [body, callback] = declares ? rest.slice(1) : rest;
  if (body?.type !== "BlockStatement" || !isFunction(callback) || callback.body !== body || callback.type === "FunctionDeclaration") return null;
  return { call, statement, result: declares ? holder.id : null, callback: callback as Waiting["callback"] };
}

/** The statement of its own that waits for the call which is given the callback; `owner` is the function in which it stands. */
type Opening = Readonly<{ call: TSESTree.CallExpression; statement: Node; owner: Node }>;

export function openingStatement([callback, call, awaiting, ...rest]: readonly Node[]): Opening | null {
  if (call?.type !== "CallExpression" || !call.arguments.some((one) => one === callback) || awaiting?.type !== "AwaitExpression") return null;
  const declares = rest[0]?.type === "VariableDeclarator";
  const statement = declares ? rest[1] : rest[0];
  const block = declares ? rest[2] : rest[1];
  if (!statement || !/^(?:ExpressionStatement|VariableDeclaration|ReturnStatement)$/.test(statement.type)) return null;
  if (block?.type !== "BlockStatement" && block?.type !== "Program") return null;
  const owner = rest.find((node) => isFunction(node) || node.type === "Program");
  return owner ? { call, statement, owner } : null;
}

/** No operand comes from the transaction or its body, and `this` is the same outside. */
export function isIndependent({ call, callback }: Readonly<{ call: Node; callback: FunctionNode }>): boolean {
  const inside = declaredIn(callback, call);
  const speaksOfItself =
    callback.type === "FunctionExpression" &&
    [...nodesIn(call)].some((node) => node.type === "ThisExpression" || (node.type === "Identifier" && node.name === "arguments"));
  return !speaksOfItself && ![...namesIn(call)].some((name) => inside.has(name));
}

/** The result's names mean nothing else in the function that opens the transaction. */
function isFree({ result, callback }: Waiting, owner: Node): boolean {
  if (!result) return true;
  const names = namesIn(result);
  return ![...identifiersIn(owner)].some((one) => names.has(one.name) && (startOf(one) < startOf(callback) || endOf(one) > endOf(callback)));
}

const isIn = ({ at }: During, { file }: Tree, node: Node): boolean => at.file === file && at.start >= startOf(node) && at.end <= endOf(node);

/** Nothing but waiting: what reads or writes may belong to the transaction without saying so. */
export const isOutside = ({ what: { effect } }: During): boolean => effect.kind === "wait" || effect.kind === "connect" || effect.kind === "load";

/** What is worked out before the transaction opens has no effect of its own; a builder is taken to have none. */
function isPlain(call: TSESTree.CallExpression, callback: Node): boolean {
  const around = [call.callee, ...call.arguments.filter((one) => one !== callback)];
  return around.every((node) => [...nodesIn(node)].every((one) => !/^(?:AwaitExpression|NewExpression|AssignmentExpression|UpdateExpression|YieldExpression)$/.test(one.type) &&
    (one.type !== "CallExpression" || (one.arguments.length === 0 && one.callee.type === "MemberExpression"))));
}
