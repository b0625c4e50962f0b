/** Specifiers to files of the program or names of packages. */
import { posix } from "node:path";
import { addTo } from "../groups.ts";
import { filePath, type FilePath } from "../source.ts";
import type { Resolution } from "../passes/program/engine.ts";
import { detached } from "./detached.ts";
import type { Host } from "./host.ts";
import { aliasTargets, createAliasReader, type Aliases, type Problem } from "./tsconfig.ts";
import { wayDown } from "./way-down.ts";
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
  /** By folder and specifier; a package's name means the same wherever the same aliases are. */
  const known = new Map<string | Aliases, Map<string, Resolution>>();
  const scripts = scriptsIn(input.sources);
  const locate = (path: string): Resolution | null => {
    const found = fileFor(scripts, path);
    if (found !== null) return { to: "file", file: filePath(wayDown(root, found)) };
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
    const folder = from.slice(0, Math.max(0, from.lastIndexOf("/")));
    const scope = /^[./#]/.test(specifier) ? folder : aliasesOf(posix.join(root, folder));
    const answers = known.get(scope) ?? new Map<string, Resolution>();
    known.set(scope, answers);
    const before = answers.get(specifier);
    if (before) return before;
    const kept = detached(specifier);
    const found = resolve(posix.join(root, folder), kept);
    answers.set(kept, found);
    return found;
  };
}

/** Files, and those that a path without an extension may mean, best first. */
type Scripts = Readonly<{ all: ReadonlySet<string>; byStem: ReadonlyMap<string, readonly string[]> }>;

function scriptsIn(all: ReadonlySet<string>): Scripts {
  const byStem = new Map<string, string[]>();
  for (const path of all) {
    const extension = posix.extname(path);
    if (EXTENSIONS.includes(extension)) addTo(byStem, path.slice(0, -extension.length), extension);
  }
  for (const extensions of byStem.values()) extensions.sort((a, b) => EXTENSIONS.indexOf(a) - EXTENSIONS.indexOf(b));
  return { all, byStem };
}

/** The file that a path without (or with a compiled file's) extension means. */
function fileFor({ all, byStem }: Scripts, path: string): string | null {
  const extension = posix.extname(path);
  if (EXTENSIONS.includes(extension) && all.has(path)) return path;
  const stem = path.slice(0, path.length - extension.length);
  const compiled = COMPILED[extension] ?? [];
  const source = compiled.length === 0 ? undefined : byStem.get(stem)?.find((one) => compiled.includes(one));
  if (source !== undefined) return stem + source;
  for (const start of [path, `${path.replace(/\/$/, "")}/index`]) {
    const [best] = byStem.get(start) ?? [];
    if (best !== undefined) return start + best;
  }
  return null;
}

function packageAt(generated: ReadonlyMap<string, string>, path: string): string | null {
  for (const [folder, name] of generated) if (path === folder || path.startsWith(`${folder}/`)) return name;
  return null;
}
