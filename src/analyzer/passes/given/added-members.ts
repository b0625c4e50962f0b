/** Methods that a program adds to what libraries give it: statics of a schema, functions stored on a model or on its prototype. */
import { addTo } from "../../groups.ts";
import { lastName } from "../../ir/names.ts";
import type { CallNode, FunctionId, IrNode, ValueId } from "../../ir/nodes.ts";
import { oncePer } from "../../once-per.ts";
import type { FilePath } from "../../source.ts";
import type { TypedValue, Value } from "../../values/value.ts";
import { alternatives, definitionOf, type Engine, receiverOf } from "../program/engine.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { programModules } from "../program/program-modules.ts";
import { actionsAt } from "../evaluate/evaluate-call.ts";
import { rowOf, typedValue } from "../evaluate/evaluate-library.ts";
import { givenMember } from "./given-members.ts";
import { attach, memberOf } from "../evaluate/evaluate-member.ts";
import { closureOf, firstDefinition, type ModuleIndex } from "../program/module-index.ts";
import { usesAt, usesOf } from "../program/uses.ts";

/** A function under a name, and what holds it: an object, a record, a call that is handed both. */
export type Added = Readonly<{ file: FilePath; fn: FunctionId; held: "stored" | "entry" | "given"; by: ValueId }>;
/** The type whose values have the method, and the table that they stand for, where that is known. */
type Home = Readonly<{ library: string; type: string; table: string | null }>;

/** What the program adds to a library's value, or to the rows of a statement, where the library has nothing of that name. */
export function addedTo(engine: Engine, object: Value, name: string): Value | null {
  const to = receiverOfLibrary(engine, object);
  // Python's classes are written whole: what is stored on them from outside is no method that others count on.
  if (!to || engine.catalog.byName.get(to.library)?.language !== "javascript") return null;
  if (engine.catalog.member(to.library, to.type, name)?.own) return null;
  const given = addedMember(engine, to, name) ?? givenMember(engine, to, name);
  return given && attach(engine, given, to);
}

function receiverOfLibrary(engine: Engine, object: Value): TypedValue | null {
  if (object.kind === "typed") return object.list ? null : object;
  return object.kind === "result" && object.via.length === 0 ? rowOf(engine, object.query) : null;
}

/** The method that the program adds under a name; where tables differ, the one that is added to this one. */
function addedMember(engine: Engine, to: TypedValue, name: string): Value | null {
  const lineage = engine.catalog.lineage(to.library, to.type);
  const added = (indexOf(engine).get(name) ?? []).flatMap((one) => {
    const home = homeOf(engine, one);
    return home && lineage.some(({ library, type }) => library === home.library && type === home.type) ? [{ fn: one.fn, home }] : [];
  });
  const own = added.filter(({ home }) => isSameTable(home.table, to.table));
  const [only] = own.length > 0 ? own : added;
  return only && (own.length > 0 || added.length === 1) ? engine.interner.value({ kind: "function", fn: only.fn, env: null, self: null }) : null;
}

const isSameTable = (a: string | null, b: string | null): boolean => a !== null && b !== null && a.toLowerCase() === b.toLowerCase();

/** The functions that are stored under a name, from outside of what holds them. */
export const storedUnder = (engine: Engine, name: string): readonly Added[] => storedIn(engine).get(name) ?? [];

const storedIn = oncePer((engine: Engine): ReadonlyMap<string, readonly Added[]> =>
  new Map([...indexOf(engine)].map(([name, all]) => [name, all.filter(({ held }) => held === "stored")])));

const indexOf = oncePer((engine: Engine): ReadonlyMap<string, readonly Added[]> => {
  const made = new Map<string, Added[]>();
  const add = (name: string, added: Added): void => {
    if (name) addTo(made, name, added);
  };
  for (const index of programModules(engine)) {
    const { file } = index.module;
    const nameOf = (fn: FunctionId): string => lastName(index.module.functions[fn]?.name ?? "");
    for (const [fn, by] of index.storedOn) add(nameOf(fn), { file, fn, held: "stored", by });
    for (const [fn, by] of index.recordOf) add(nameOf(fn), { file, fn, held: "entry", by });
    for (const { node } of index.calls) {
      const given = namedFunction(index, node);
      if (given) add(given.name, { file, fn: given.fn, held: "given", by: node.into });
    }
  }
  return made;
});

/** `schema.static("byCode", function …)`. */
function namedFunction(index: ModuleIndex, { args }: CallNode): Readonly<{ name: string; fn: FunctionId }> | null {
  const [first, second] = args;
  const named = first && second && args.length === 2 ? firstDefinition(index, first.value) : undefined;
  const fn = named && second ? closureOf(index, second.value) : null;
  return fn && named?.by === "node" && named.node.kind === "constant" && typeof named.node.value === "string" ? { name: named.node.value, fn } : null;
}

/** The type on whose values a function of the program runs, because it was added to it. */
export function homeOf(engine: Engine, { file, held, by }: Added): Home | null {
  switch (held) {
    case "stored":
      return homeIn(engine, file, evaluate(engine, { file, env: null }, by), by);
    case "entry":
      return homeOfRecord(engine, file, by);
    case "given":
      return homeByCall(engine, file, by);
  }
}

function homeIn(engine: Engine, file: FilePath, holder: Value, at: ValueId): Home | null {
  const found = alternatives(holder).find((one) => one.kind === "typed");
  const type = found?.kind === "typed" ? engine.catalog.type(found.library, found.type) : null;
  if (found?.kind !== "typed" || !type) return null;
  if (type.receiver !== undefined) return { library: found.library, type: type.receiver, table: found.table ?? tableOfSchema(engine, file, at) };
  return type.is === "table" ? { library: found.library, type: found.type, table: found.table } : null;
}

/** The table that is made of a schema where it stands, else the one that it is called after. */
function tableOfSchema(engine: Engine, file: FilePath, at: ValueId): string | null {
  const index = engine.program.module(file);
  const part = definitionOf(engine, file, at);
  const owner = part?.by === "node" && part.node.kind === "member" ? part.node.object : at;
  for (const use of usesOf(index, owner)) {
    const made = use.kind === "call" && use.callee !== owner ? evaluate(engine, { file, env: null }, use.into) : null;
    if (made?.kind === "typed" && made.table !== null) return made.table;
  }
  const names = Object.entries(index?.module.names ?? {});
  return names.find(([, value]) => value === owner)?.[0].replace(/Schema$/, "") ?? null;
}

/** `schema.statics = { … }`, `new Schema(shape, { statics: { … } })`, `schema.static({ … })`. */
function homeOfRecord(engine: Engine, file: FilePath, record: ValueId): Home | null {
  const place = { file, env: null };
  const index = engine.program.module(file);
  for (const use of usesOf(index, record)) {
    if (use.kind === "store" && use.property !== null) {
      const found = homeIn(engine, file, memberOf(engine, evaluate(engine, place, use.object), use.property), use.object);
      if (found) return found;
    }
    if (use.kind === "call" && use.as === "call") return homeByCall(engine, file, use.into);
    if (use.kind === "aggregate") return homeOfOption(engine, file, record, use);
  }
  return null;
}

/** An option under the name of what the library gives the functions that are added. */
function homeOfOption(engine: Engine, file: FilePath, record: ValueId, options: Extract<IrNode, { kind: "aggregate" }>): Home | null {
  const name = options.entries.find((entry) => entry.value === record)?.name;
  const call = usesAt(engine, file, options.into).find((use) => use.kind === "call" && use.as === "construct");
  if (!name || call?.kind !== "call") return null;
  const made = evaluate(engine, { file, env: null }, call.into);
  const holder = usesAt(engine, file, call.into).find((use) => use.kind === "assign");
  return homeIn(engine, file, memberOf(engine, made, name), holder?.kind === "assign" ? holder.into : call.into);
}

function homeByCall(engine: Engine, file: FilePath, at: ValueId): Home | null {
  const definition = definitionOf(engine, file, at);
  if (definition?.by !== "node" || definition.node.kind !== "call" || definition.node.as !== "call") return null;
  const { node } = definition;
  for (const { action: { lends }, call: { receiver } } of actionsAt(engine, { file, env: null }, node)) {
    if (!lends || receiver?.kind !== "typed") continue;
    return { library: receiver.library, type: lends.to, table: receiver.table ?? tableOfSchema(engine, file, receiverOf(engine, file, node) ?? at) };
  }
  return null;
}

/** What `this` is in a function that was added. */
export function receiverOfAdded(engine: Engine, file: FilePath, fn: FunctionId): Value {
  const index = engine.program.module(file);
  const stored = index?.storedOn.get(fn);
  const entry = index?.recordOf.get(fn);
  const by = stored ?? entry ?? givenTo(index, fn);
  const home = by === undefined ? null : homeOf(engine, { file, fn, held: stored !== undefined ? "stored" : entry !== undefined ? "entry" : "given", by });
  if (home) return typedValue(engine, home.library, home.type, { handle: { is: "root", origin: `models of ${home.library}`, scope: null }, table: home.table });
  return entry === undefined ? engine.unknown : engine.interner.value({ kind: "record", file, node: entry, env: null });
}

const givenTo = (index: ModuleIndex | null | undefined, fn: FunctionId): ValueId | undefined =>
  index?.calls.find(({ node }) => namedFunction(index, node)?.fn === fn)?.node.into;
