/** The tables that a program defines, by name: what a registry holds that is filled by names worked out at run time. */
import type { Member } from "../../models/schema.ts";
import { oncePer } from "../../once-per.ts";
import type { ClassValue, Value } from "../../values/value.ts";
import { ancestry, foreignBases } from "./ancestry.ts";
import { namedCalls } from "../program/callers.ts";
import { alternatives, unionOf, type Engine } from "../program/engine.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { programClasses } from "../program/program-modules.ts";
import { staticsOfLibrary } from "../evaluate/evaluate-library.ts";

/** `db[model.name] = model` for every file of a folder: `db.Order` is the only table of that name. */
export function tableIn(engine: Engine, registry: Extract<Value, { kind: "record" }>, name: string): Value | null {
  const found = engine.program.module(registry.file)?.filled.has(registry.node) ? indexOf(engine).get(name.toLowerCase()) : undefined;
  return found && alternatives(found).length === 1 ? found : null;
}

const indexOf = oncePer((engine: Engine, publish: (early: ReadonlyMap<string, Value>) => void): ReadonlyMap<string, Value> => {
  const made = new Map<string, Value>();
  publish(made); // what is asked for while it is made is not there yet
  const add = (name: string, value: Value): void => {
    const key = name.toLowerCase();
    made.set(key, unionOf(engine, [made.get(key) ?? value, value]));
  };
  for (const word of definingNames(engine)) {
    for (const { file, node } of namedCalls(engine).get(word) ?? []) {
      const table = evaluate(engine, { file, env: null }, node.into);
      if (isTable(engine, table) && table.kind === "typed" && table.table !== null) add(table.table, table);
    }
  }
  for (const value of classesOf(engine)) {
    const chain = ancestry(engine, value.cls, value.env);
    const name = chain[0]?.cls.name ?? null;
    const base = name === null ? null : foreignBases(engine, chain).map((one) => staticsOfLibrary(engine, one.base, name)).find((one) => one !== null);
    if (name !== null && base && isTable(engine, base)) add(name, value);
  }
  return made;
});

const isTable = (engine: Engine, value: Value): boolean => value.kind === "typed" && engine.catalog.type(value.library, value.type)?.is === "table";

/** The methods of libraries that make a table's model under a name. */
function definingNames(engine: Engine): ReadonlySet<string> {
  const defining = [...engine.catalog.byName.values()].flatMap((model) => {
    const members = Object.values(model.types ?? {}).flatMap((type) => Object.entries(type.members ?? {}));
    return members.filter(([, member]) => definesTable(engine, model.name, member)).map(([name]) => name);
  });
  return new Set(defining);
}

function definesTable(engine: Engine, library: string, member: Member): boolean {
  const call = typeof member === "object" ? member.call : undefined;
  return typeof call?.returns === "string" && typeof call.table === "object" && engine.catalog.type(library, call.returns)?.is === "table";
}

const classesOf = (engine: Engine): readonly ClassValue[] =>
  [...programClasses(engine)].map(({ id }) => engine.interner.value({ kind: "class", cls: id, env: null }));
