/**
 * Text that the parser understands in place of text that it does not, of the same length so that offsets stay. A masked range
 * looks like one name; whoever reads the name reads the range's own text instead.
 */
import { closingOf, eachLine, type Line, type Token } from "./tokens.ts";

export type Range = Readonly<{ start: number; end: number }>;
export type Rewritten = Readonly<{
  text: string;
  /** Masked ranges, by where the name that stands for them starts. */
  masks: ReadonlyMap<number, Range>;
  /** Where the text shows that it is Python 2. */
  legacy: number | null;
}>;

type Edit = Readonly<{ start: number; end: number; text: string }>;
type Draft = { readonly source: string; readonly edits: Edit[]; readonly masks: Map<number, Range>; legacy: number | null; subject: Line | null };

export function rewrite(source: string): Rewritten {
  const draft: Draft = { source, edits: [], masks: new Map(), legacy: null, subject: null };
  eachLine(source, (line) => rewriteLine(draft, line));
  for (const match of source.matchAll(/\\\r\n/g)) draft.edits.push({ start: match.index, end: match.index + 3, text: " \\\n" });
  return { text: apply(source, draft.edits), masks: draft.masks, legacy: draft.legacy };
}

function apply(source: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return source;
  const parts: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start < at) continue;
    parts.push(source.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return parts.join("") + source.slice(at);
}

function blank(draft: Draft, start: number, end: number): void {
  if (end > start) draft.edits.push({ start, end, text: " ".repeat(end - start) });
}

/** One name in place of a range; a space first where it would run into the name before it. */
function mask(draft: Draft, from: number, end: number): void {
  const joined = /[\p{L}\p{N}_]/u.test(draft.source[from - 1] ?? "");
  const start = joined ? from + 1 : from;
  if (end <= start) return;
  draft.edits.push({ start: from, end, text: (joined ? " " : "") + "_".repeat(end - start) });
  draft.masks.set(start, { start: from, end });
}

function rewriteLine(draft: Draft, all: Line): void {
  const line = all.some((token) => token.kind === "comment") ? all.filter((token) => token.kind !== "comment") : all;
  const [first] = line;
  if (!first) return;
  const subject = draft.subject;
  draft.subject = null;
  if (subject && first.text === "case") maskBetween(draft, subject, 1, subject.length - 1);
  rewriteStatement(draft, line, first.text === "async" ? 1 : 0);
  rewriteAnywhere(draft, line);
}

function rewriteStatement(draft: Draft, line: Line, from: number): void {
  switch (line[from]?.text) {
    case "with":
      return rewriteWith(draft, line, from);
    case "for":
      return line.forEach((token, index) => {
        if (token.text === "*" && token.depth === 0 && isPrefix(line[index - 1])) blank(draft, token.start, token.end);
      });
    case "def":
    case "class":
    case "type":
      return rewriteDefinition(draft, line, from);
    case "@":
      return rewriteDecorator(draft, line);
    case "except":
      return rewriteExcept(draft, line);
    case "match":
      if (line.at(-1)?.text === ":" && line.length > 2) draft.subject = line;
      return;
    case "print":
    case "exec":
    case "raise":
      return rewriteLegacy(draft, line);
  }
}

const isPrefix = (before: Token | undefined): boolean =>
  before === undefined || before.text === "," || before.text === "in" || before.text === "[" || before.text === "(";

function maskBetween(draft: Draft, line: Line, from: number, to: number): void {
  const start = line[from];
  const end = line[to - 1];
  if (start && end && to > from && !(to - from === 1 && start.kind === "word")) mask(draft, start.start, end.end);
}

/** `with (a() as x, b() as y):` loses its outer brackets; a target that is not a name is masked. */
function rewriteWith(draft: Draft, line: Line, from: number): void {
  const open = from + 1;
  const close = line[open]?.text === "(" ? closingOf(line, open) : -1;
  const items = line.slice(open + 1, close);
  const bare = close > open && line[close + 1]?.text === ":" && !items.some((token) => token.depth === 1 && (token.text === "for" || token.text === "yield"));
  if (bare) unwrap(draft, items, line[open], line[close]);
  const depth = bare ? 1 : 0;
  line.forEach((token, index) => {
    if (token.text !== "as" || token.depth !== depth) return;
    const end = line.findIndex((other, at) => at > index && other.depth <= depth && (other.text === "," || other.text === ":" || (bare && at === close)));
    if (end > index + 1) maskBetween(draft, line, index + 1, end);
  });
}

/** Between the items the line goes on without brackets: line ends and comments there become spaces. */
function unwrap(draft: Draft, items: Line, open: Token | undefined, close: Token | undefined): void {
  if (!open || !close) return;
  blank(draft, open.start, open.end);
  blank(draft, close.start, close.end);
  const tokens = [open, ...items, close];
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (next && token.depth <= 1 && next.depth <= 1) blank(draft, token.end, next.start);
  });
}

/** Type parameters say nothing that is used here; `*args: *Ts` loses its second star. */
function rewriteDefinition(draft: Draft, line: Line, from: number): void {
  const open = line[from + 2]?.text === "[" ? from + 2 : -1;
  const close = open < 0 ? -1 : closingOf(line, open);
  if (close > 0 && line[from + 1]?.kind === "word") blank(draft, line[open]?.start ?? 0, line[close]?.end ?? 0);
  line.forEach((token, index) => {
    if (token.text === "*" && token.depth === 1 && line[index - 1]?.text === ":") blank(draft, token.start, token.end);
  });
}

/** Decorators may be any expression; the parser knows `@a.b` and `@a.b(…)`. */
function rewriteDecorator(draft: Draft, line: Line): void {
  let at = 1;
  while (line[at]?.kind === "word" && line[at + 1]?.text === ".") at += 2;
  if (line[at]?.kind === "word") at++;
  else at = 1;
  const end = line[at]?.text === "(" ? closingOf(line, at) + 1 : at;
  if (end === line.length && line[1]?.kind === "word") return;
  maskBetween(draft, line, 1, line.length);
}

/** `except A, B:` is Python 3.14's list of types where both look like types, else Python 2's way to name what is caught. */
function rewriteExcept(draft: Draft, line: Line): void {
  const from = line[1]?.text === "*" ? 2 : 1;
  const end = line.findIndex((token) => token.text === ":" && token.depth === 0);
  const parts = line.slice(from, end);
  const comma = parts.findIndex((token) => token.text === "," && token.depth === 0);
  if (end < 0 || comma < 0 || parts.some((token) => token.text === "as")) return;
  const last = parts.slice(comma + 1);
  if (last.length === 1 && /^[a-z_]/.test(last[0]?.text ?? "")) draft.legacy ??= line[0]?.start ?? 0;
  else maskBetween(draft, line, from, end);
}

const OPERATOR_WORDS: ReadonlySet<string> = new Set(["if", "else", "and", "or", "in", "is", "not", "for"]);

function rewriteLegacy(draft: Draft, line: Line): void {
  const [first, next] = line;
  if (!first || !next) return;
  if (first.text === "raise") {
    const comma = line.some((token) => token.text === "," && token.depth === 0);
    if (comma) draft.legacy ??= first.start;
    return;
  }
  const operand =
    next.kind === "text" ||
    next.kind === "number" ||
    (next.kind === "word" && !OPERATOR_WORDS.has(next.text)) ||
    (next.text === ">>" && first.text === "print");
  if (operand) draft.legacy ??= first.start;
  else if (first.text === "print" && next.text !== "(" && next.text !== ".") mask(draft, first.start, first.end);
}

/** Starred subscripts, `lambda x, /`, template strings. */
function rewriteAnywhere(draft: Draft, line: Line): void {
  line.forEach((token, index) => {
    const before = line[index - 1];
    if (token.kind === "text" && /^[rR]?[tT]/.test(token.text)) {
      const at = token.start + token.text.search(/[tT]/);
      draft.edits.push({ start: at, end: at + 1, text: "f" });
    } else if (token.text === "[" && before && (before.kind === "word" || before.text === ")" || before.text === "]") && !KEYWORDS.has(before.text)) {
      const close = closingOf(line, index);
      line.slice(index + 1, close).forEach((inner, at, items) => {
        const starts = at === 0 || items[at - 1]?.text === ",";
        if (inner.text === "*" && inner.depth === token.depth + 1 && starts) blank(draft, inner.start, inner.end);
      });
    } else if (token.text === "/" && before?.text === "," && isLambdaParameter(line, index))
      draft.edits.push({ start: token.start, end: token.end, text: "*" });
  });
}

const KEYWORDS: ReadonlySet<string> = new Set([
  "in", "return", "yield", "and", "or", "not", "is", "if", "else", "await", "lambda", "assert", "del", "raise", "from", "for", "case",
  "match",
]);

function isLambdaParameter(line: Line, slash: number): boolean {
  const depth = line[slash]?.depth;
  for (let at = slash - 1; at >= 0; at--) {
    const token = line[at];
    if (token?.text === "lambda" && token.depth === depth) return true;
    if (!token || token.depth < (depth ?? 0) || (token.text === ":" && token.depth === depth)) return false;
  }
  return false;
}
