/** The files whose work can run a file's functions: those that import it, or an interface that it implements, at any distance. */
import { addTo } from "../groups.ts";
import { own } from "../ir/own.ts";
import { oncePer } from "../once-per.ts";
import type { FilePath } from "../source.ts";
import type { Project } from "./load.ts";

/** Nearest first, the file itself in front; `most` at most. */
export function dependentsOf(project: Project, file: FilePath, most: number): ReadonlySet<FilePath> {
  const { importers, mentioners } = importersIn(project);
  const found = new Set([file, ...implementedBy(project, file)]);
  for (const one of found) {
    const callers = [...importers.get(one) ?? [], ...(hasClasses(project, one) ? mentioners.get(one) ?? [] : [])];
    for (const caller of callers) if (found.size < most && project.relevant.has(caller)) found.add(caller);
  }
  return found;
}

type Importers = ReadonlyMap<FilePath, readonly FilePath[]>;

const importersIn = oncePer((project: Project): Readonly<{ importers: Importers; mentioners: Importers }> => {
  const [importers, mentioners] = [new Map<FilePath, FilePath[]>(), new Map<FilePath, FilePath[]>()];
  for (const [file, { to, types }] of project.glimpses) {
    for (const target of new Set(to)) addTo(importers, target, file);
    for (const target of new Set(types)) addTo(mentioners, target, file);
  }
  return { importers, mentioners };
});

/** Whoever is handed an object of a class calls it, and imports no more than its type. */
const hasClasses = (project: Project, file: FilePath): boolean => Object.keys(project.program.module(file)?.module.classes ?? {}).length > 0;

/** Files that mention an interface which a class of this file implements: they call the class without importing it. */
function implementedBy(project: Project, file: FilePath): readonly FilePath[] {
  const module = project.program.module(file)?.module;
  const names = Object.values(module?.classes ?? {}).flatMap((cls) => cls.implements.flatMap((type) => (type.kind === "name" ? [type.name] : [])));
  const homes = new Set(names.flatMap((name) => typeHome(project, file, name) ?? []));
  if (homes.size === 0) return [];
  return [...project.relevant].filter((other) => {
    const imports = Object.values(project.program.module(other)?.module.typeImports ?? {});
    return imports.some(({ module: specifier }) => isOneOf(homes, fileAt(project, other, specifier)));
  });
}

function typeHome(project: Project, file: FilePath, name: string): FilePath | null {
  const module = project.program.module(file)?.module;
  const from = module && own(module.typeImports, name);
  return from ? fileAt(project, file, from.module) : null;
}

const isOneOf = (files: ReadonlySet<FilePath>, file: FilePath | null): boolean => file !== null && files.has(file);

function fileAt(project: Project, from: FilePath, specifier: string): FilePath | null {
  const target = project.program.resolve(from, specifier);
  return target.to === "file" ? target.file : null;
}
