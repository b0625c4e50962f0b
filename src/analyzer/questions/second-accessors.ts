/** Connections that a file opens for itself although the program shares one that is made the same way. */
import type { Analysis } from "../analyze.ts";
import { creations, repeatedCreation, type Creation } from "../creations.ts";
import { GLOBALS } from "../ir/nodes.ts";
import type { Engine } from "../passes/engine.ts";
import type { FilePath } from "../source.ts";
import { sharedInstance, type Shared } from "./shared-instance.ts";

export type SecondAccessor = Readonly<{ creation: Creation; shared: Shared }>;

export function* secondAccessors(analysis: Analysis): Iterable<SecondAccessor> {
  let importers: ReadonlyMap<FilePath, readonly FilePath[]> | null = null;
  for (const creation of creations(analysis)) {
    if (creation.effect.opens === "factory" || creation.lifetime !== "import" || repeatedCreation(analysis, creation)) continue;
    const shared = sharedInstance(analysis, creation);
    const { file } = creation.what.span;
    if (!shared || shared.file === file) continue;
    importers ??= importersOf(analysis.engine);
    const users = importers.get(shared.file) ?? [];
    const own = importers.get(file) ?? [];
    // Which is the shared one, files show by importing it; another program of the repository may need its own.
    if (users.length > Math.max(1, own.length) && users.some((user) => programOf(user) === programOf(file))) yield { creation, shared };
  }
}

const programOf = (file: FilePath): string => /^(?:apps|packages|services|libs|modules|examples)\/[^/]+/.exec(file)?.[0] ?? "";

function importersOf({ program }: Engine): ReadonlyMap<FilePath, readonly FilePath[]> {
  const found = new Map<FilePath, FilePath[]>();
  for (const file of program.files()) {
    const index = program.module(file);
    const modules = new Set((index?.definitions ?? []).flatMap((all) => (all ?? []).flatMap((one) => (one.by === "node" && one.node.kind === "import" && one.node.module !== GLOBALS ? [one.node.module] : []))));
    for (const name of modules) {
      const target = program.resolve(file, name);
      if (target.to === "file") found.set(target.file, [...(found.get(target.file) ?? []), file]);
    }
  }
  return found;
}
