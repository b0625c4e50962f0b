/** Turns a loop that writes one row at a time into one statement for all of them. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Analysis } from "../analyze.ts";
import type { Query } from "../facts.ts";
import type { Edit } from "../rule.ts";
import type { During } from "../selectors.ts";
import type { Span } from "../source.ts";
import { NO_REMEDY, type Remedy } from "./hoist-call.ts";
import { indentAt } from "./lines.ts";
import {
  childrenOf, commentsBeside, declaredIn, endOf, identifiersIn, isFunction, namesIn, spanOf, startOf, textOf, treeOf, wayTo,
  type FunctionNode, type Node, type Tree,
} from "./syntax.ts";

/** A loop, its items, what stands for one of them, and the one expression that is waited for per item. */
type Loop = Readonly<{ statement: Node; items: Node; item: Node; work: Node; owners: readonly FunctionNode[] }>;
type Row = Readonly<{ call: TSESTree.CallExpression; row: Node; form: NonNullable<Query["inBulk"]> }>;

/** Something that happens, and the line on the way to it that stands in the loop's function. */
type Writing = Pick<During, "what" | "at" | "confidence">;

/** `all`: everything that happens there, of which nothing else may happen in the loop. */
export function writeInBulk(analysis: Analysis, during: Writing, loopAt: Span, all: readonly Writing[]): Remedy {
  const { effect } = during.what;
  const form = effect.kind === "query" ? effect.query.inBulk : null;
  const tree = form?.at.file === loopAt.file ? treeOf(analysis, loopAt.file) : null;
  const loop = tree && loopOf(wayTo(tree, loopAt));
  if (!tree || !loop || !form || all.some((one) => one !== during && isApart(one, during, loop, tree))) return NO_REMEDY;
  const row = rowOf(tree, form);
  if (!row || !concernsRowAlone(loop, row)) return NO_REMEDY;
  const indent = `\n${indentAt(tree.text, startOf(loop.statement))}`;
  const lines = [...commentsBeside(tree, loop.statement, [loop.items, loop.work]), `await ${inBulk(tree, loop, row)};`];
  const edits: readonly Edit[] = [{ at: spanOf(tree, loop.statement), text: lines.join(indent) }];
  if (form.exact && during.confidence === "high" && isFlat(row.row)) return { fix: edits, suggestions: [] };
  return isNested(row.row) && form.exact ? NO_REMEDY : { fix: null, suggestions: [{ title: "Write all rows with one statement", edits }] };
}

/** Another statement or wait in the same loop; the same one seen in another frame is no other. */
function isApart({ at, what }: Writing, during: Writing, { statement }: Loop, { file }: Tree): boolean {
  const inside = at.file === file && at.start >= startOf(statement) && at.end <= endOf(statement);
  return inside && (what.span.start !== during.what.span.start || what.span.file !== during.what.span.file);
}

/** `for (const x of xs) await …;` or `await Promise.all(xs.map((x) => …));`, whose results nobody takes. */
function loopOf(way: readonly Node[]): Loop | null {
  const [node, all, awaiting, statement] = way;
  const owners = way.filter(isFunction);
  if (node?.type === "ForOfStatement" && !node.await) {
    const item = node.left.type === "VariableDeclaration" ? node.left.declarations[0]?.id : null;
    const [only, ...others] = node.body.type === "BlockStatement" ? node.body.body : [node.body];
    const awaited = only?.type === "ExpressionStatement" && only.expression.type === "AwaitExpression" ? only.expression.argument : null;
    return item && awaited && others.length === 0 ? { statement: node, items: node.right, item, work: awaited, owners } : null;
  }
  if (node?.type !== "CallExpression" || node.callee.type !== "MemberExpression" || all?.type !== "CallExpression" || all.arguments.length !== 1) return null;
  const [callback] = node.arguments;
  if (awaiting?.type !== "AwaitExpression" || statement?.type !== "ExpressionStatement" || !isFunction(callback) || callback.params.length !== 1) return null;
  const item = callback.params[0];
  const work = callback.body.type === "AwaitExpression" ? callback.body.argument : callback.body;
  return item && work.type !== "BlockStatement" ? { statement, items: node.callee.object, item, work, owners } : null;
}

/** Where the row stands in the call that the library says has another form for many. */
function rowOf(tree: Tree, form: Row["form"]): Row | null {
  const [call] = wayTo(tree, form.at);
  if (call?.type !== "CallExpression" || call.callee.type !== "MemberExpression" || call.callee.computed) return null;
  let row: Node | undefined = call.arguments[form.argument];
  for (const name of form.path ?? []) {
    if (row?.type !== "ObjectExpression" || row.properties.length !== 1) return null;
    const [property]: readonly (TSESTree.ObjectLiteralElement | undefined)[] = row.properties;
    row = property?.type === "Property" && !property.computed && property.key.type === "Identifier" && property.key.name === name ? property.value : undefined;
  }
  return row && row.type !== "SpreadElement" && row.type !== "ArrayExpression" ? { call, row, form } : null;
}

/** Everything beside the row is the same for all items, and the row is made without waiting. */
function concernsRowAlone({ work, item }: Loop, { call, row }: Row): boolean {
  const inside = startOf(call) >= startOf(work) && endOf(call) <= endOf(work);
  const own = namesIn(item);
  const outside = [...identifiersIn(work)].filter((one) => startOf(one) < startOf(row) || endOf(one) > endOf(row));
  return inside && !outside.some(({ name }) => own.has(name)) && !has(work, (node) => node.type === "AwaitExpression" || node.type === "YieldExpression");
}

const has = (node: Node, what: (node: Node) => boolean): boolean => what(node) || childrenOf(node).some((child) => has(child, what));

function inBulk(tree: Tree, loop: Loop, { call, row, form }: Row): string {
  const { text } = tree;
  const list = listOf(tree, loop, row);
  const property = call.callee.type === "MemberExpression" ? call.callee.property : call.callee;
  const name = form.member ?? textOf(tree, property);
  return text.slice(startOf(loop.work), startOf(property)) + name + text.slice(endOf(property), startOf(row)) + list + text.slice(endOf(row), endOf(loop.work));
}

function listOf(tree: Tree, loop: Loop, row: Node): string {
  const { items, item } = loop;
  const source = textOf(tree, items);
  const isItem = row.type === "Identifier" && item.type === "Identifier" && row.name === item.name;
  if (isItem) return isList(tree, loop) ? source : `[...${source}]`;
  const made = row.type === "ObjectExpression" ? `(${textOf(tree, row)})` : textOf(tree, row);
  const each = `(${textOf(tree, item)}) => ${made}`;
  return isList(tree, loop) ? `${source}.map(${each})` : `Array.from(${source}, ${each})`;
}

/** Surely an array, not just something that can be iterated. */
function isList(tree: Tree, { items, owners }: Loop): boolean {
  if (items.type === "ArrayExpression") return true;
  if (items.type === "CallExpression")
    return (
      items.callee.type === "MemberExpression" &&
      items.callee.property.type === "Identifier" &&
      /^(?:map|filter|flatMap|slice|concat|from)$/.test(items.callee.property.name)
    );
  if (items.type !== "Identifier") return false;
  const owner = owners.find((one) => declaredIn(one).has(items.name));
  const param = owner?.params.find((one) => one.type === "Identifier" && one.name === items.name);
  if (!owner || param?.type !== "Identifier" || !param.typeAnnotation || declaredIn(owner.body).has(items.name)) return false;
  return /\[\]$|^(?:Readonly)?Array</.test(textOf(tree, param.typeAnnotation.typeAnnotation));
}

/** Plain columns and no more: what writes relations has no form for many. */
const isFlat = (row: Node): boolean =>
  row.type === "ObjectExpression" && row.properties.every((one) => one.type === "Property" && !one.computed && !one.method) && !isNested(row);

const isNested = (row: Node): boolean =>
  row.type === "ObjectExpression" &&
  row.properties.some(
    (one) => one.type === "Property" && has(one.value, (node) => node.type === "ObjectExpression" || node.type === "ArrayExpression"),
  );
