/** The parser's tree as plain nodes: comments aside, offsets in the file, masked ranges found again. */
import { parser } from "@lezer/python";
import { rewrite, type Range } from "./rewrite.ts";

export type Raw = Readonly<{ type: string; start: number; end: number; inner: readonly Raw[] }>;

/** A file's text, or a part of it that is read on its own. */
export type Source = {
  readonly text: string; readonly masks: ReadonlyMap<number, Range>;
  /** How many nodes around the one that is read: deeper than DEEPEST is not followed. */
  depth: number;
};
export const DEEPEST = 300;
export type Tree = Readonly<{ root: Raw; source: Source; legacy: number | null; comments: readonly Range[] }>;

export const ERROR = "⚠";

export function parseTree(text: string): Tree {
  const { text: known, masks, legacy } = rewrite(text);
  const comments: Range[] = [];
  return { root: plain(known, 0, comments), source: { text, masks, depth: 0 }, legacy, comments };
}

/** An expression that stands alone somewhere in the file: a masked range, an annotation in a string. */
export function parseFragment({ text, depth }: Source, at: Range): Readonly<{ root: Raw; source: Source }> {
  const { text: known, masks } = rewrite(`(${text.slice(at.start, at.end)})`);
  const base = at.start - 1;
  const moved = new Map([...masks].map(([start, range]) => [start + base, { start: range.start + base, end: range.end + base }]));
  return { root: plain(known, base, []), source: { text, masks: moved, depth: depth + 1 } };
}

type Draft = { readonly type: string; readonly start: number; readonly end: number; readonly inner: Draft[] };

/** A loop with a stack of its own: trees of long chains are deep. */
function plain(text: string, base: number, comments: Range[]): Raw {
  const tree = parser.parse(text);
  const cursor = tree.cursor();
  const root: Draft = { type: cursor.name, start: base, end: base + text.length, inner: [] };
  const open: Draft[] = [root];
  if (!cursor.firstChild()) return root;
  for (;;) {
    const start = cursor.from + base;
    const end = cursor.to + base;
    if (cursor.name === "Comment") comments.push({ start, end });
    else {
      const node: Draft = { type: cursor.name, start, end, inner: [] };
      open.at(-1)?.inner.push(node);
      if (cursor.firstChild()) {
        open.push(node);
        continue;
      }
    }
    while (!cursor.nextSibling()) {
      open.pop();
      if (!cursor.parent() || open.length === 0) return root;
    }
  }
}
