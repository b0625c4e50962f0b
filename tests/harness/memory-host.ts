/** A file system in memory. */
import { posix } from "node:path";
import type { Entry, Host } from "../../src/analyzer/project/host.ts";

export const ROOT = "/project";

export function memoryHost(files: Readonly<Record<string, string>>): Host {
  const all = new Map(Object.entries(files).map(([path, text]) => [posix.join(ROOT, path), Buffer.from(text)]));
  const folders = new Map<string, Map<string, Entry>>([[ROOT, new Map()]]);
  const note = (path: string, kind: Entry["kind"]): void => {
    const folder = posix.dirname(path);
    const entries = folders.get(folder) ?? new Map<string, Entry>();
    folders.set(folder, entries.set(posix.basename(path), { name: posix.basename(path), kind }));
    if (folder.length > ROOT.length) note(folder, "folder");
  };
  for (const path of all.keys()) note(path, "file");
  return {
    read: (path) => all.get(path) ?? null,
    isFile: (path) => all.has(path),
    list: (path) => [...(folders.get(path)?.values() ?? [])],
    stat: (path) => {
      const file = all.get(path);
      return file ? { size: file.length, modified: 0, kind: "file" } : folders.has(path) ? { size: 0, modified: 0, kind: "folder" } : null;
    },
    realPath: (path) => path,
  };
}
