/** Bytes to text, for what people wrote: what is binary, built, or would exhaust a parser's stack is left out, with the reason. */
import { isUtf8 } from "node:buffer";

export type Readable = Readonly<{ ok: true; text: string; note: string | null } | { ok: false; message: string }>;

/** Nobody writes a source file this large by hand. */
const MOST_BYTES = 1024 * 1024;

export function readSource(bytes: Buffer): Readable {
  if (bytes.length > MOST_BYTES) return leftOut(`${(bytes.length / MOST_BYTES).toFixed(1)} MB, more than the 1 MB that is read`);
  if (bytes.includes(0)) return leftOut("it is binary, or text that is not UTF-8");
  const isText = isUtf8(bytes);
  const text = bytes.toString(isText ? "utf8" : "latin1").replace(/^\ufeff/, "");
  if (isMinified(text)) return leftOut("it is minified");
  if (isTooDeep(text)) return leftOut("it nests too deeply");
  return { ok: true, text, note: isText ? null : "not UTF-8: read as Latin-1" };
}

const leftOut = (message: string): Readable => ({ ok: false, message: `not scanned: ${message}` });

const LONG_LINE = 1000;

/** More than half of the text stands in long lines of statements. Long lines of data are no sign: people paste those. */
function isMinified(text: string): boolean {
  if (text.length < LONG_LINE * 2) return false;
  let long = 0;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (end - start > LONG_LINE && isDense(text.slice(start, Math.min(end, start + 20 * LONG_LINE)))) long += end - start;
    start = end + 1;
  }
  return long > text.length / 2;
}

const isDense = (line: string): boolean => (line.match(/[;{}()]/g)?.length ?? 0) > line.length / 40;

/** A parser that recurses crashes at some thousands of levels, which nothing can catch. */
const DEEPEST = 1000;
const LONGEST_CHAIN = 60_000;
const MOST_ELSES = 8000;

/** Brackets, and the angle brackets of types: those of one statement, since comparisons close nothing. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let angles = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > LAST || BRACKETS[code] === 0) continue;
    switch (code) {
      case 0x28: // ( [ {
      case 0x5b:
      case 0x7b:
        if (++depth > DEEPEST) return true;
        break;
      case 0x29: // ) ] }
      case 0x5d:
      case 0x7d:
        if (depth > 0) depth--;
        break;
      case 0x3c: // <
        if (++angles > DEEPEST) return true;
        break;
      case 0x3e: // > that ends no arrow
        if (angles > 0 && text[i - 1] !== "=") angles--;
        break;
      case 0x3b: // ;
        angles = 0;
    }
  }
  return text.length > LONGEST_CHAIN && hasLongChain(text);
}

const LAST = 0x7d;
/** By code: most characters are none of these. */
const BRACKETS = Uint8Array.from({ length: LAST + 1 }, (_, code) => ("()[]{}<>;".includes(String.fromCharCode(code)) ? 1 : 0));

/** Operators, elements and arrows nest without brackets: text of that length has no `;` and no `,` outside of strings. */
function hasLongChain(text: string): boolean {
  if ((text.match(/\belse\b/g)?.length ?? 0) > MOST_ELSES) return true;
  const code = text.split(/[;,]/).filter((part) => part.length > LONGEST_CHAIN);
  return code.some((part) => part.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "").length > LONGEST_CHAIN);
}
