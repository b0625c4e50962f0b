/** Python's module names to files of the program or names of packages. Where a program is started from is not known: every plausible root counts. */
import { posix } from "node:path";
import { addTo } from "../groups.ts";
import type { Resolution } from "../passes/program/engine.ts";
import { filePath, type FilePath } from "../source.ts";
import { detached } from "./detached.ts";
import type { Resolver } from "./resolve.ts";

export type PythonResolverInput = Readonly<{
  root: string; sources: ReadonlySet<string>;
  /** A name that a library has: a file beside the importing one is meant only where nothing else can be. */
  isPackage: (name: string) => boolean;
}>;

export function createPythonResolver({ root, sources, isPackage }: PythonResolverInput): Resolver {
  const known = new Map<string, Resolution>();
  const tops = topLevelNames(sources);
  const resolve = (folder: string, specifier: string): Resolution => {
    const dots = /^\.*/.exec(specifier)?.[0].length ?? 0;
    const parts = specifier.slice(dots).split(".").filter(Boolean);
    const found = dots > 0 ? locate(sources, above(folder, dots - 1), parts) : absolute(folder, parts);
    if (found !== null) return { to: "file", file: filePath(posix.relative(root, found)) };
    return dots > 0 ? { to: "nowhere" } : { to: "package", name: detached(specifier) };
  };
  const absolute = (folder: string, parts: readonly string[]): string | null => {
    const [first = ""] = parts;
    const own = sources.has(posix.join(folder, "__init__.py")) ? packageRoot(sources, root, folder) : null;
    for (const candidate of rootsOf(sources, root, folder)) {
      if (candidate !== own && candidate !== root && isPackage(first) && !sources.has(posix.join(candidate, first, "__init__.py"))) continue;
      const found = locate(sources, candidate, parts);
      if (found !== null) return found;
    }
    if (isPackage(first)) return null;
    const elsewhere = tops.get(first) ?? [];
    const [only] = elsewhere;
    if (elsewhere.length === 1 && only !== undefined) return locate(sources, only, parts);
    return packagesAround(sources, root, folder).map((around) => locate(sources, around, parts)).find((file) => file !== null) ?? null;
  };
  return (from: FilePath, specifier: string) => {
    const folder = posix.dirname(posix.join(root, from));
    const key = `${folder} ${specifier}`;
    const before = known.get(key);
    if (before) return before;
    const found = resolve(folder, specifier);
    known.set(key, found);
    return found;
  };
}

/** The file of a module: itself, or the package of that name. */
function locate(sources: ReadonlySet<string>, folder: string, parts: readonly string[]): string | null {
  const path = posix.join(folder, ...parts);
  const candidates = parts.length === 0 ? [posix.join(path, "__init__.py")] : [posix.join(path, "__init__.py"), `${path}.py`];
  return candidates.find((one) => sources.has(one)) ?? null;
}

const above = (folder: string, levels: number): string => (levels <= 0 ? folder : above(posix.dirname(folder), levels - 1));

/** The packages around a folder, the innermost first: a program that is started inside one imports what stands there. */
function packagesAround(sources: ReadonlySet<string>, root: string, folder: string): readonly string[] {
  if (folder === root || !sources.has(posix.join(folder, "__init__.py"))) return [];
  return [folder, ...packagesAround(sources, root, posix.dirname(folder))];
}

/** The folder that holds the outermost package around a folder, no higher than the program's own: what absolute imports start from. */
function packageRoot(sources: ReadonlySet<string>, root: string, folder: string): string {
  return packagesAround(sources, root, folder).length === 0 ? folder : packageRoot(sources, root, posix.dirname(folder));
}

/** The package's root first, then the folders above it with their `src`; folders that are packages themselves are none. */
function rootsOf(sources: ReadonlySet<string>, root: string, folder: string): readonly string[] {
  const roots: string[] = [];
  for (let at = packageRoot(sources, root, folder); at.startsWith(root); at = posix.dirname(at)) {
    if (!sources.has(posix.join(at, "__init__.py")) || at === root) roots.push(at, posix.join(at, "src"), posix.join(at, "lib"));
    if (at === root || at === posix.dirname(at)) break;
  }
  return roots;
}

/** Packages by their names, with the folders that they stand in, for those of one repository that import one another. */
function topLevelNames(sources: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const tops = new Map<string, string[]>();
  for (const path of sources) {
    if (posix.basename(path) !== "__init__.py") continue;
    const folder = posix.dirname(path);
    const holder = posix.dirname(folder);
    if (sources.has(posix.join(holder, "__init__.py"))) continue;
    const name = posix.basename(folder);
    addTo(tops, name, holder);
  }
  return tops;
}
