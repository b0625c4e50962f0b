/** Paths are compared and shortened for every file and every import: without taking them apart each time. */
import { posix } from "node:path";

/** What `posix.relative` says, for two paths in their normal form. */
export function wayDown(folder: string, path: string): string {
  const front = folder.endsWith("/") ? folder : `${folder}/`;
  return path.startsWith(front) ? path.slice(front.length) : posix.relative(folder, path);
}

/** What `posix.join` says, where the way down has no `..` in it. */
export const below = (folder: string, way: string): string => (folder.endsWith("/") ? folder + way : `${folder}/${way}`);
