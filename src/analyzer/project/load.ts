/** A program on disk: files are read and lowered when they are first asked for. */
import { posix } from "node:path";
import { parseModule } from "../frontends/estree/parse.ts";
import { indexModule, type ModuleIndex } from "../passes/module-index.ts";
import type { LibraryModel } from "../models/schema.ts";
import type { Program, Resolution } from "../passes/engine.ts";
import { readSchema } from "../schemas/read-schema.ts";
import type { Schema } from "../schemas/table-keys.ts";
import { filePath, type FilePath } from "../source.ts";
import { discover, type Discovered } from "./discover.ts";
import type { Host } from "./host.ts";
import { glimpse, relevantFiles, wordsOf } from "./relevance.ts";
import { createResolver } from "./resolve.ts";
import type { Problem } from "./tsconfig.ts";
import { readWorkspace } from "./workspace.ts";

export type Project = Readonly<{
  root: string; program: Program; sources: readonly FilePath[];
  /** The sources that can matter. */
  relevant: ReadonlySet<FilePath>;
  discovered: Discovered; problems: Problem[]; text: (file: FilePath) => string | null;
  /** How many files have been parsed so far. */
  parsed: () => number;
  /** What the text of each source shows, and what any text in its place would. */
  glimpses: ReadonlyMap<FilePath, Seen>; glimpse: (file: FilePath, text: string) => Seen;
}>;

export type Seen = Readonly<{ holds: boolean; waits: boolean; to: readonly FilePath[] }>;
export type Loaded = Readonly<{ ok: true; index: ModuleIndex } | { ok: false; message: string }>;
/** From text to facts: what is asked again and again keeps its answers. */
export type Load = (file: FilePath, text: string) => Loaded;

export function loadProject(host: Host, root: string, models: readonly LibraryModel[], load: Load = loadModule): Project {
  const discovered = discover(host, root);
  const problems: Problem[] = [...discovered.problems];
  const workspace = readWorkspace(host, discovered.manifests);
  const resolve = createResolver({ host, root, workspace, problems, sources: new Set(discovered.sources), generated: new Map() });
  const modules = new Map<FilePath, ModuleIndex | null>();
  const sources = discovered.sources.map((path) => filePath(posix.relative(root, path)));
  const text = (file: FilePath): string | null => host.read(posix.join(root, file))?.toString("utf8").replace(/^\ufeff/, "") ?? null;
  const words = wordsOf(models, workspace.dependsOn);
  const glimpseAt = (file: FilePath, source: string): Seen => {
    const { holds, waits, imports } = glimpse(words, source);
    return { holds, waits, to: imports.flatMap((specifier) => target(resolve(file, specifier))) };
  };
  const glimpses = new Map(sources.map((file) => [file, glimpseAt(file, text(file) ?? "")]));
  const relevant = relevantFiles(glimpses);
  let schema: Schema | null = null;
  const program: Program = {
    files: () => relevant,
    matters: (file) => relevant.has(file),
    module: (file) => {
      const known = modules.get(file);
      if (known !== undefined) return known;
      modules.set(file, null);
      const source = text(file);
      const made: Loaded = source === null ? { ok: false, message: "this file cannot be read" } : load(file, source);
      if (!made.ok) problems.push({ file, message: made.message });
      modules.set(file, made.ok ? made.index : null);
      return made.ok ? made.index : null;
    },
    resolve,
    installed: (name) => workspace.dependsOn(name),
    schema: () => (schema ??= readSchema({ schemas: discovered.schemas.map((path) => filePath(posix.relative(root, path))), sources, text, module: program.module })),
  };
  return { root, program, sources, relevant, discovered, problems, text, parsed: () => [...modules.values()].filter((module) => module !== null).length, glimpses, glimpse: glimpseAt };
}

const target = (resolution: Resolution): readonly FilePath[] => (resolution.to === "file" ? [resolution.file] : []);

function loadModule(file: FilePath, text: string): Loaded {
  const parsed = parseModule(file, text);
  return parsed.ok ? { ok: true, index: indexModule(parsed.module) } : parsed;
}
