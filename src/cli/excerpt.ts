/** Pieces of source text, cut to what fits and shows. */
import { lineStarts, positionAt, type Audit, type Span } from "../analyzer/index.ts";
import { printable, type Style } from "./style.ts";

const SHORT = 40;
const WIDE = 110;

/** The head of a statement: `for (const item of items)`, `items.map`. */
export function excerpter(audit: Audit): (span: Span) => string {
  return ({ file, start, end }) => {
    const text = (audit.text(file) ?? "").slice(start, Math.min(end, start + 400));
    const head = (text.split(/\s*(?:[{\n]|=>|:\s*\n)/)[0] ?? "").replace(/\s+/g, " ").trim();
    const whole = head.replace(/\((?:async\b)?[^()]*$/, "") || head;
    return printable(whole.length > SHORT ? `${whole.slice(0, SHORT - 1)}…` : whole);
  };
}

/** The lines round a place, the place underlined. */
export function codeFrame(text: string, { start, end }: Readonly<{ start: number; end: number }>, style: Style): readonly string[] {
  const starts = lineStarts(text);
  const from = positionAt(starts, start);
  const to = positionAt(starts, end);
  const first = Math.max(1, from.line - 1);
  const last = Math.min(starts.length, from.line + 1);
  const margin = String(last).length;
  const lineAt = (line: number): string => text.slice(starts[line - 1], starts[line]).replace(/[\r\n\u2028\u2029]+$/, "");
  const shift = Math.max(0, from.column - WIDE / 2);
  const show = (line: string): string => printable(cut(line, shift).replaceAll("\t", "  "));
  return range(first, last).flatMap((line) => {
    const code = `${line === from.line ? style.red(">") : " "} ${style.dim(`${String(line).padStart(margin)} |`)} ${show(lineAt(line))}`;
    if (line !== from.line) return [code];
    const before = show(lineAt(line).slice(0, from.column)).length;
    const length = (to.line === from.line ? to.column : lineAt(line).length) - from.column;
    return [code, `  ${style.dim(`${" ".repeat(margin)} |`)} ${" ".repeat(before)}${style.red("^".repeat(Math.max(1, Math.min(length, WIDE - before))))}`];
  });
}

const cut = (line: string, shift: number): string => {
  const part = line.slice(shift, shift + WIDE);
  return `${shift > 0 && part !== "" ? "…" : ""}${part}${line.length > shift + WIDE ? "…" : ""}`;
};

const range = (from: number, to: number): readonly number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
