/** A light scan of Python text into logical lines of tokens: enough to see the few shapes that the parser does not know. */

export type Token = Readonly<{ kind: "word" | "text" | "number" | "operator" | "comment"; start: number; end: number; text: string; depth: number }>;
export type Line = readonly Token[];

/** What a token is shows in its first and last characters: groups would cost more than all the rest of the scan. */
const TOKEN = new RegExp(
  [
    String.raw`#[^\r\n]*`,
    String.raw`[bBfFrRtTuU]{0,2}(?:"""(?:[^\\]|\\[^])*?"""|'''(?:[^\\]|\\[^])*?'''|"(?:[^"\\\r\n]|\\(?:\r\n|[^]))*"|'(?:[^'\\\r\n]|\\(?:\r\n|[^]))*')`,
    String.raw`[\p{L}_][\p{L}\p{N}\p{M}_]*`,
    String.raw`\.?\d(?:[eE][+-]|[\w.])*`,
    String.raw`\\\r?\n`,
    String.raw`\r?\n|\r`,
    String.raw`\*\*=?|\/\/=?|>>=?|<<=?|->|:=|\.\.\.|[-+*/%&|^=<>!@]=|[^\s\w]`,
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
    const [whole] = match;
    const first = whole.charCodeAt(0);
    if (first === NEWLINE || first === RETURN) {
      if (depth > 0 && !startsDefinition(text, match.index + whole.length)) continue;
      depth = 0;
      if (line.length > 0) visit(line);
      line = [];
      continue;
    }
    if (first === BACKSLASH && whole.length > 1) continue;
    if (CLOSING.has(whole)) depth = Math.max(0, depth - 1);
    line.push({ kind: kindOf(whole), start: match.index, end: match.index + whole.length, text: whole, depth });
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

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BACKSLASH = 0x5c;

function kindOf(token: string): Token["kind"] {
  if (token.startsWith("#")) return "comment";
  if (token.length > 1 && (token.endsWith("'") || token.endsWith('"'))) return "text";
  if (/^[\p{L}_]/u.test(token)) return "word";
  return /^\.?\d/.test(token) ? "number" : "operator";
}

/** The index of the bracket that closes the one at `open`, or -1. */
export function closingOf(line: Line, open: number): number {
  const depth = line[open]?.depth;
  return line.findIndex((token, index) => index > open && token.depth === depth && CLOSING.has(token.text));
}
