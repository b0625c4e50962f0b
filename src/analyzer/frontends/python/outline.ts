/** What a host wants to know of Python text besides its facts: its comments, and where it is no Python. */
import type { Directive } from "../../ir/nodes.ts";
import { ERROR, parseTree, type Raw } from "./tree.ts";

export type Outline = Readonly<{ ok: true; comments: readonly Directive[] } | { ok: false; message: string; offset: number }>;

export function outlinePython(text: string): Outline {
  const { root, comments, legacy } = parseTree(text);
  if (legacy !== null) return { ok: false, message: "this is Python 2, which is not read", offset: legacy };
  const offset = firstError(root);
  if (offset !== null) return { ok: false, message: "this cannot be read as Python", offset };
  return { ok: true, comments: comments.map(({ start, end }) => ({ text: text.slice(start + 1, end), start, end })) };
}

/** The parser stumbles over some valid code, all of which is read nevertheless: a `yield` alone, `for a, *rest in …`, the end of a file. */
const STUMBLES = /^(?:Yield\w+|LiteralPattern|\w*ComprehensionExpression)$/;

function firstError(root: Raw): number | null {
  let first: number | null = null;
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    for (const inner of node.inner) {
      pending.push(inner);
      if (inner.type !== ERROR || STUMBLES.test(node.type)) continue;
      const isEnd = inner.start === inner.end && (node.type === "Script" || node.type === "Body");
      if (!isEnd && (first === null || inner.start < first)) first = inner.start;
    }
  }
  return first;
}
