/** Classes by the interface that they say they implement. */
import type { ClassId, TypeExpression } from "../ir/nodes.ts";
import { own } from "../ir/own.ts";
import type { FilePath } from "../source.ts";
import type { Engine } from "./engine.ts";
import { isTest } from "./file-roles.ts";

export function indexImplementors(engine: Engine): ReadonlyMap<string, readonly ClassId[]> {
  const found = new Map<string, ClassId[]>();
  for (const file of engine.program.files()) {
    if (isTest(file)) continue;
    for (const cls of Object.values(engine.program.module(file)?.module.classes ?? {})) {
      for (const type of cls.implements) {
        const key = homeOf(engine, file, type);
        if (key !== null) found.set(key, [...(found.get(key) ?? []), cls.id]);
      }
    }
  }
  return found;
}

/** "file name" of the interface's declaration, through imports and re-exports. */
function homeOf(engine: Engine, file: FilePath, type: TypeExpression): string | null {
  if (type.kind !== "name") return null;
  let at = { file, name: type.name };
  for (let steps = 0; steps < 6; steps++) {
    const module = engine.program.module(at.file)?.module;
    if (!module) return null;
    if (own(module.types, at.name)) return `${at.file} ${at.name}`;
    const exported = own(module.exports, at.name);
    const from = own(module.typeImports, at.name) ?? (exported?.kind === "from" ? exported : undefined);
    if (!from) return null;
    const target = engine.program.resolve(at.file, from.module);
    if (target.to !== "file") return null;
    at = { file: target.file, name: from.name };
  }
  return null;
}
