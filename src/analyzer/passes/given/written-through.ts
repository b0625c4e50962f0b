/** Records that are filled through what holds them: after `context.state.trx = trx`, `{ ...context.state }` has more than where it was made. */
import { addTo } from "../../groups.ts";
import { oncePer } from "../../once-per.ts";
import type { ValueId } from "../../ir/nodes.ts";
import type { FilePath } from "../../source.ts";
import { definitionOf, type Engine } from "../program/engine.ts";
import { firstDefinition, type Definition } from "../program/module-index.ts";
import { programModules } from "../program/program-modules.ts";

/** The names under which something is stored on a member that has the name of this one. */
export function writtenThrough(engine: Engine, file: FilePath, value: ValueId): readonly string[] {
  const name = memberName(definitionOf(engine, file, value));
  return name === null ? [] : (storedOn(engine).get(name) ?? []);
}

const storedOn = oncePer((engine: Engine): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const index of programModules(engine)) {
    for (const [object, members] of index.stores) {
      const name = memberName(firstDefinition(index, object));
      if (name !== null) for (const member of members.keys()) addTo(found, name, member);
    }
  }
  return found;
});

const memberName = (definition: Definition | null): string | null =>
  definition?.by === "node" && definition.node.kind === "member" ? definition.node.property : null;
