/** What trees of both languages have in common: a file is parsed once for all who write fixes, and the way to a place is found alike. */
import type { Analysis } from "../analyze.ts";
import { endOf, startOf } from "../frontends/builder.ts";
import { oncePer } from "../once-per.ts";
import type { FilePath } from "../source.ts";

/** Null where the file is none that `parse` reads. */
export function oncePerFile<Tree>(parse: (file: FilePath, text: string) => Tree | null): (analysis: Analysis, file: FilePath) => Tree | null {
  const treesOf = oncePer<Analysis, Map<FilePath, Tree | null>>(() => new Map());
  return (analysis, file) => {
    const known = treesOf(analysis);
    const before = known.get(file);
    if (before !== undefined) return before;
    const text = analysis.engine.program.text?.(file) ?? null;
    const made = text === null ? null : parse(file, text);
    known.set(file, made);
    return made;
  };
}

/** From the innermost node with exactly this span to the root. */
export function wayDown<Node extends Parameters<typeof startOf>[0]>(
  root: Node, childrenOf: (node: Node) => readonly Node[], span: Readonly<{ start: number; end: number }>,
): readonly Node[] {
  const way: Node[] = [root];
  for (let at: Node | undefined = root; at; ) {
    at = childrenOf(at).find((child) => startOf(child) <= span.start && endOf(child) >= span.end);
    if (at) way.unshift(at);
  }
  const [inner] = way;
  return inner && startOf(inner) === span.start && endOf(inner) === span.end ? way : [];
}
