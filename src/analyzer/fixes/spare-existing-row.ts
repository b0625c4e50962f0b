/** Suggests an insert that leaves a row alone which is there already, in the words of the library or of SQL. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Analysis } from "../analyze.ts";
import type { Query } from "../facts.ts";
import type { Edit, Suggestion } from "../rule.ts";
import type { Race } from "../selectors.ts";
import { endOf, isFunction, spanOf, startOf, textOf, treeOf, wayTo, type Node, type Tree } from "./syntax.ts";

type Spares = NonNullable<Query["spares"]>;

export function spareExistingRow(analysis: Analysis, { at, lookup, write }: Race): readonly Suggestion[] {
  const { spares } = write.query;
  const tree = spares && spares.at.file === at.file ? treeOf(analysis, at.file) : null;
  const way = tree && spares ? wayTo(tree, spares.at) : [];
  const edits = tree && spares ? editsOf(tree, way, spares, lookup) : null;
  return edits ? [{ title: "Leave a row alone that is there already", edits }] : [];
}

function editsOf(tree: Tree, way: readonly Node[], spares: Spares, lookup: Query): readonly Edit[] | null {
  const [call] = way;
  if (!call) return null;
  if (spares.clause !== undefined) return withClause(tree, call, spares.clause);
  if (call.type !== "CallExpression") return null;
  const end = endOf(call);
  if (spares.step !== undefined) return [{ at: { file: tree.file, start: end, end }, text: spares.step }];
  return spares.upsert ? asUpsert(tree, call, way, spares.upsert, lookup) : null;
}

/** SQL text in one piece, which gives nothing back: a clause goes behind it. */
function withClause(tree: Tree, call: Node, clause: string): readonly Edit[] | null {
  const text = call.type === "TaggedTemplateExpression" ? call.quasi : call.type === "CallExpression" ? call.arguments[0] : undefined;
  if (text?.type !== "TemplateLiteral" && !(text?.type === "Literal" && typeof text.value === "string")) return null;
  const written = textOf(tree, text).slice(1, -1);
  if (
    !/^\s*insert\s+into\s/i.test(written) ||
    /\b(?:returning|on\s+conflict|on\s+duplicate)\b/i.test(written) ||
    !/\)\s*;?\s*$|\}\s*;?\s*$/.test(written)
  )
    return null;
  const start = startOf(text) + 1 + written.replace(/\s*;?\s*$/, "").length;
  return [{ at: { file: tree.file, start, end: start }, text: ` ${clause}` }];
}

/** The condition of the lookup, if it names a unique key and can be read where the insert stands. */
function asUpsert(
  tree: Tree,
  call: TSESTree.CallExpression,
  way: readonly Node[],
  { member, row, where, create, update }: NonNullable<Spares["upsert"]>,
  lookup: Query,
): readonly Edit[] | null {
  const looking = lookup.unique && lookup.site?.file === tree.file ? wayTo(tree, lookup.site) : [];
  const [found] = looking;
  const condition = found?.type === "CallExpression" ? propertyOf(found.arguments[0], where) : null;
  const [given] = call.arguments;
  const made = propertyOf(given, row);
  const block = looking.find((node) => node.type === "BlockStatement" || node.type === "Program" || isFunction(node));
  if (
    !condition ||
    !made ||
    given?.type !== "ObjectExpression" ||
    given.properties.length !== 1 ||
    call.callee.type !== "MemberExpression" ||
    !block ||
    !way.includes(block)
  )
    return null;
  return [
    { at: spanOf(tree, call.callee.property), text: member },
    { at: spanOf(tree, given), text: `{ ${where}: ${textOf(tree, condition)}, ${create}: ${textOf(tree, made)}, ${update}: {} }` },
  ];
}

function propertyOf(node: Node | undefined, name: string): Node | null {
  if (node?.type !== "ObjectExpression") return null;
  const found = node.properties.find((one) => one.type === "Property" && !one.computed && one.key.type === "Identifier" && one.key.name === name);
  return found?.type === "Property" ? found.value : null;
}
