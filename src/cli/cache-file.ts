/** Where the cache lies, if there is to be one: a scan writes nowhere else, and nothing unless it is told to. */
import { statSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheName } from "../analyzer/project/cache.ts";
import { posixPath } from "../analyzer/project/posix-path.ts";
import type { Arguments } from "./arguments.ts";
import { refuse, type Io, type Result } from "./io.ts";
import { chooseStyle, PLAIN } from "./style.ts";
import { VERSION } from "./version.ts";

export type CacheFile = Readonly<{ folder: string; file: string }>;

/** Null where nothing is to be kept. Types depend on packages that nobody watches. */
export function cacheOf(words: Arguments, io: Io): Result<CacheFile | null> {
  if (words.types || (!words.cache && words.cacheFolder === null)) return { ok: true, value: null };
  const folder = folderOf(words, io);
  if (folder === null) return refuse("--cache: there is no node_modules here; name a folder with --cache-folder");
  const told = [VERSION, BUILT, io.folder, words, chooseStyle(io) === PLAIN];
  return { ok: true, value: { folder, file: posix.join(folder, cacheName(told)) } };
}

/** A lockscan that was built anew under the same version. */
const BUILT = statSync(fileURLToPath(import.meta.url)).mtimeMs;

function folderOf({ cacheFolder }: Arguments, { folder }: Io): string | null {
  if (cacheFolder !== null) return posix.resolve(folder, posixPath(cacheFolder));
  const modules = posix.join(folder, "node_modules");
  return statSync(modules, { throwIfNoEntry: false })?.isDirectory() ? posix.join(modules, ".cache", "lockscan") : null;
}
