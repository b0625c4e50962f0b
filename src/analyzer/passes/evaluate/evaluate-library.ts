/** Values of libraries' types: where a model says what an export, a member or a class is. */
import { qualify, weakest } from "../../models/catalog.ts";
import type { Member, Role } from "../../models/schema.ts";
import type { Handle, Query, TypedValue, Value } from "../../values/value.ts";
import { EMPTY } from "./build-query.ts";
import { alternatives, type Engine } from "../program/engine.ts";
import { tableBehind } from "../classes/relations.ts";
import { externalMember } from "./evaluate-import.ts";

type Details = Partial<Pick<TypedValue, "table" | "query" | "acts" | "list" | "confidence" | "made">> & { handle: Handle | null };

export function typedValue(engine: Engine, library: string, type: string, details: Details): TypedValue {
  const [owner, name] = qualify(library, type);
  const cap = engine.catalog.byName.get(owner)?.confidence ?? "high";
  return engine.interner.value({
    kind: "typed", library: owner, type: name, handle: details.handle, table: details.table ?? null, query: details.query ?? null,
    acts: details.acts ?? null, list: details.list ?? false, made: details.made ?? null, confidence: weakest(details.confidence ?? "high", cap),
  });
}

/** An event is no way to a database: the place where it was made tells it from others. */
const HANDLES: Readonly<Partial<Record<Role, Handle["is"]>>> = {
  pool: "root", client: "root", factory: "root", connection: "connection", transaction: "transaction", event: "unknown",
};

/** The handle that a value of this type is, when nothing says more than its type. */
export function handleOf(engine: Engine, library: string, type: string, origin: string): Handle | null {
  const [owner, name] = qualify(library, type);
  const is = engine.catalog.lineage(owner, name).flatMap(({ model }) => (model.is && HANDLES[model.is]) ?? [])[0];
  return is ? { is, origin, scope: null, ...begins(engine, owner, name) } : null;
}

/** Statements on a value of the type open a transaction by themselves. */
function begins(engine: Engine, library: string, type: string): Pick<Handle, "begins"> {
  const said = engine.catalog.lineage(library, type).find(({ model }) => model.autobegin !== undefined)?.model.autobegin;
  return said === undefined || said === false ? {} : { begins: said };
}

/** An export that is a value of a library's type: `sql`. */
export function valueOfExport(engine: Engine, external: Extract<Value, { kind: "external" }>): TypedValue | null {
  const known = externalMember(engine, external);
  const type = typeof known?.member === "string" ? known.member : known?.member.value;
  if (!known || type === undefined) return null;
  const table = typeof known.member === "object" && known.member.table === "name" ? (external.path.at(-1) ?? null) : null;
  return typedValue(engine, known.model.name, type, { handle: handleOf(engine, known.model.name, type, `export ${external.path.join(".")}`), table });
}

/** A member of a library's value: another value, or a method to be called on it. */
export function typedMember(engine: Engine, object: TypedValue, name: string): Value {
  if (object.list) return engine.interner.value(/^\d+$/.test(name) ? { ...object, list: false } : { kind: "method", of: object, name });
  const found = engine.catalog.member(object.library, object.type, name);
  if (!found) return engine.interner.value({ kind: "method", of: object, name });
  const member = typeof found.member === "string" ? { value: found.member } : found.member;
  if (member.call || member.construct || member.value === undefined) return engine.interner.value({ kind: "method", of: object, name });
  const table = member.table === "name" ? (tableBehind(engine, object.table, name) ?? name) : object.table;
  const own = handleOf(engine, found.library, member.value, `${object.handle?.origin ?? object.type}.${name}`);
  const handle = own && object.handle ? handleOfMember(engine, object.handle, own, qualify(found.library, member.value)) : (object.handle ?? own);
  return typedValue(engine, found.library, member.value, { handle, table, query: object.query, acts: object.acts, confidence: object.confidence });
}

/** Most members run on the object's own handle; sessions and connections are taken out of their client, and the pool behind a connection stays a pool. */
function handleOfMember(engine: Engine, object: Handle, own: Handle, [library, type]: readonly [string, string]): Handle {
  if (own.is === "connection" && object.is === "root") return { ...own, from: object.from ?? object.origin };
  return object.is === "connection" && engine.catalog.type(library, type)?.is === "pool" ? { ...own, origin: object.from ?? own.origin } : object;
}

/** A row that a statement gave, where a library's rows have methods of their own. */
export function rowOf(engine: Engine, query: Query): TypedValue | null {
  const [library = "", type = ""] = (query.preloaded ?? query.rows)?.split(":") ?? [];
  if (!query.rows) return null;
  return typedValue(engine, library, type, { handle: { is: "root", origin: `rows of ${library}`, scope: null }, table: query.tables[0] ?? null, made: false });
}

/** A class that makes the statements of a table is named after it: `OrderManager`. */
function withoutRole(engine: Engine, library: string, type: string, name: string): string {
  return engine.catalog.type(library, type)?.is === "query" ? name.replace(/(?<=.)(?:Manager|QuerySet)$/, "") : name;
}

/** An instance of what `base` is in a library; `origin` names the place that makes it one. */
export function instanceOfLibrary(engine: Engine, base: Value, origin: string, name: string | null): TypedValue | null {
  return ofLibrary(engine, base, "instance", origin, name);
}

/** The class itself, for static methods. */
export function staticsOfLibrary(engine: Engine, base: Value, name: string | null): TypedValue | null {
  return ofLibrary(engine, base, "statics", "", name);
}

/** A statement of which only the type is known, and so what kind of statement it is. */
function statedBy(engine: Engine, library: string, type: string): Pick<Details, "query" | "acts"> {
  const verb = engine.catalog.type(library, type)?.states;
  return verb === undefined ? {} : { query: { ...EMPTY, verb }, acts: "run" };
}

function ofLibrary(engine: Engine, base: Value, what: "instance" | "statics", origin: string, name: string | null): TypedValue | null {
  for (const one of alternatives(base)) {
    const known = one.kind === "external" ? externalMember(engine, one) : null;
    const member: Member | undefined = known?.member;
    const type = typeof member === "object" ? member[what] : undefined;
    // A model's class reaches the database through a client that it was registered with, and so do its rows.
    const isOfTable = known && type && (what === "statics" || engine.catalog.type(known.model.name, type)?.tableNamedBy !== undefined);
    const shared = isOfTable ? ({ is: "root", origin: `${what === "statics" ? "models" : "rows"} of ${known.model.name}`, scope: null } as const) : null;
    if (known && type) {
      const table = name && withoutRole(engine, known.model.name, type, name);
      const handle = handleOf(engine, known.model.name, type, origin) ?? shared;
      return typedValue(engine, known.model.name, type, { handle, table, ...statedBy(engine, known.model.name, type) });
    }
    if (one.kind === "typed" && one.type.endsWith("Class")) return engine.interner.value({ ...one, table: name });
  }
  return null;
}
