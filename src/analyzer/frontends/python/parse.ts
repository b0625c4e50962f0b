/** Python text to a module. The parser recovers by statement, so that one that cannot be read costs only itself. */
import type { Directive } from "../../ir/nodes.ts";
import type { FilePath } from "../../source.ts";
import type { Parsed } from "../estree/parse.ts";
import { lowerModule } from "./lower-module.ts";
import { readStatements } from "./read-statement.ts";
import { parseTree } from "./tree.ts";

export function parsePython(file: FilePath, text: string): Parsed {
  const tree = parseTree(text);
  if (tree.legacy !== null) return { ok: false, message: "this is Python 2, which is not read", offset: tree.legacy };
  const directives = tree.comments.flatMap(({ start, end }): readonly Directive[] => {
    const comment = text.slice(start + 1, end);
    return /eslint-|lockscan/.test(comment) ? [{ text: comment, start, end }] : [];
  });
  return { ok: true, module: lowerModule(file, readStatements(tree.source, tree.root.inner), directives, text.length) };
}
