/** Records that are filled through what holds them: after `context.state.trx = trx`, `{ ...context.state }` has more than where it was made. */
import { oncePer } from "../../once-per.ts";
import type { ValueId } from "../../ir/nodes.ts";
import type { FilePath } from "../../source.ts";
import { definitionOf, type Engine } from "../program/engine.ts";
import { firstDefinition, type Definition } from "../program/module-index.ts";
import { programModules } from "../program/program-modules.ts";

/** The value is a member of something, and somewhere something is stored on a member of that name. */
export function isWrittenThrough(engine: Engine, file: FilePath, value: ValueId): boolean {
  const name = memberName(definitionOf(engine, file, value));
  return name !== null && writtenThrough(engine).has(name);
}

const writtenThrough = oncePer((engine: Engine): ReadonlySet<string> => {
  const names = [...programModules(engine)].flatMap((index) => [...index.stores.keys()].map((object) => memberName(firstDefinition(index, object))));
  return new Set(names.filter((name) => name !== null));
});

const memberName = (definition: Definition | null): string | null => (definition?.by === "node" && definition.node.kind === "member" ? definition.node.property : null);
