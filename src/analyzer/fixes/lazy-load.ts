/** Turns a load at a module's top level into one on first use: a getter that remembers, and every use through it. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Analysis } from "../analyze.ts";
import type { ImportLoad } from "../creations.ts";
import type { Edit } from "../rule.ts";
import { NO_REMEDY, type Remedy } from "./hoist-call.ts";
import { childrenOf, commentsBeside, identifiersIn, isFunction, spanOf, startOf, textOf, treeOf, wayTo, type FunctionNode, type Node, type Tree } from "./syntax.ts";

type Held = Readonly<{ load: Node; name: string; awaited: boolean; statement: Node; identifier: Node }>;

/** Only where the value is the module's own and every use is in a function that can wait for it. */
export function loadLazily(analysis: Analysis, { at }: ImportLoad): Remedy {
  const tree = treeOf(analysis, at.file);
  const held = tree && heldBy(wayTo(tree, at));
  if (!tree || !held) return NO_REMEDY;
  const [getter, loader] = [`get${capital(held.name)}`, `load${capital(held.name)}`];
  const taken = [...identifiersIn(tree.program)].some(({ name }) => name === getter || name === loader);
  const uses = usesOf(tree, held, getter);
  if (taken || !uses || commentsBeside(tree, held.statement, [held.load]).length > 0) return NO_REMEDY;
  const type = /\.[cm]?tsx?$/.test(tree.file) ? `: ReturnType<typeof ${loader}> | undefined` : "";
  const lines = [`const ${loader} = () => ${textOf(tree, held.load)};`, `let ${held.name}${type};`, `const ${getter} = () => (${held.name} ??= ${loader}());`];
  return { fix: [{ at: spanOf(tree, held.statement), text: lines.join("\n") }, ...uses], suggestions: [] };
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** `const x = load();` or `const x = await load();`, not exported. */
function heldBy(way: readonly Node[]): Held | null {
  const [load, ...outer] = way;
  const awaited = outer[0]?.type === "AwaitExpression";
  const [declarator, statement, program] = awaited ? outer.slice(1) : outer;
  if (!load || declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier" || program?.type !== "Program") return null;
  if (statement?.type !== "VariableDeclaration" || statement.kind !== "const" || statement.declarations.length !== 1) return null;
  return { load, name: declarator.id.name, awaited, statement, identifier: declarator.id };
}

/** The edit of every use; null where one of them cannot go through the getter. */
function usesOf(tree: Tree, held: Held, getter: string): readonly Edit[] | null {
  const edits: (Edit | null)[] = [];
  const visit = (node: Node, way: readonly Node[]): void => {
    if (node.type === "Identifier" && node.name === held.name && node !== held.identifier) edits.push(editOf(tree, held, getter, node, way));
    for (const child of childrenOf(node)) if (!namesProperty(node, child)) visit(child, [node, ...way]);
  };
  visit(tree.program, []);
  const complete = edits.filter((edit) => edit !== null);
  return complete.length === edits.length ? complete : null;
}

const namesProperty = (parent: Node, child: Node): boolean =>
  (parent.type === "MemberExpression" && parent.property === child && !parent.computed) ||
  ((parent.type === "Property" || parent.type === "MethodDefinition" || parent.type === "PropertyDefinition") && parent.key === child && !parent.computed);

function editOf(tree: Tree, { awaited }: Held, getter: string, use: TSESTree.Identifier, way: readonly Node[]): Edit | null {
  const [parent] = way;
  const owner = way.find(isFunction);
  if (!parent || !owner || !isRead(parent, use) || (awaited && !canAwait(way, owner))) return null;
  if (!awaited) return { at: spanOf(tree, use), text: `${getter}()` };
  // A line that starts with a parenthesis goes on with the line before it.
  const starts = way.some((node) => node.type === "ExpressionStatement" && startOf(node) === startOf(use));
  if (starts && !/[;{}]\s*$/.test(tree.text.slice(0, startOf(use)))) return null;
  return { at: spanOf(tree, use), text: `(await ${getter}())` };
}

/** In the body of a function that is async, and not in what runs apart from it. */
function canAwait(way: readonly Node[], owner: FunctionNode): boolean {
  const inner = way.slice(0, way.indexOf(owner));
  return owner.async && inner.includes(owner.body) && !inner.some((node) => node.type === "PropertyDefinition" || node.type === "StaticBlock");
}

/** Not declared anew, not in a type, not the short form of a property, not a parameter's default, which cannot wait. */
function isRead(parent: Node, use: Node): boolean {
  switch (parent.type) {
    case "VariableDeclarator":
    case "AssignmentPattern":
      return parent.type === "VariableDeclarator" && parent.init === use;
    case "Property":
      return parent.value === use && !parent.shorthand;
    case "CallExpression":
    case "NewExpression":
    case "MemberExpression":
    case "AwaitExpression":
    case "ReturnStatement":
    case "ExpressionStatement":
    case "SpreadElement":
    case "TemplateLiteral":
    case "ConditionalExpression":
    case "LogicalExpression":
    case "ArrayExpression":
      return parent.type !== "NewExpression" || parent.callee !== use;
    case "ArrowFunctionExpression":
      return parent.body === use;
    default:
      return false;
  }
}
