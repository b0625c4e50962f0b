/** Specifiers to files of the program or names of packages. */
import { posix } from "node:path";
import { filePath, type FilePath } from "../source.ts";
import type { Resolution } from "../passes/engine.ts";
import type { Host } from "./host.ts";
import { aliasTargets, createAliasReader, type Problem } from "./tsconfig.ts";
import type { Workspace } from "./workspace.ts";

export type ResolverInput = Readonly<{
  host: Host; root: string; workspace: Workspace; problems: Problem[];
  /** The program's files: a specifier leads to one of them, or to none. */
  sources: ReadonlySet<string>;
  /** Folders whose contents stand for a package: a generated client. */
  generated: ReadonlyMap<string, string>;
}>;

export type Resolver = (from: FilePath, specifier: string) => Resolution;

const EXTENSIONS = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];
const COMPILED: Readonly<Record<string, readonly string[]>> = { ".js": [".ts", ".tsx"], ".jsx": [".tsx"], ".mjs": [".mts"], ".cjs": [".cts"] };

export function createResolver(input: ResolverInput): Resolver {
  const { host, root, workspace } = input;
  const aliasesOf = createAliasReader(host, input.problems);
  const known = new Map<string, Resolution>();
  const locate = (path: string): Resolution | null => {
    const found = fileFor(input.sources, path);
    if (found !== null) return { to: "file", file: filePath(posix.relative(root, found)) };
    const generated = packageAt(input.generated, path);
    return generated === null ? null : { to: "package", name: generated };
  };
  const first = (paths: readonly string[]): Resolution | null => {
    for (const path of paths) {
      const found = locate(path);
      if (found) return found;
    }
    return null;
  };
  const resolve = (folder: string, specifier: string): Resolution => {
    if (specifier.startsWith(".") || specifier.startsWith("/")) return locate(posix.resolve(folder, specifier)) ?? { to: "nowhere" };
    const alias = first(aliasTargets(aliasesOf(folder), specifier));
    if (alias) return alias;
    if (specifier.startsWith("#")) return first(workspace.internal(folder, specifier)) ?? { to: "nowhere" };
    const entries = workspace.find(specifier);
    if (entries) return first(entries) ?? { to: "package", name: specifier };
    return { to: "package", name: specifier };
  };
  return (from, specifier) => {
    const folder = posix.dirname(posix.join(root, from));
    const key = `${folder} ${specifier}`;
    const before = known.get(key);
    if (before) return before;
    const found = resolve(folder, specifier);
    known.set(key, found);
    return found;
  };
}

/** The file that a path without (or with a compiled file's) extension means. */
function fileFor(sources: ReadonlySet<string>, path: string): string | null {
  const extension = posix.extname(path);
  const compiledFrom = (COMPILED[extension] ?? []).map((one) => path.slice(0, -extension.length) + one);
  const exact = EXTENSIONS.includes(extension) ? [path] : [];
  const candidates = [...exact, ...compiledFrom, ...EXTENSIONS.map((one) => path + one), ...EXTENSIONS.map((one) => posix.join(path, `index${one}`))];
  return candidates.find((candidate) => sources.has(candidate)) ?? null;
}

function packageAt(generated: ReadonlyMap<string, string>, path: string): string | null {
  for (const [folder, name] of generated) if (path === folder || path.startsWith(`${folder}/`)) return name;
  return null;
}
