/** Edits of whole lines: a statement with its comments, moved to another depth. */
import type { Edit } from "../rule.ts";
import { endOf, startOf, type Node, type Tree } from "./syntax.ts";

export function indentAt(text: string, offset: number): string {
  const line = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[\t ]*/.exec(text.slice(line, offset))?.[0] ?? "";
}

/** Nothing but blanks stands before it on its line. */
export const startsLine = (text: string, offset: number): boolean => /(?:^|\n)[\t ]*$/.test(text.slice(0, offset));

/** From the start of a node's line, or of the comments right above it, to the end of its last line. */
export function linesOf({ text, comments }: Tree, node: Node): Readonly<{ start: number; end: number }> | null {
  if (!startsLine(text, startOf(node))) return null;
  let first = startOf(node);
  for (const comment of [...comments].reverse()) {
    if (comment.end <= first && /^[\t ]*\r?\n[\t ]*$/.test(text.slice(comment.end, first)) && startsLine(text, comment.start)) first = comment.start;
  }
  const rest = /^[\t ]*(?:\/\/[^\n]*)?(?:\r?\n|$)/.exec(text.slice(endOf(node)));
  return rest ? { start: text.lastIndexOf("\n", first - 1) + 1, end: endOf(node) + rest[0].length } : null;
}

/** Takes lines away and puts them, at the depth of `before` and with `gap` behind them, in front of that node. */
export function moveLines(tree: Tree, lines: Readonly<{ start: number; end: number }>, before: Node, gap = ""): readonly Edit[] | null {
  const { file, text } = tree;
  const moved = text.slice(lines.start, lines.end);
  const from = /^[\t ]*/.exec(moved)?.[0] ?? "";
  const target = linesOf(tree, before)?.start;
  if (target === undefined) return null;
  const to = indentAt(text, startOf(before));
  // A template's lines are its content: they stay as they are.
  const dedented = /`[^`]*\n[^`]*`/.test(moved) ? moved.replace(from, to) : moved.split("\n").map((line) => (line.startsWith(from) ? to + line.slice(from.length) : line)).join("\n");
  return [{ at: { file, start: target, end: target }, text: `${dedented.endsWith("\n") ? dedented : `${dedented}\n`}${gap}` }, { at: { file, ...lines }, text: "" }];
}
