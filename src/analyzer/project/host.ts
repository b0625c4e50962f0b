/** The file system as the analyzer sees it: read-only, by absolute posix path. Tests and editors put their own in its place. */
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { posixPath } from "./posix-path.ts";

export type Entry = Readonly<{ name: string; kind: "file" | "folder" | "link" | "other" }>;
export type Host = Readonly<{
  /** Null where there is no such file, or it cannot be read. */
  read: (path: string) => Buffer | null;
  isFile: (path: string) => boolean;
  /** Null where the folder cannot be read. */
  list: (path: string) => readonly Entry[] | null;
  stat: (path: string) => Readonly<{ size: number; modified: number; kind: Entry["kind"] }> | null;
  realPath: (path: string) => string | null;
}>;

type Stats = Readonly<{ isFile: () => boolean; isDirectory: () => boolean; isSymbolicLink: () => boolean }>;

const kindOf = (stats: Stats): Entry["kind"] =>
  stats.isFile() ? "file" : stats.isDirectory() ? "folder" : stats.isSymbolicLink() ? "link" : "other";

/** What cannot be had is null; the caller decides what to say of it. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** Most questions are about files that are not there: making an error of each would take longer than asking. */
const MISSING = { throwIfNoEntry: false } as const;

export const diskHost: Host = {
  read: (path) => attempt(() => readFileSync(path)),
  isFile: (path) => attempt(() => statSync(path, MISSING)?.isFile()) ?? false,
  list: (path) => attempt(() => readdirSync(path, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) }))),
  stat: (path) =>
    attempt(() => {
      const stats = statSync(path, MISSING);
      return stats ? { size: stats.size, modified: stats.mtimeMs, kind: kindOf(stats) } : null;
    }),
  realPath: (path) => attempt(() => posixPath(realpathSync(path))),
};

/** A disk on which nothing is. */
export const emptyHost: Host = { read: () => null, isFile: () => false, list: () => [], stat: () => null, realPath: (path) => path };
