/** A project in which one file is as an editor has it, or which has one file more. */
import type { ModuleIndex } from "../passes/program/module-index.ts";
import type { FilePath } from "../source.ts";
import type { Project, Seen } from "./load.ts";
import { relevantFiles } from "./relevance.ts";
import { rolesOf } from "./roles.ts";

export type Edit = Readonly<{ file: FilePath; text: string; index: () => ModuleIndex | null }>;

/** Null where the file, as it is now, cannot matter. */
export function withEdit(project: Project, edit: Edit): Project | null {
  const seen = project.glimpse(edit.file, edit.text);
  const before = project.glimpses.get(edit.file);
  const same = before !== undefined && isSame(before, seen);
  if (same && !project.relevant.has(edit.file)) return null;
  const glimpses = same ? project.glimpses : new Map(project.glimpses).set(edit.file, seen);
  const relevant = same ? project.relevant : relevantFiles(glimpses);
  if (!relevant.has(edit.file)) return null;
  let index: ModuleIndex | null | undefined;
  const text = (file: FilePath): string | null => (file === edit.file ? edit.text : project.text(file));
  return {
    ...project, glimpses, relevant, text,
    program: {
      ...project.program,
      text,
      role: same ? project.program.role : rolesOf(glimpses),
      files: () => relevant,
      matters: (file) => relevant.has(file),
      module: (file) => (file === edit.file ? (index ??= edit.index()) : project.program.module(file)),
    },
  };
}

const isSame = (a: Seen, b: Seen): boolean =>
  a.holds === b.holds && a.waits === b.waits && a.injects === b.injects && a.words === b.words && a.declares === b.declares &&
  a.fulfils === b.fulfils && a.purpose === b.purpose &&
  isSameList(a.to, b.to) && isSameList(a.types, b.types);

const isSameList = (a: readonly FilePath[], b: readonly FilePath[]): boolean => a.length === b.length && a.every((file, index) => file === b[index]);
