/** Expressions of the parser's tree. What is not understood is "missing", never dropped. */
import { readArguments, readClauses, splitAtCommas } from "./read-lists.ts";
import { readOperators } from "./read-operators.ts";
import { readParams } from "./read-params.ts";
import { readString } from "./read-string.ts";
import type { Entry, Expression } from "./syntax.ts";
import { DEEPEST, ERROR, parseFragment, type Raw, type Source } from "./tree.ts";

export const textOf = (source: Source, node: Raw): string => source.text.slice(node.start, node.end);
export const missing = (node: Readonly<{ start: number; end: number }>, syntax: string): Expression =>
  ({ kind: "missing", syntax, start: node.start, end: node.end });

/** Tokens without a meaning of their own. */
const PUNCTUATION: ReadonlySet<string> = new Set(["(", ")", "[", "]", "{", "}", ",", ERROR]);
export const meaningful = (node: Raw): boolean => !PUNCTUATION.has(node.type);

export function readExpression(source: Source, node: Raw | undefined, around: Readonly<{ start: number; end: number }> = { start: 0, end: 0 }): Expression {
  if (!node) return missing(around, "nothing");
  if (source.depth > DEEPEST) return missing(node, "deep nesting");
  source.depth++;
  const read = readNode(source, node);
  source.depth--;
  return read;
}

function readNode(source: Source, node: Raw): Expression {
  const { start, end } = node;
  switch (node.type) {
    case "VariableName":
      return readName(source, node);
    case "None":
      return { kind: "constant", value: null, start, end };
    case "Boolean":
      return { kind: "constant", value: textOf(source, node) === "True", start, end };
    case "Number":
      return readNumber(source, node);
    case "Ellipsis":
      return { kind: "atom", start, end };
    case "String":
    case "FormatString":
    case "ContinuedString":
      return readString(source, node, (hole) => readHole(source, hole));
    case "BinaryExpression":
    case "UnaryExpression":
    case "AwaitExpression":
      return readOperators(source, node, (operand) => readExpression(source, operand));
    case "ParenthesizedExpression":
      return readParenthesized(source, node);
    case "MemberExpression":
      return readMember(source, node);
    case "CallExpression": {
      const args = node.inner.find((one) => one.type === "ArgList");
      return { kind: "call", callee: readExpression(source, node.inner[0], node), args: args ? readArguments(source, args) : [], start, end };
    }
    default:
      return readCompound(source, node);
  }
}

function readCompound(source: Source, node: Raw): Expression {
  const { start, end } = node;
  switch (node.type) {
    case "TupleExpression":
      return { kind: "tuple", elements: readElements(source, node.inner), start, end };
    case "ArrayExpression":
      return { kind: "list", elements: readElements(source, node.inner), start, end };
    case "SetExpression":
      return { kind: "set", elements: readElements(source, node.inner), start, end };
    case "DictionaryExpression":
      return { kind: "dict", entries: splitAtCommas(node.inner).map((parts) => readEntry(source, parts, node)), start, end };
    case "ComprehensionExpression":
    case "ArrayComprehensionExpression":
    case "SetComprehensionExpression":
    case "DictionaryComprehensionExpression":
      return readComprehension(source, node.inner.filter(meaningful), node);
    case "ConditionalExpression": {
      const [yes, , test, , no] = node.inner.filter(meaningful);
      return { kind: "conditional", test: readExpression(source, test, node), yes: readExpression(source, yes, node),
        no: readExpression(source, no, node), start, end };
    }
    case "LambdaExpression": {
      const params = node.inner.find((one) => one.type === "ParamList");
      return { kind: "lambda", params: params ? readParams(source, params) : [],
        body: readExpression(source, node.inner.filter(meaningful).at(-1), node), start, end };
    }
    case "NamedExpression": {
      const [target, , value] = node.inner.filter(meaningful);
      return { kind: "walrus", target: readExpression(source, target, node), value: readExpression(source, value, node), start, end };
    }
    case "YieldExpression":
    case "YieldStatement":
      return readYield(source, node);
    default:
      return missing(node, node.type);
  }
}

function readName(source: Source, node: Raw): Expression {
  const masked = source.masks.get(node.start);
  const { start, end } = node;
  if (!masked) {
    const id = textOf(source, node);
    return id === "yield" ? { kind: "yield", value: null, delegate: false, start, end } : { kind: "name", id, start, end };
  }
  const id = source.text.slice(masked.start, masked.end);
  if (/^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u.test(id)) return { kind: "name", id, start, end };
  return readFragment(source, masked);
}

/** The expression that a range of the file is. */
export function readFragment(source: Source, range: Readonly<{ start: number; end: number }>): Expression {
  const fragment = parseFragment(source, range);
  const statement = fragment.root.inner.find((one) => one.type === "ExpressionStatement");
  return fragment.source.depth > DEEPEST ? missing(range, "deep nesting") : readExpression(fragment.source, statement?.inner.find(meaningful), range);
}

function readNumber(source: Source, node: Raw): Expression {
  const value = Number(textOf(source, node).replaceAll("_", ""));
  return Number.isNaN(value) ? { kind: "atom", start: node.start, end: node.end } : { kind: "constant", value, start: node.start, end: node.end };
}

const FORMATTING: ReadonlySet<string> = new Set(["FormatConversion", "FormatSpec", "FormatSelfDoc"]);

function readHole(source: Source, node: Raw): Expression {
  const inner = node.inner.filter((one) => meaningful(one) && !FORMATTING.has(one.type));
  return readSequence(source, inner, node);
}

/** `a` or, with a comma, the tuple `a, b`: nodes and commas as a statement has them. */
export function readSequence(source: Source, nodes: readonly Raw[], around: Readonly<{ start: number; end: number }>): Expression {
  const [first] = nodes;
  const commas = nodes.some((one) => one.type === ",");
  const elements = readElements(source, nodes);
  const [only] = elements;
  if (!commas && only) return only;
  return first ? { kind: "tuple", elements, start: first.start, end: nodes.at(-1)?.end ?? first.end } : missing(around, "nothing");
}

/** Elements between commas; a star marks the one after it. */
export function readElements(source: Source, nodes: readonly Raw[]): Expression[] {
  const elements: Expression[] = [];
  let star: Raw | null = null;
  for (const node of nodes) {
    if (node.type === "*") star = node;
    if (!meaningful(node) || node.type === "*") continue;
    const value = readExpression(source, node);
    elements.push(star ? { kind: "starred", value, start: star.start, end: node.end } : value);
    star = null;
  }
  return elements;
}

function readParenthesized(source: Source, node: Raw): Expression {
  const [only] = readElements(source, node.inner);
  return only ?? missing(node, "nothing");
}

function readEntry(source: Source, parts: readonly Raw[], around: Raw): Entry {
  const inner = parts.filter((one) => meaningful(one) && one.type !== ":");
  if (inner[0]?.type === "**") return { key: null, value: readExpression(source, inner[1], around) };
  return { key: readExpression(source, inner[0], around), value: readExpression(source, inner[1], around) };
}

/** The element (or key and value), then what it is made for. */
export function readComprehension(source: Source, parts: readonly Raw[], around: Raw): Expression {
  const from = parts.findIndex((one) => one.type === "for" || one.type === "async");
  const head = parts.slice(0, from).filter((one) => one.type !== ":" && one.type !== "*" && one.type !== "**");
  const clauses = readClauses(source, parts.slice(from), around);
  const [first, second] = head;
  const of = around.type === "DictionaryComprehensionExpression" ? "dict" : "list";
  const element = readExpression(source, second ?? first, around);
  return { kind: "comprehension", of, element, key: second && first ? readExpression(source, first) : null, clauses, start: around.start, end: around.end };
}

function readMember(source: Source, node: Raw): Expression {
  const { start, end } = node;
  const object = readExpression(source, node.inner[0], node);
  const name = node.inner.find((one) => one.type === "PropertyName");
  if (name) return { kind: "attribute", object, name: textOf(source, name), start, end };
  const open = node.inner.findIndex((one) => one.type === "[");
  if (open < 0) return missing(node, "attribute");
  return { kind: "subscript", object, keys: splitAtCommas(node.inner.slice(open)).map((parts) => readKey(source, parts, node)), start, end };
}

function readKey(source: Source, parts: readonly Raw[], around: Raw): Expression {
  const inner = parts.filter(meaningful);
  if (!inner.some((one) => one.type === ":")) return readExpression(source, inner[0], around);
  const bounds = inner.filter((one) => one.type !== ":").map((one) => readExpression(source, one));
  const end = inner[inner.findIndex((one) => one.type === ":") + 1];
  // `rows[:5]` and `rows[-5:]` are few, `rows[1:]` and `rows[::2]` as many as there are.
  const capped = (end !== undefined && end.type !== ":") || inner[0]?.type === "UnaryExpression";
  return { kind: "slice", bounds, capped, start: inner[0]?.start ?? around.start, end: inner.at(-1)?.end ?? around.end };
}

function readYield(source: Source, node: Raw): Expression {
  const inner = node.inner.filter((one) => one.type !== ERROR && one.type !== "yield");
  const delegate = inner[0]?.type === "from";
  const rest = delegate ? inner.slice(1) : inner;
  return { kind: "yield", value: rest.length === 0 ? null : readSequence(source, rest, node), delegate, start: node.start, end: node.end };
}
