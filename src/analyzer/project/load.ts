/** A program on disk: files are read and lowered when they are first asked for. */
import { posix } from "node:path";
import { parseModule } from "../frontends/estree/parse.ts";
import { indexModule, type ModuleIndex } from "../passes/module-index.ts";
import type { Program } from "../passes/engine.ts";
import { filePath, type FilePath } from "../source.ts";
import { discover, type Discovered } from "./discover.ts";
import type { Host } from "./host.ts";
import { createResolver } from "./resolve.ts";
import type { Problem } from "./tsconfig.ts";
import { readWorkspace } from "./workspace.ts";

export type Project = Readonly<{ root: string; program: Program; sources: readonly FilePath[]; discovered: Discovered; problems: Problem[]; text: (file: FilePath) => string | null }>;

export function loadProject(host: Host, root: string): Project {
  const discovered = discover(host, root);
  const problems: Problem[] = [...discovered.problems];
  const workspace = readWorkspace(host, discovered.manifests);
  const resolve = createResolver({ host, root, workspace, problems, sources: new Set(discovered.sources), generated: new Map() });
  const modules = new Map<FilePath, ModuleIndex | null>();
  const sources = discovered.sources.map((path) => filePath(posix.relative(root, path)));
  const text = (file: FilePath): string | null => host.read(posix.join(root, file))?.toString("utf8").replace(/^\ufeff/, "") ?? null;
  const program: Program = {
    files: () => sources,
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
  return { root, program, sources, discovered, problems, text };
}

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
