/** Awaits one after the other what `Promise.all` starts together: a list in statements of their own, `items.map(…)` in a loop. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Analysis } from "../analyze.ts";
import type { Suggestion } from "../rule.ts";
import type { Span } from "../source.ts";
import { indentAt, startsLine } from "./lines.ts";
import { childrenOf, commentsBeside, isFunction, spanOf, startOf, textOf, treeOf, wayTo, type Node, type Tree } from "./syntax.ts";

export function awaitInTurn(analysis: Analysis, at: Span): readonly Suggestion[] {
  const tree = treeOf(analysis, at.file);
  const [call, awaiting, ...around] = tree ? wayTo(tree, at) : [];
  const statement = around.find((node) => /Statement$|^VariableDeclaration$/.test(node.type));
  if (!tree || !statement || call?.type !== "CallExpression" || awaiting?.type !== "AwaitExpression" || !isPromiseAll(call)) return [];
  const block = around[around.indexOf(statement) + 1];
  const isAlone = (block?.type === "BlockStatement" || block?.type === "Program") && startsLine(tree.text, startOf(statement));
  const [first, ...more] = call.arguments;
  const parts =
    !isAlone || !first || more.length > 0
      ? null
      : first.type === "ArrayExpression"
        ? inStatements(tree, statement, awaiting, first)
        : inLoop(tree, statement, awaiting, first);
  if (!parts || commentsBeside(tree, statement, parts.kept).length > 0) return [];
  const text = parts.lines.join(`\n${indentAt(tree.text, startOf(statement))}`);
  return [{ title: "Await them one after the other", edits: [{ at: spanOf(tree, statement), text }] }];
}

const isPromiseAll = ({ callee }: TSESTree.CallExpression): boolean =>
  callee.type === "MemberExpression" && !callee.computed && callee.object.type === "Identifier" && callee.object.name === "Promise" &&
  callee.property.type === "Identifier" && callee.property.name === "all";

/** `kept`: the nodes whose text stays, comments in them included. */
type Parts = Readonly<{ lines: readonly string[]; kept: readonly Node[] }>;

/** `const [a, b] = await Promise.all([f(), g()]);`, or without results. What has been started before is not put off by awaiting it later. */
function inStatements(tree: Tree, statement: Node, awaiting: Node, { elements }: TSESTree.ArrayExpression): Parts | null {
  const calls = elements.filter((one) => one?.type === "CallExpression" || one?.type === "TaggedTemplateExpression");
  if (calls.length < 2 || calls.length < elements.length) return null;
  if (statement.type === "ExpressionStatement" && statement.expression === awaiting)
    return { lines: calls.map((one) => `await ${textOf(tree, one)};`), kept: calls };
  const names = namesOf(statement, awaiting);
  if (names?.length !== calls.length) return null;
  return { lines: calls.map((one, i) => `const ${textOf(tree, names[i] ?? one)} = await ${textOf(tree, one)};`), kept: [...calls, ...names] };
}

function namesOf(statement: Node, awaiting: Node): readonly Node[] | null {
  if (statement.type !== "VariableDeclaration" || statement.kind !== "const") return null;
  const [only, ...more] = statement.declarations;
  if (!only || more.length > 0 || only.init !== awaiting || only.id.type !== "ArrayPattern" || only.id.typeAnnotation) return null;
  const names = only.id.elements.filter((one) => one !== null);
  return names.length === only.id.elements.length && names.every((one) => one.type !== "RestElement" && one.type !== "AssignmentPattern") ? names : null;
}

/** `await Promise.all(items.map((item) => f(item)));`, of which nobody takes the results. */
function inLoop(tree: Tree, statement: Node, awaiting: Node, mapped: Node): Parts | null {
  if (statement.type !== "ExpressionStatement" || statement.expression !== awaiting || mapped.type !== "CallExpression" || mapped.optional) return null;
  const { callee, arguments: [work, ...more] } = mapped;
  if (
    callee.type !== "MemberExpression" ||
    callee.optional ||
    callee.property.type !== "Identifier" ||
    callee.property.name !== "map" ||
    more.length > 0
  )
    return null;
  if (
    work?.type !== "ArrowFunctionExpression" ||
    work.params.length !== 1 ||
    !work.params[0] ||
    work.params[0].type === "RestElement" ||
    work.params[0].type === "AssignmentPattern"
  )
    return null;
  const [item] = work.params;
  const body = bodyOf(tree, work);
  if (body === null) return null;
  const name = "typeAnnotation" in item && item.typeAnnotation ? tree.text.slice(startOf(item), startOf(item.typeAnnotation)) : textOf(tree, item);
  return { lines: [`for (const ${name} of ${textOf(tree, callee.object)}) ${body}`], kept: [callee.object, work] };
}

/** What a round does; a body that may return early would leave the loop's function. */
function bodyOf(tree: Tree, { async, body }: TSESTree.ArrowFunctionExpression): string | null {
  if (body.type === "BlockStatement") return async && !returns(body) ? textOf(tree, body) : null;
  return body.type === "AwaitExpression"
    ? `${textOf(tree, body)};`
    : body.type === "CallExpression" || body.type === "TaggedTemplateExpression"
      ? `await ${textOf(tree, body)};`
      : null;
}

const returns = (node: Node): boolean => node.type === "ReturnStatement" || childrenOf(node).some((child) => !isFunction(child) && returns(child));
