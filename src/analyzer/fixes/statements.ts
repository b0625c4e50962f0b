/** Statements as both languages have them: where one stands, what it says, and how another gets in front of it. */
import type { Analysis } from "../analyze.ts";
import type { Edit } from "../rule.ts";
import type { Span } from "../source.ts";
import { indentAt, linesOf, rangeOf, reindented, stepOf, type Range, type Source } from "./lines.ts";
import { pythonTreeOf, wayIn, type PythonTree, type Raw } from "./python-tree.ts";
import { childrenOf, declaredIn, isFunction, namesIn, nodesIn, startOf, treeOf, wayTo, type Node, type Tree } from "./syntax.ts";

export type { Range } from "./lines.ts";

export type Statement = Readonly<{
  source: Source; at: Range;
  /** All of its block, in order, itself among them; what a condition leads to without a block is alone. */
  block: readonly Range[];
  isBlockless: boolean;
  /** An expression of which nobody takes the result. */
  isExpression: boolean;
  /** It calls something, or waits: more happens in it than can be seen from its kind. */
  isWork: boolean;
  /** Some of that is waited for. */
  waits: boolean;
  names: ReadonlySet<string>;
  declares: ReadonlySet<string>;
  /** It may leave its block for another place of the function, or the function. */
  leaves: boolean;
  /** A handler of the same function meets what fails in it. */
  isGuarded: boolean;
  /** Functions and classes can be used above the line that declares them. */
  isHoisted: boolean;
  /** Text in it that goes over several lines. */
  texts: readonly Range[];
  attempt: Attempt | null;
  /** What encloses it in its function, inner first, with the names that mean something else there; the function is the last. */
  scopes: readonly Readonly<{ at: Range; declares: ReadonlySet<string> }>[];
}>;

/** It is one that tries: where its body begins, and what is done in any case. */
export type Attempt = Readonly<{ opens: number; finalizer: Range | null; handles: boolean }>;

/** The innermost statement round a place. */
export function statementAt(analysis: Analysis, at: Span): Statement | null {
  const tree = treeOf(analysis, at.file);
  if (tree) return inScript(tree, wayTo(tree, at));
  const python = pythonTreeOf(analysis, at.file);
  return python ? inPython(python, wayIn(python, at)) : null;
}

const isStatement = ({ type }: Node): boolean => type !== "BlockStatement" && /Statement$|^(?:Variable|Function|Class)Declaration$/.test(type);

function inScript(source: Tree, way: readonly Node[]): Statement | null {
  const index = way.findIndex((node, i) => isStatement(node) || (isFunction(node) && i > 0));
  const [statement, ...around] = way.slice(Math.max(index, 0));
  const whole = around[0]?.type === "ExportNamedDeclaration" ? around[0] : statement;
  const parent = whole === statement ? around[0] : around[1];
  if (!statement || !whole || !parent || !isStatement(statement)) return null;
  const block = parent.type === "BlockStatement" || parent.type === "Program" ? parent.body : parent.type === "SwitchCase" ? parent.consequent : null;
  const outer = way.slice(way.indexOf(parent));
  const scopes = outer.slice(0, outer.findIndex((node) => isFunction(node) || node.type === "Program") + 1);
  return {
    source,
    at: rangeOf(whole),
    block: (block ?? [statement]).map(rangeOf),
    isBlockless: block === null,
    isExpression: statement.type === "ExpressionStatement",
    isWork: has(statement, WORK),
    waits: has(statement, WAIT),
    names: namesIn(statement),
    isGuarded: outer.slice(0, scopes.length).some((node) => node.type === "TryStatement" && node.handler !== null),
    leaves: has(statement, LEAVES),
    declares: declaredIn(statement),
    isHoisted: /^(?:Function|Class)/.test(statement.type),
    texts: [...nodesIn(statement)].filter(({ type }) => type === "TemplateLiteral").map(rangeOf),
    attempt:
      statement.type !== "TryStatement"
        ? null
        : {
            opens: startOf(statement.block) + 1,
            finalizer: statement.finalizer && rangeOf(statement.finalizer),
            handles: statement.handler !== null,
          },
    scopes: scopes.map((node) => ({ at: rangeOf(node), declares: declaredIn(node) })),
  };
}

const WORK = /^(?:Call|New|Await|Yield|TaggedTemplate)Expression$/;
const LEAVES = /^(?:Return|Break|Continue)Statement$/;
const WAIT = /^(?:Await|Yield)Expression$/;
const has = (node: Node, types: RegExp): boolean => types.test(node.type) || (!isFunction(node) && childrenOf(node).some((child) => has(child, types)));

/** Names mean the same in all of a function. */
function inPython(source: PythonTree, way: readonly Raw[]): Statement | null {
  const body = way.findIndex((node) => node.type === "Body" || node.type === "Script");
  const [statement, block] = way.slice(Math.max(body - 1, 0));
  const owner = way.slice(body + 1).find((node) => /^(?:FunctionDefinition|LambdaExpression|Script)$/.test(node.type)) ?? block;
  if (!statement || !block || !owner || body < 1 || way.slice(0, body).some(({ type }) => type === "LambdaExpression")) return null;
  const isExpression = statement.type === "ExpressionStatement";
  const inner = [...rawIn(statement)];
  const assigns = statement.type === "AssignStatement" ? statement.inner.findIndex(({ type }) => type === "AssignOp") : 0;
  const namesOf = (nodes: readonly Raw[]): ReadonlySet<string> =>
    new Set(nodes.filter(({ type }) => type === "VariableName").map(({ start, end }) => source.text.slice(start, end)));
  return {
    source, at: statement, block: block.inner.filter(({ type }) => type !== ":" && type !== ";"), isBlockless: false, isExpression,
    isWork: inner.some(({ type }) => /^(?:CallExpression|AwaitExpression|YieldExpression|await|yield)$/.test(type)),
    waits: inner.some(({ type }) => /^(?:AwaitExpression|YieldExpression|await|yield)$/.test(type)), names: namesOf(inner),
    isGuarded: way.slice(body, way.indexOf(owner)).some((one) => attemptIn(one)?.handles === true),
    leaves: inner.some(({ type }) => LEAVES.test(type)), isHoisted: false,
    declares: namesOf(statement.inner.slice(0, Math.max(assigns, 0)).flatMap((one) => [...rawIn(one)])),
    texts: inner.filter(({ type }) => type.endsWith("String")), attempt: attemptIn(statement),
    scopes: [{ at: owner, declares: new Set() }],
  };
}

function attemptIn({ type, inner }: Raw): Attempt | null {
  const [, body] = inner;
  if (type !== "TryStatement" || body?.type !== "Body") return null;
  const last = inner.findIndex((one) => one.type === "finally");
  return { opens: body.start + 1, finalizer: inner[last + 1] ?? null, handles: inner.some((one) => one.type === "except" || one.type === "else") };
}

export function* rawIn(node: Raw): Iterable<Raw> {
  yield node;
  for (const inner of node.inner) yield* rawIn(inner);
}

export const sameRange = (a: Range, b: Range): boolean => a.start === b.start && a.end === b.end;

/** What one of them says would say the same where the other stands. */
export function isSaidAlike(one: Statement, other: Statement): boolean {
  const [owner, otherOwner] = [one.scopes.at(-1), other.scopes.at(-1)];
  if (!owner || !otherOwner || !sameRange(owner.at, otherOwner.at) || one.source.file !== other.source.file) return false;
  const apart = (a: Statement, b: Statement): Statement["scopes"] => a.scopes.filter(({ at }) => !b.scopes.some((scope) => sameRange(scope.at, at)));
  return [...apart(one, other), ...apart(other, one)].every(({ declares }) => !overlaps(one.names, declares));
}

export const overlaps = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((name) => b.has(name));

/** What stands in its block where that is asked for. */
export const statementsBeside = (analysis: Analysis, { source: { file }, block }: Statement, where: (one: Range) => boolean): readonly Statement[] =>
  block.filter(where).flatMap(({ start, end }) => statementAt(analysis, { file, start, end }) ?? []);

/** A name, or a place in an object that can be asked for again and again. */
export const PLACE = /^(?:this\.)?[\w$]+(?:\.#?[\w$]+)*$/;

export const saidBy = ({ source, at }: Statement): string => source.text.slice(at.start, at.end);

/** Lines in front of a statement, above its comments; round what stands without a block, one is put. */
export function putBefore({ source, at, isBlockless }: Statement, words: string): readonly Edit[] | null {
  const { file, text } = source;
  if (!isBlockless) {
    const start = linesOf(source, at)?.start;
    return start === undefined ? null : [{ at: { file, start, end: start }, text: `${indentAt(text, at.start)}${words}\n` }];
  }
  const before = text.slice(0, at.start).trimEnd();
  if (!/(?:\)|\belse)$/.test(before)) return null;
  const indent = indentAt(text, before.length);
  const inner = indent + stepOf(text);
  const said = reindented(text.slice(at.start, at.end), indentAt(text, at.start), inner);
  return [{ at: { file, start: before.length, end: at.end }, text: ` {\n${inner}${words}\n${inner}${said}\n${indent}}` }];
}

/** Lines behind a statement, at its depth. */
export function putBehind({ source, at, isBlockless }: Statement, lines: readonly string[]): readonly Edit[] | null {
  const { file, text } = source;
  const end = isBlockless ? undefined : linesOf(source, at)?.end;
  if (end === undefined) return null;
  const indent = indentAt(text, at.start);
  return [{ at: { file, start: end, end }, text: `${text.endsWith("\n", end) ? "" : "\n"}${lines.map((line) => `${indent}${line}\n`).join("")}` }];
}
