/** Parsed files, kept as long as their text stays the same. */
import type { FilePath } from "../source.ts";
import { loadModule, type Load, type Loaded } from "./load.ts";

export type Remembered = Readonly<{
  load: Load;
  /** The text that was last parsed. */
  textOf: (file: FilePath) => string | null;
  keepOnly: (files: Readonly<{ has: (file: FilePath) => boolean }>) => void;
}>;

export function rememberModules(): Remembered {
  const known = new Map<FilePath, Readonly<{ text: string; loaded: Loaded }>>();
  return {
    load: (file, text) => {
      const before = known.get(file);
      if (before?.text === text) return before.loaded;
      const loaded = loadModule(file, text);
      known.set(file, { text, loaded });
      return loaded;
    },
    textOf: (file) => known.get(file)?.text ?? null,
    keepOnly: (files) => {
      for (const file of known.keys()) if (!files.has(file)) known.delete(file);
    },
  };
}
