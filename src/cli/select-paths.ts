/** The paths of the command line: the root that is indexed, and what below it findings may lie in. */
import { posix } from "node:path";
import { posixPath, type Host } from "../analyzer/index.ts";
import { refuse, type Result } from "./io.ts";

/** `prefix` leads from the working directory to the root. */
export type Scope = Readonly<{ root: string; prefix: string; paths: readonly string[] }>;

/** The root is the working directory; one path outside of it is a root of its own. */
export function selectPaths(host: Host, folder: string, words: readonly string[]): Result<Scope> {
  if (host.stat(folder)?.kind !== "folder") return refuse(`${folder}: the working directory cannot be read`);
  const paths = words.map((word) => ({ word, path: posix.resolve(folder, posixPath(word)).replace(/(?<=.)\/$/, "") }));
  const missing = paths.find(({ path }) => host.stat(path) === null);
  if (missing) return refuse(`${missing.word}: no such file or folder`);
  const outside = paths.find(({ path }) => !isBelow(folder, path));
  if (!outside) return { ok: true, value: { root: folder, prefix: "", paths: paths.length === 0 ? [""] : paths.map(({ path }) => posix.relative(folder, path)) } };
  if (paths.length > 1) return refuse(`${outside.word}: lies outside the working directory; name it alone, or run lockscan there`);
  const isFile = host.isFile(outside.path);
  const root = isFile ? posix.dirname(outside.path) : outside.path;
  return { ok: true, value: { root, prefix: posix.relative(folder, root), paths: [isFile ? posix.basename(outside.path) : ""] } };
}

const isBelow = (folder: string, path: string): boolean => path === folder || path.startsWith(folder === "/" ? "/" : `${folder}/`);
