/** Tells a connection something where it is opened: an option more in the call, in the literal that is written there. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Analysis } from "../analyze.ts";
import type { Occurrence } from "../facts.ts";
import type { Connect, Source } from "../models/schema.ts";
import { isVariableOfProcess } from "../passes/evaluate/arguments.ts";
import { alternatives, callAt, stringOf } from "../passes/program/engine.ts";
import { evaluate } from "../passes/evaluate/evaluate.ts";
import { actionsAt } from "../passes/evaluate/evaluate-call.ts";
import type { Edit, Suggestion } from "../rule.ts";
import type { Span } from "../source.ts";
import type { Value } from "../values/value.ts";
import { addItem } from "./brackets.ts";
import { rangeOf, type Range } from "./lines.ts";
import { pythonTreeOf, wayIn, type PythonTree, type Raw } from "./python-tree.ts";
import { endOf, startOf, textOf, treeOf, wayTo, type Node, type Tree } from "./syntax.ts";

/** A number to start from: what the database bears is not known here. */
const CONNECTIONS = 10;

export function limitPool(analysis: Analysis, { span }: Occurrence): readonly Suggestion[] {
  const [source] = connectAt(analysis, span)?.options?.max ?? [];
  return source ? suggest(analysis, span, source, CONNECTIONS, `Allow ${CONNECTIONS} connections at most`) : [];
}

export function boundWaits(analysis: Analysis, { span, effect }: Occurrence): readonly Suggestion[] {
  const bound = connectAt(analysis, span)?.options?.boundedBy?.find(({ engine }) => engine === undefined || (effect.kind === "connect" && effect.engine === engine));
  return bound ? suggest(analysis, span, bound.option, bound.is, "Bound the wait to a few seconds") : [];
}

function suggest(analysis: Analysis, span: Span, source: Source, value: string | number, title: string): readonly Suggestion[] {
  const tree = treeOf(analysis, span.file);
  const python = tree ? null : pythonTreeOf(analysis, span.file);
  const edits = tree ? inCall(analysis, tree, span, source, JSON.stringify(value)) : python ? inPython(python, span, source, JSON.stringify(value)) : null;
  return edits ? [{ title, edits }] : [];
}

/** What the model says of the connection that is opened at this place. */
export function connectAt({ engine }: Analysis, span: Span): Connect | null {
  const call = callAt(engine, span)?.node;
  if (!call) return null;
  return actionsAt(engine, { file: span.file, env: null }, call).map(({ action }) => action.connects).find((one) => one !== undefined) ?? null;
}

function inCall(analysis: Analysis, tree: Tree, span: Span, { argument, path = [] }: Source, value: string): readonly Edit[] | null {
  const [call] = wayTo(tree, span);
  if (
    (call?.type !== "CallExpression" && call?.type !== "NewExpression") ||
    (typeof argument === "number") === (argument === "last") ||
    path.length === 0
  )
    return null;
  const { arguments: args } = call;
  const given = argument === "last" ? args.at(-1) : args[Number(argument)];
  if (args.some((one) => one.type === "SpreadElement")) return null;
  const literal = given && literalIn(given);
  if (literal) return inLiteral(tree, literal, path, value);
  // Behind an address, or where nothing is given at all.
  const place = argument === "last" ? Math.min(args.length, 1) : argument;
  const [first] = callAt(analysis.engine, span)?.node.args ?? [];
  const isText = !first || alternatives(evaluate(analysis.engine, { file: span.file, env: null }, first.value)).every(isAddress);
  const open = /\(\s*\)$/.exec(textOf(tree, call));
  if (place !== args.length || !isText || (args.length === 0 && !open)) return null;
  const start = open ? startOf(call) + open.index : endOf(args.at(-1) ?? call);
  const at = { start, end: endOf(call) };
  const last = args.at(-1);
  return addItem({ ...tree, at, last: last ? rangeOf(last) : null, padding: "" }, written(path, value, ": ", (name) => name));
}

const isAddress = (value: Value): boolean => stringOf(value) !== null || value.kind === "text" || isVariableOfProcess(value);

/** `{ pool: { max: 10 } }` */
const written = (path: readonly string[], value: string, sign: string, nameOf: (name: string) => string): string =>
  path.reduceRight((inner, name) => `{ ${nameOf(name)}${sign}${inner} }`, value);

const literalIn = (node: Node): TSESTree.ObjectExpression | null =>
  node.type === "ObjectExpression" ? node : node.type === "TSAsExpression" || node.type === "TSSatisfiesExpression" ? literalIn(node.expression) : null;

/** As deep in the literal as it goes already; an option that is made elsewhere is left to its author. */
function inLiteral(tree: Tree, literal: TSESTree.ObjectExpression, [name = "", ...rest]: readonly string[], value: string): readonly Edit[] | null {
  const known = literal.properties.find(
    (one) =>
      one.type === "Property" &&
      !one.computed &&
      (one.key.type === "Identifier" ? one.key.name : one.key.type === "Literal" ? one.key.value : null) === name,
  );
  if (known) {
    const inner = known.type === "Property" ? literalIn(known.value) : null;
    return inner && rest.length > 0 ? inLiteral(tree, inner, rest, value) : null;
  }
  const last = literal.properties.at(-1);
  const at = rangeOf(literal);
  return addItem({ ...tree, at, last: last ? rangeOf(last) : null, padding: " " }, `${name}: ${written(rest, value, ": ", (one) => one)}`);
}

/** A keyword argument more, or an entry more of the dictionary that stands there. */
function inPython(tree: PythonTree, span: Span, { argument, keyword, path = [] }: Source, value: string): readonly Edit[] | null {
  const name = keyword ?? argument;
  const [call] = wayIn(tree, span);
  const list = call?.type === "CallExpression" ? call.inner.find((one) => one.type === "ArgList") : undefined;
  if (!list || typeof name !== "string") return null;
  const given = list.inner.find((one, i) => one.type === "VariableName" && tree.text.slice(one.start, one.end) === name && list.inner[i + 1]?.type === "AssignOp");
  if (given) return inDictionary(tree, list.inner[list.inner.indexOf(given) + 2], path, value);
  // What a call goes through by itself can have nothing behind it.
  if (list.inner.some((one) => one.type === "for" || one.type === "async")) return null;
  return addItem({ ...tree, at: list, last: lastIn(list), padding: "" }, `${name}=${inBraces(path, value)}`);
}

const inBraces = (path: readonly string[], value: string): string => path.reduceRight((inner, name) => `{"${name}": ${inner}}`, value);

function inDictionary(tree: PythonTree, dictionary: Raw | undefined, [name = "", ...rest]: readonly string[], value: string): readonly Edit[] | null {
  if (dictionary?.type !== "DictionaryExpression" || name === "") return null;
  const known = dictionary.inner.findIndex(
    (one, i) => one.type === "String" && tree.text.slice(one.start + 1, one.end - 1) === name && dictionary.inner[i + 1]?.type === ":",
  );
  if (known >= 0) return inDictionary(tree, dictionary.inner[known + 2], rest, value);
  return addItem({ ...tree, at: dictionary, last: lastIn(dictionary), padding: "" }, `"${name}": ${inBraces(rest, value)}`);
}

/** From the first word of the last item to its end. */
function lastIn({ inner }: Raw): Range | null {
  const items = inner.slice(1, -1);
  const last = items.findLastIndex((one) => one.type !== ",");
  const first = items[items.slice(0, Math.max(last, 0)).findLastIndex((one) => one.type === ",") + 1];
  const end = items[last]?.end;
  return first && end !== undefined ? { start: first.start, end } : null;
}
