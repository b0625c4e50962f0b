/** Prints what an earlier scan has printed, where nothing has changed since. Loads little: that is what makes it fast. */
import { recall } from "../analyzer/project/cache.ts";
import { diskHost } from "../analyzer/project/host.ts";
import { readArguments } from "./arguments.ts";
import { cacheOf } from "./cache-file.ts";
import type { ExitCode, Io } from "./io.ts";

/** Null where there is nothing to print; what is wrong about the words is said by those who read them next. */
export function replay(argv: readonly string[], io: Io): ExitCode | null {
  const words = readArguments(argv);
  if (!words.ok || words.value.command !== "scan" || words.value.help || words.value.version) return null;
  const cache = cacheOf(words.value, io);
  const kept = cache.ok && cache.value ? recall(diskHost, cache.value.file) : null;
  if (!kept) return null;
  io.out.write(kept.out);
  return kept.code === 0 ? 0 : 1;
}
