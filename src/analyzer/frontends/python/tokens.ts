/** A light scan of Python text into logical lines of tokens: enough to see the few shapes that the parser does not know. */

export type Token = Readonly<{ kind: "word" | "text" | "number" | "operator" | "comment"; start: number; end: number; text: string; depth: number }>;
export type Line = readonly Token[];

const TOKEN = new RegExp(
  [
    String.raw`(?<comment>#[^\r\n]*)`,
    String.raw`(?<text>[bBfFrRtTuU]{0,2}(?:"""(?:[^\\]|\\[^])*?"""|'''(?:[^\\]|\\[^])*?'''|"(?:[^"\\\r\n]|\\(?:\r\n|[^]))*"|'(?:[^'\\\r\n]|\\(?:\r\n|[^]))*'))`,
    String.raw`(?<word>[\p{L}_][\p{L}\p{N}\p{M}_]*)`,
    String.raw`(?<number>\.?\d(?:[eE][+-]|[\w.])*)`,
    String.raw`(?<join>\\\r?\n)`,
    String.raw`(?<newline>\r?\n|\r)`,
    String.raw`(?<operator>\*\*=?|\/\/=?|>>=?|<<=?|->|:=|\.\.\.|[-+*/%&|^=<>!@]=|[^\s\w])`,
  ].join("|"),
  "gu",
);

const OPENING: ReadonlySet<string> = new Set(["(", "[", "{"]);
const CLOSING: ReadonlySet<string> = new Set([")", "]", "}"]);

/** Calls `visit` with the tokens of each logical line: brackets and backslashes join physical ones. Comments stay in the list. */
export function eachLine(text: string, visit: (line: Line) => void): void {
  let line: Token[] = [];
  let depth = 0;
  for (const match of text.matchAll(TOKEN)) {
    const groups = match.groups ?? {};
    const [whole] = match;
    if (groups["newline"] !== undefined) {
      if (depth > 0 && !startsDefinition(text, match.index + whole.length)) continue;
      depth = 0;
      if (line.length > 0) visit(line);
      line = [];
      continue;
    }
    if (groups["join"] !== undefined) continue;
    if (CLOSING.has(whole)) depth = Math.max(0, depth - 1);
    line.push({ kind: kindOf(groups), start: match.index, end: match.index + whole.length, text: whole, depth });
    if (OPENING.has(whole)) depth++;
  }
  if (line.length > 0) visit(line);
}

/** No bracket holds a definition: one that seems to was never closed. */
function startsDefinition(text: string, at: number): boolean {
  DEFINITION.lastIndex = at;
  return DEFINITION.test(text);
}

const DEFINITION = /[ \t]*(?:async[ ]+)?(?:def|class)[ ]+\w/y;

function kindOf(groups: Readonly<Record<string, string | undefined>>): Token["kind"] {
  if (groups["word"] !== undefined) return "word";
  if (groups["text"] !== undefined) return "text";
  if (groups["number"] !== undefined) return "number";
  return groups["comment"] === undefined ? "operator" : "comment";
}

/** The index of the bracket that closes the one at `open`, or -1. */
export function closingOf(line: Line, open: number): number {
  const depth = line[open]?.depth;
  return line.findIndex((token, index) => index > open && token.depth === depth && CLOSING.has(token.text));
}
