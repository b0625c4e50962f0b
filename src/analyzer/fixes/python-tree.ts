/** The syntax tree of a Python file for those who write fixes. */
import type { Analysis } from "../analyze.ts";
import { parseTree, type Raw } from "../frontends/python/tree.ts";
import { oncePer } from "../once-per.ts";
import type { FilePath } from "../source.ts";

export type { Raw };
export type PythonTree = Readonly<{ file: FilePath; text: string; root: Raw; comments: readonly Readonly<{ start: number; end: number }>[] }>;

const treesOf = oncePer<Analysis, Map<FilePath, PythonTree | null>>(() => new Map());

export function pythonTreeOf(analysis: Analysis, file: FilePath): PythonTree | null {
  const known = treesOf(analysis);
  const before = known.get(file);
  if (before !== undefined) return before;
  const text = file.endsWith(".py") ? (analysis.engine.program.text?.(file) ?? null) : null;
  const parsed = text === null ? null : parseTree(text);
  const made = text === null || !parsed || parsed.legacy !== null ? null : { file, text, root: parsed.root, comments: parsed.comments };
  known.set(file, made);
  return made;
}

/** From the innermost node with exactly this span to the root. */
export function wayIn({ root }: PythonTree, span: Readonly<{ start: number; end: number }>): readonly Raw[] {
  const way: Raw[] = [root];
  for (let at: Raw | undefined = root; at; ) {
    at = at.inner.find((child) => child.start <= span.start && child.end >= span.end);
    if (at) way.unshift(at);
  }
  const [inner] = way;
  return inner && inner.start === span.start && inner.end === span.end ? way : [];
}
