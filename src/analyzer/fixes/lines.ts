/** Edits of whole lines: a statement with its comments, moved to another depth. */
import type { Edit } from "../rule.ts";
import type { FilePath } from "../source.ts";
import { endOf, startOf, type Node, type Tree } from "./syntax.ts";

export type Range = Readonly<{ start: number; end: number }>;

export const rangeOf = (node: Node): Range => ({ start: startOf(node), end: endOf(node) });

/** A file of either language, with the places of its comments. */
export type Source = Readonly<{ file: FilePath; text: string; comments: readonly Range[] }>;

export function indentAt(text: string, offset: number): string {
  const line = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[\t ]*/.exec(text.slice(line, offset))?.[0] ?? "";
}

/** One step of the file's indentation, as its first indented line has it. */
export const stepOf = (text: string): string => /\n(\t| {2,})[^\s*]/.exec(text)?.[1] ?? "  ";

/** Nothing but blanks stands before it on its line. */
export const startsLine = (text: string, offset: number): boolean => /(?:^|\n)[\t ]*$/.test(text.slice(0, offset));

/** From the start of a node's line, or of the comments right above it, to the end of its last line. */
export function linesOf({ text, comments }: Source, node: Parameters<typeof startOf>[0]): Range | null {
  if (!startsLine(text, startOf(node))) return null;
  let first = startOf(node);
  for (const comment of [...comments].reverse()) {
    if (comment.end <= first && /^[\t ]*\r?\n[\t ]*$/.test(text.slice(comment.end, first)) && startsLine(text, comment.start)) first = comment.start;
  }
  // What ends by indentation takes empty lines along.
  const end = startOf(node) + text.slice(startOf(node), endOf(node)).trimEnd().length;
  const rest = /^[\t ]*(?:(?:\/\/|#)[^\n]*)?(?:\r?\n|$)/.exec(text.slice(end));
  return rest ? { start: text.lastIndexOf("\n", first - 1) + 1, end: end + rest[0].length } : null;
}

/** Takes lines away and puts them, at the depth of `before` and with `gap` behind them, in front of that node. */
export function moveLines(tree: Tree, lines: Range, before: Node, gap = ""): readonly Edit[] | null {
  const target = linesOf(tree, before)?.start;
  return target === undefined ? null : movedTo(tree, lines, target, indentAt(tree.text, startOf(before)), "", gap);
}

/** The same behind a statement. */
export function moveLinesBehind(source: Source, lines: Range, { start, end }: Range): readonly Edit[] | null {
  const target = linesOf(source, { start, end })?.end;
  if (target === undefined) return null;
  return movedTo(source, lines, target, indentAt(source.text, start), source.text.endsWith("\n", target) ? "" : "\n", "");
}

function movedTo({ file, text }: Source, lines: Range, target: number, to: string, before: string, behind: string): readonly Edit[] {
  const moved = text.slice(lines.start, lines.end);
  const from = /^[\t ]*/.exec(moved)?.[0] ?? "";
  const dedented = to + reindented(moved.slice(from.length), from, to);
  const put = { at: { file, start: target, end: target }, text: `${before}${dedented.endsWith("\n") ? dedented : `${dedented}\n`}${behind}` };
  return [put, { at: { file, ...lines }, text: "" }];
}

/** Lines one step deeper; those that a text goes on in are its content. */
export function deeper({ text }: Source, { start, end }: Range, texts: readonly Range[]): string {
  const step = stepOf(text);
  let offset = start;
  return text.slice(start, end).split("\n").map((line) => {
    const at = offset;
    offset += line.length + 1;
    return line.trim() === "" || texts.some((one) => one.start < at && at < one.end) ? line : step + line;
  }).join("\n");
}

/** The lines behind the first at another depth. A text's lines are its content: they stay as they are. */
export function reindented(said: string, from: string, to: string): string {
  if (/`[^`]*\n[^`]*`|(?:"""|''')[^]*\n/.test(said)) return said;
  return said.split("\n").map((line, i) => (i > 0 && line !== "" && line.startsWith(from) ? to + line.slice(from.length) : line)).join("\n");
}
