/** A program on disk: files are read and lowered when they are first asked for. */
import { posix } from "node:path";
import { parseModule } from "../frontends/estree/parse.ts";
import { indexModule, type ModuleIndex } from "../passes/module-index.ts";
import type { LibraryModel } from "../models/schema.ts";
import type { Program, Resolution } from "../passes/engine.ts";
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
}>;

export function loadProject(host: Host, root: string, models: readonly LibraryModel[]): Project {
  const discovered = discover(host, root);
  const problems: Problem[] = [...discovered.problems];
  const workspace = readWorkspace(host, discovered.manifests);
  const resolve = createResolver({ host, root, workspace, problems, sources: new Set(discovered.sources), generated: new Map() });
  const modules = new Map<FilePath, ModuleIndex | null>();
  const sources = discovered.sources.map((path) => filePath(posix.relative(root, path)));
  const text = (file: FilePath): string | null => host.read(posix.join(root, file))?.toString("utf8").replace(/^\ufeff/, "") ?? null;
  const words = wordsOf(models, workspace.dependsOn);
  const relevant = relevantFiles(new Map(sources.map((file) => {
    const { holds, waits, imports } = glimpse(words, text(file) ?? "");
    return [file, { holds, waits, to: imports.flatMap((specifier) => target(resolve(file, specifier))) }];
  })));
  const program: Program = {
    files: () => relevant,
    matters: (file) => relevant.has(file),
    module: (file) => {
      const known = modules.get(file);
      if (known !== undefined) return known;
      modules.set(file, null);
      const made = loadModule(file, text(file), problems);
      modules.set(file, made);
      return made;
    },
    resolve,
    installed: (name) => workspace.dependsOn(name),
  };
  return { root, program, sources, relevant, discovered, problems, text, parsed: () => [...modules.values()].filter((module) => module !== null).length };
}

const target = (resolution: Resolution): readonly FilePath[] => (resolution.to === "file" ? [resolution.file] : []);

function loadModule(file: FilePath, text: string | null, problems: Problem[]): ModuleIndex | null {
  if (text === null) {
    problems.push({ file, message: "this file cannot be read" });
    return null;
  }
  const parsed = parseModule(file, text);
  if (parsed.ok) return indexModule(parsed.module);
  problems.push({ file, message: parsed.message });
  return null;
}
