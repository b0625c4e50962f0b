/** What string literals say: plain text, or text with holes. */
import type { Expression } from "./syntax.ts";
import type { Raw, Source } from "./tree.ts";

const PREFIX = /^[a-zA-Z]{0,2}/;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "\\": "\\", "'": "'", '"': '"', a: "\x07", b: "\b", f: "\f", v: "\v" };

type Literal = Readonly<{ from: number; to: number; raw: boolean }>;

/** Where the characters between the quotes stand. */
export function literalOf(source: Source, node: Raw): Literal {
  const whole = source.text.slice(node.start, node.end);
  const prefix = PREFIX.exec(whole)?.[0] ?? "";
  const rest = whole.slice(prefix.length);
  const quotes = rest.startsWith('"""') || rest.startsWith("'''") ? 3 : 1;
  const closed = rest.length >= 2 * quotes && rest.endsWith(rest.slice(0, quotes));
  return { from: node.start + prefix.length + quotes, to: closed ? node.end - quotes : node.end, raw: /r/i.test(prefix) };
}

export function unescape(text: string, raw: boolean): string {
  if (raw || !text.includes("\\")) return text;
  return text.replace(/\\(\r\n|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|N\{[^}]*\}|[0-7]{1,3}|[^])/g, (whole, escape: string) => {
    const known = ESCAPES[escape];
    if (known !== undefined) return known;
    if (escape === "\n" || escape === "\r\n") return "";
    if (/^[xuU][\da-fA-F]/.test(escape)) return codePoint(parseInt(escape.slice(1), 16));
    if (/^[0-7]/.test(escape)) return codePoint(parseInt(escape, 8));
    return whole;
  });
}

const codePoint = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : "");

/** The parts of a literal or of several that stand side by side. */
export function readString(source: Source, node: Raw, readHole: (hole: Raw) => Expression): Expression {
  const pieces = node.type === "ContinuedString" ? node.inner.filter((one) => one.type === "String" || one.type === "FormatString") : [node];
  const parts = pieces.flatMap((piece) => partsOf(source, piece, readHole));
  const { start, end } = node;
  if (parts.every((part) => typeof part === "string")) return { kind: "constant", value: parts.join(""), start, end };
  return { kind: "text", parts, start, end };
}

function partsOf(source: Source, node: Raw, readHole: (hole: Raw) => Expression): readonly (string | Expression)[] {
  const { from, to, raw } = literalOf(source, node);
  const holes = node.type === "FormatString" ? node.inner.filter((one) => one.type === "FormatReplacement") : [];
  const parts: (string | Expression)[] = [];
  let at = from;
  const addText = (end: number): void => {
    const text = unescape(source.text.slice(at, end), raw);
    const plain = node.type === "FormatString" ? text.replace(/\{\{|\}\}/g, (pair) => pair[0] ?? "") : text;
    if (plain) parts.push(plain);
  };
  for (const hole of holes) {
    addText(hole.start);
    parts.push(readHole(hole));
    at = hole.end;
  }
  addText(to);
  return parts;
}
