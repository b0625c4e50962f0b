/** The calls of a program that may do what models say of some exports and methods: all that go by the name of one. */
import { lastName } from "../../ir/names.ts";
import { oncePer } from "../../once-per.ts";
import type { Catalog } from "../../models/catalog.ts";
import type { Action, Member } from "../../models/schema.ts";
import { namedCalls } from "./callers.ts";
import type { Engine, NamedCall } from "./engine.ts";

export const callsSaying = (engine: Engine, says: (action: Action) => boolean): readonly NamedCall[] =>
  [...namesSaying(engine.catalog, says)].flatMap((name) => namedCalls(engine).get(name) ?? []);

function namesSaying(catalog: Catalog, says: (action: Action) => boolean): ReadonlySet<string> {
  return new Set(membersIn(catalog).flatMap(([name, member]) => (actionsOf(member).some(says) ? [lastName(name)] : [])));
}

const membersIn = oncePer(({ byName }: Catalog): readonly (readonly [name: string, member: Member])[] => {
  const tables = [...byName.values()].flatMap((model) => [model.exports, ...Object.values(model.types ?? {}).map((type) => type.members)]);
  return tables.flatMap((table) => Object.entries(table ?? {}));
});

const actionsOf = (member: Member): readonly Action[] => (typeof member === "object" ? [member.call ?? [], member.construct ?? []].flat() : []);
