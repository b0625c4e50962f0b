/** The syntax tree of a Python file for those who write fixes. */
import { parseTree, type Raw } from "../frontends/python/tree.ts";
import type { FilePath } from "../source.ts";
import type { Range } from "./lines.ts";
import { oncePerFile, wayDown } from "./trees.ts";

export type { Raw };
export type PythonTree = Readonly<{ file: FilePath; text: string; root: Raw; comments: readonly Range[] }>;

export const pythonTreeOf = oncePerFile((file, text): PythonTree | null => {
  const parsed = file.endsWith(".py") ? parseTree(text) : null;
  return parsed && parsed.legacy === null ? { file, text, root: parsed.root, comments: parsed.comments } : null;
});

export const wayIn = ({ root }: PythonTree, span: Range): readonly Raw[] => wayDown(root, ({ inner }) => inner, span);
