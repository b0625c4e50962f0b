/** Moves the making of a pool or client out of a function, to the module's top level right above it. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Analysis } from "../analyze.ts";
import type { Creation } from "../creations.ts";
import type { Confidence } from "../facts.ts";
import { NO_REMEDY, type Remedy } from "./hoist-call.ts";
import { linesOf, moveLines } from "./lines.ts";
import { childrenOf, declaredIn, identifiersIn, isFunction, namesIn, occursOutside, startOf, treeOf, wayTo, type Node, type Tree } from "./syntax.ts";

type Local = Readonly<{ creation: Node; name: string; statement: Node; owner: Node; top: Node; isConstant: boolean }>;

/**
 * The fix keeps what the code does but for how often: the options are constant, the name is the module's to take, and the function
 * neither ends what it made nor sets it up.
 */
export function shareCreation(analysis: Analysis, { what, effect, ends, fate }: Creation, confidence: Confidence): Remedy {
  const tree = treeOf(analysis, what.span.file);
  const local = tree && localOf(wayTo(tree, what.span));
  // One connection cannot be shared by requests that run at the same time; in a process of its own it can.
  const isShareable = effect.opens !== "connection" || effect.engine === "sqlite";
  if (!tree || !local || !isShareable || ends || fate !== "dropped") return NO_REMEDY;
  if (occursOutside(tree, local.name, local.owner) || isCalledAbove(tree, local) || !isConstantAt(tree, local)) return NO_REMEDY;
  const lines = linesOf(tree, local.statement);
  const edits = lines && moveLines(tree, lines, local.top, "\n");
  if (!edits) return NO_REMEDY;
  if (confidence === "high" && local.isConstant && usesOnly(local)) return { fix: edits, suggestions: [] };
  return { fix: null, suggestions: [{ title: `Make ${local.name} once, at module level`, edits }] };
}

/** `const pool = new Pool(…);`, a statement of its own in a function; what is made may be a part of another object. */
function localOf(way: readonly Node[]): Local | null {
  const [creation, declarator, statement, block, ...rest] = way.slice(wrappersIn(way));
  if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier" || declarator.init !== creation) return null;
  if (statement?.type !== "VariableDeclaration" || statement.declarations.length !== 1 || block?.type !== "BlockStatement") return null;
  const owner = rest.find(isFunction);
  const top = rest.at(-2) ?? null;
  if (!creation || !owner || !top || rest.at(-1)?.type !== "Program") return null;
  return { creation, name: declarator.id.name, statement, owner, top, isConstant: statement.kind === "const" };
}

/** `new Kysely({ dialect: new Dialect({ pool: new Pool(…) }) })` is one object for whoever uses it. */
function wrappersIn(way: readonly Node[]): number {
  let outer = 0;
  for (let i = 0; i < way.length && /^(?:NewExpression|Property|ObjectExpression|CallExpression)$/.test(way[i]?.type ?? ""); i++)
    if (way[i]?.type === "NewExpression") outer = i;
  return outer;
}

/** What it is made of is the same at every call, and known above the function. */
function isConstantAt(tree: Tree, { creation, statement, top }: Local): boolean {
  if (creation.type !== "NewExpression" && creation.type !== "CallExpression") return false;
  const known = namesAbove(tree, top);
  const inner = localNames(top, creation);
  const isKnown = (node: Node): boolean => [...namesIn(node)].every((name) => known.has(name) && !inner.has(name));
  const own = [...identifiersIn(statement)].filter(({ name }) => inner.has(name)); // its own name, and types that nobody knows outside
  return isKnown(creation.callee) && creation.arguments.every((one) => isConstant(one, isKnown)) && own.length === 1;
}

/** A declared function can be called above its declaration, where the constant is not there yet. */
function isCalledAbove({ program }: Tree, { top }: Local): boolean {
  const declared = top.type === "ExportNamedDeclaration" || top.type === "ExportDefaultDeclaration" ? top.declaration : top;
  const name = declared?.type === "FunctionDeclaration" ? declared.id?.name : undefined;
  return name !== undefined && [...identifiersIn(program)].some((one) => one.name === name && startOf(one) < startOf(top));
}

/** Names that functions round the creation declare, its own variable apart. */
function localNames(top: Node, creation: Node): ReadonlySet<string> {
  const found = declaredIn(top);
  const outer = new Set([...found]);
  if (top.type === "FunctionDeclaration" && top.id) outer.delete(top.id.name);
  for (const name of declaredIn(creation)) outer.delete(name);
  return outer;
}

/** Imports, and constants that are declared above. */
function namesAbove({ program }: Tree, top: Node): ReadonlySet<string> {
  const found = new Set<string>(["process", "undefined"]);
  for (const statement of program.body) {
    if (statement.type === "ImportDeclaration") for (const { local } of statement.specifiers) found.add(local.name);
    const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (startOf(statement) >= startOf(top) || declared?.type !== "VariableDeclaration" || declared.kind !== "const") continue;
    for (const { id } of declared.declarations) for (const { name } of identifiersIn(id)) found.add(name);
  }
  return found;
}

function isConstant(node: Node, isKnown: (node: Node) => boolean): boolean {
  switch (node.type) {
    case "Literal":
      return true;
    case "TemplateLiteral":
    case "ArrayExpression":
    case "ObjectExpression":
      return childrenOf(node).every((one) => isConstant(one, isKnown));
    case "TemplateElement":
      return true;
    case "Property":
      return !node.computed && isConstant(node.value, isKnown);
    case "UnaryExpression":
      return node.operator !== "delete" && isConstant(node.argument, isKnown);
    case "LogicalExpression":
    case "BinaryExpression":
      return isConstant(node.left, isKnown) && isConstant(node.right, isKnown);
    case "TSNonNullExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return isConstant(node.expression, isKnown);
    case "Identifier":
      return isKnown(node);
    case "MemberExpression":
      return isMemberOfKnown(node, isKnown);
    case "NewExpression":
      // A dialect or an adapter round what is constant itself.
      return isKnown(node.callee) && node.arguments.every((one) => isConstant(one, isKnown));
    case "CallExpression":
      return (
        node.callee.type === "Identifier" &&
        /^(?:Number|String|parseInt|Boolean)$/.test(node.callee.name) &&
        node.arguments.every((one) => isConstant(one, isKnown))
      );
    default:
      return false;
  }
}

/** `process.env.DATABASE_URL`, `config.db.url`: a way of names that starts at one above. */
function isMemberOfKnown(node: TSESTree.MemberExpression, isKnown: (node: Node) => boolean): boolean {
  const { object } = node;
  const constantKey = !node.computed || node.property.type === "Literal";
  return (
    constantKey &&
    (object.type === "MemberExpression"
      ? isMemberOfKnown(object, isKnown)
      : object.type === "MetaProperty" || (object.type === "Identifier" && isKnown(object)))
  );
}

/** Words of setting up and tearing down: once is not as good as every time. */
const LIFECYCLE = /^\$?(?:on|once|use|connect|initiali[sz]e|init|open|sync|authenticate|end|close|destroy|disconnect|release|drain|stop|pragma|loadExtension)$/;

/** Every use asks it something; none hands it on or changes it. */
function usesOnly({ owner, name, statement }: Local): boolean {
  const isUse = (node: Node, parent: Node | null): boolean => {
    if (node === statement) return true;
    if (node.type === "Identifier" && node.name === name) return isAsked(node, parent);
    return childrenOf(node).every((child) => isUse(child, node));
  };
  return isUse(owner, null);
}

function isAsked(node: Node, parent: Node | null): boolean {
  if (parent?.type === "MemberExpression")
    return parent.object === node && !parent.computed && parent.property.type === "Identifier" && !LIFECYCLE.test(parent.property.name);
  // `db("orders")`, sql`…`
  return (parent?.type === "CallExpression" && parent.callee === node) || (parent?.type === "TaggedTemplateExpression" && parent.tag === node);
}
