/** Members of values: fields and methods of classes, entries of records, exports, what libraries' types have. */
import { mapIn } from "../../groups.ts";
import type { ClassId, IrClass } from "../../ir/nodes.ts";
import { own } from "../../ir/own.ts";
import type { ClassValue, FunctionValue, InstanceValue, TypedValue, Value } from "../../values/value.ts";
import { ancestry, createFrame, foreignBases } from "../classes/ancestry.ts";
import { alternatives, fileOf, functionOf, isNothing, isUnmodelled, isVague, literalOf, once, stringOf, unionOf, type Engine } from "../program/engine.ts";
import { evaluate } from "./evaluate.ts";
import { tableOf } from "./arguments.ts";
import { exportOf } from "./evaluate-import.ts";
import { instanceOfLibrary, staticsOfLibrary, typedMember, valueOfExport } from "./evaluate-library.ts";
import { returnOf } from "./evaluate-return.ts";
import { speakingFor, speaks, tableSpokenFor } from "../classes/spokesmen.ts";
import { isOfType, laterStores, openedInstead, reachedStores } from "../classes/reached-stores.ts";
import { valueOfType } from "./evaluate-type.ts";
import { filledIn } from "../classes/filled-in.ts";
import { filledUnder } from "../given/filled-names.ts";
import { givenMember, tableGiven } from "../given/given-members.ts";
import { partsAddedTo } from "../collections/fillings.ts";
import { isDeclaredOnly, writtenBelow } from "../classes/implementations.ts";
import { actorOf, hasMethod } from "../collections/registries.ts";
import { rowMember, rowOfStatement } from "../classes/row-class.ts";
import { tableIn } from "../classes/tables-by-name.ts";
import { addedTo } from "../given/added-members.ts";
import { storedMethod } from "../given/stored-methods.ts";

export function memberOf(engine: Engine, object: Value, name: string): Value {
  return once(engine, mapIn(engine.members, object.id), name, engine.unknown, () => memberOfOne(engine, object, name));
}

/** The member to which a path leads. */
export const memberAlong = (engine: Engine, object: Value, path: readonly string[]): Value => path.reduce((at, name) => memberOf(engine, at, name), object);

/** The member that a string, or one of several, names; null where the name is not known. */
export function memberNamed(engine: Engine, object: Value, name: Value): Value | null {
  const names = alternatives(name).map(stringOf);
  return names.every((one) => one !== null) ? unionOf(engine, names.map((one) => memberOf(engine, object, one))) : null;
}

function memberOfOne(engine: Engine, object: Value, name: string): Value {
  switch (object.kind) {
    case "record":
      return recordMember(engine, object, name);
    case "instance":
      return instanceMember(engine, object, name);
    case "class":
      return classMember(engine, object, name);
    case "module":
      return exportOf(engine, object.file, name);
    case "elsewhere":
      return engine.interner.value({ ...object, path: [...object.path, name].slice(0, 5) });
    case "external": {
      const value = valueOfExport(engine, object);
      return value ? typedMember(engine, value, name) : engine.interner.value({ ...object, path: [...object.path, name].slice(0, 6) });
    }
    case "typed":
      return addedTo(engine, object, name) ?? typedMember(engine, object, name);
    case "result":
      return rowMember(engine, object, name) ?? addedTo(engine, object, name) ?? engine.interner.value({ ...object, via: [...object.via, name].slice(0, 4) });
    case "declared":
      return declaredMember(engine, object, name);
    case "union":
      return unionOf(engine, object.of.map((one) => memberOf(engine, one, name)));
    case "several":
      return /^\d+$/.test(name) ? object.of : method(engine, object, name);
    case "list":
      return /^\d+$/.test(name) ? listItem(engine, object, Number(name)) : method(engine, object, name);
    case "fields":
      return object.entries.find(([key]) => key === name)?.[1] ?? method(engine, object, name);
    case "tuple":
      return /^\d+$/.test(name) ? (object.items[Number(name)] ?? engine.unknown) : method(engine, object, name);
    case "wrapped": // `fn.immediate(…)`: the same function, wrapped in another mode
      return object;
    case "function":
    case "method":
    case "named":
    case "bounded":
    case "unknown":
    case "text":
    case "constant":
    case "presence":
      return method(engine, object, name);
  }
}

const method = (engine: Engine, of: Value, name: string): Value => engine.interner.value({ kind: "method", of, name });

function recordMember(engine: Engine, record: Extract<Value, { kind: "record" }>, name: string): Value {
  const place = { file: record.file, env: record.env };
  const index = engine.program.module(record.file);
  const node = literalOf(engine, record);
  const stored = index?.stores.get(record.node)?.get(name) ?? [];
  const written = [...(node?.entries ?? [])].reverse().find((entry) => entry.name === name);
  const values = [...(written ? [written.value] : []), ...stored].map((value) => attach(engine, evaluate(engine, place, value), record));
  if (values.length > 0) return unionOf(engine, values);
  const spreads = (node?.entries ?? []).filter((entry) => entry.spread).map((entry) => memberOf(engine, evaluate(engine, place, entry.value), name));
  if (spreads.length > 0) return unionOf(engine, spreads);
  const put = filledUnder(engine, record, name) ?? givenMember(engine, record, name) ?? tableIn(engine, record, name);
  return put ?? (hasMethod(engine, record, name) ? method(engine, record, name) : engine.unknown);
}

/** A method taken from an object keeps it as its receiver, inside a cache too; a getter gives what it returns. */
export function attach(engine: Engine, value: Value, self: Value): Value {
  if (value.kind === "wrapped") {
    const inner = attach(engine, value.inner, self);
    return value.action.memoizes?.read && inner.kind === "function" ? readFrom(engine, inner, self) : engine.interner.value({ ...value, inner });
  }
  if (value.kind !== "function" || value.self) return value;
  const fn = functionOf(engine, value.fn);
  if (fn?.isGetter) return readFrom(engine, value, self);
  return engine.interner.value({ ...value, self });
}

const readFrom = (engine: Engine, { fn, env }: FunctionValue, self: Value): Value =>
  returnOf(engine, fn, engine.interner.env(fn, [], self, env));

function listItem(engine: Engine, list: Extract<Value, { kind: "list" }>, index: number): Value {
  const entry = literalOf(engine, list)?.entries[index];
  return entry && !entry.spread ? evaluate(engine, { file: list.file, env: list.env }, entry.value) : engine.unknown;
}

/** An item of a collection, whichever. */
export function itemOf(engine: Engine, over: Value): Value {
  switch (over.kind) {
    case "list": {
      const node = literalOf(engine, over);
      const items = (node?.entries ?? []).slice(0, 4).filter((entry) => !entry.spread);
      return unionOf(engine, [...items.map((entry) => evaluate(engine, { file: over.file, env: over.env }, entry.value)), ...partsAddedTo(engine, over)]);
    }
    case "tuple":
      return unionOf(engine, over.items.slice(0, 4));
    case "class":
      return classItem(engine, over);
    case "typed":
      if (over.list) return engine.interner.value({ ...over, list: false });
      return (over.query && over.query.gives === "rows" ? rowOfStatement(engine, over.query) : null) ?? engine.unknown;
    case "result":
      return (over.query.gives === "rows" && over.via.length === 0 ? rowOfStatement(engine, over.query) : null) ?? engine.unknown;
    case "record":
      return actorOf(engine, over);
    case "several":
      return over.of;
    case "bounded":
      return over.of === "chunks" ? engine.interner.value({ kind: "bounded", of: "items" }) : engine.unknown;
    case "union":
      return unionOf(engine, over.of.map((one) => itemOf(engine, one)));
    default:
      return engine.unknown;
  }
}

/** `Repository[Order]` is the class, `Kind[name]` one of an enumeration's members. */
function classItem(engine: Engine, cls: ClassValue): Value {
  const values = ancestry(engine, cls.cls, cls.env).flatMap(({ cls: one, env }) =>
    Object.values(one.statics).map((value) => evaluate(engine, { file: fileOf(one.id), env }, value)));
  const members = values.filter((value) => value.kind === "class" || value.kind === "typed" || value.kind === "external" || value.kind === "instance");
  return unionOf(engine, [cls, ...members.map((value) => engine.interner.value({ kind: "fields", entries: [["value", value]], open: true }))]);
}

/** A member that a class's bases have, for `super().method`. */
export function inheritedMember(engine: Engine, self: InstanceValue | ClassValue, below: ClassId, name: string): Value {
  const chain = ancestry(engine, self.cls, self.env);
  for (const { cls, env } of chain.slice(chain.findIndex((one) => one.cls.id === below) + 1)) {
    const declared = own(self.kind === "class" ? cls.statics : cls.members, name);
    if (declared !== undefined) return attach(engine, evaluate(engine, { file: fileOf(cls.id), env }, declared), self);
  }
  const base = self.kind === "class" ? tableClass(engine, self, name) : libraryBase(engine, self);
  return base ? memberOf(engine, base, name) : method(engine, self, name);
}

function instanceMember(engine: Engine, instance: InstanceValue, name: string): Value {
  for (const { cls, env } of ancestry(engine, instance.cls, instance.env)) {
    const file = fileOf(cls.id);
    const declared = own(cls.members, name);
    const value = declared === undefined ? null : attach(engine, filledIn(engine, evaluate(engine, { file, env }, declared), instance.cls, name), instance);
    const isOpen = value === null || isUnmodelled(value) || (value.kind === "unknown" && own(cls.fields, name) !== undefined);
    if (!isOpen) return isDeclaredOnly(engine, value) ? (writtenBelow(engine, instance, name) ?? value) : value;
    // What a constructor stores hides what the class declares, where that says nothing.
    const field = fieldOf(engine, instance, cls, name);
    if (field && (value === null || value.kind === "unknown" || says(field))) return isVague(field) ? (writtenBelow(engine, instance, name) ?? field) : field;
    if (value) return value;
  }
  const base = libraryBase(engine, instance);
  const inherited = base && memberOf(engine, base, name);
  if (base && inherited && (inherited.kind !== "method" || engine.catalog.member(base.library, base.type, name))) return inherited;
  return writtenBelow(engine, instance, name) ?? storedMethod(engine, instance, name) ?? inherited ?? method(engine, instance, name);
}

/** What an instance is as far as a library goes: `class Database extends Client`. */
export function libraryBase(engine: Engine, instance: InstanceValue): TypedValue | null {
  const chain = ancestry(engine, instance.cls, instance.env);
  const row = firstOf(foreignBases(engine, chain), ({ base, of }) => instanceOfLibrary(engine, base, `class ${of.id}`, chain[0]?.cls.name ?? null));
  const cls = engine.interner.value({ kind: "class", cls: instance.cls, env: instance.env });
  if (row && speaks(engine, row)) return engine.interner.value({ ...row, table: tableSpokenFor(engine, instance, row.table) });
  const type = row?.library === instance.as?.split(":")[0] ? instance.as?.split(":")[1] : undefined;
  return row ? withTable(engine, { ...row, ...(type === undefined ? {} : { type }), made: instance.args !== null }, cls) : null;
}

function firstOf<T, U>(items: readonly T[], pick: (item: T) => U | null): U | null {
  for (const item of items) {
    const found = pick(item);
    if (found !== null) return found;
  }
  return null;
}

/** A class that stands for a table may say which. */
function withTable(engine: Engine, typed: TypedValue, cls: Value): TypedValue {
  const { tableNamedBy: paths = [], writesTableOf: other } = engine.catalog.type(typed.library, typed.type) ?? {};
  const named = paths.map((path) => stringOf(memberAlong(engine, cls, path))).find((text) => text !== null);
  return engine.interner.value({ ...typed, table: named ?? (other ? tableOf(engine, memberAlong(engine, cls, other)) : typed.table) });
}

function fieldOf(engine: Engine, instance: InstanceValue, cls: IrClass, name: string): Value | null {
  const file = fileOf(cls.id);
  const index = engine.program.module(file);
  const create = cls.create ? functionOf(engine, cls.create) : null;
  const initial = create ? (index?.stores.get(create.receiver)?.get(name) ?? []) : [];
  const frame = initial.length > 0 ? createFrame(engine, instance, cls) : null;
  const reached = frame && create && initial.length > 1 ? reachedStores(engine, { file, env: frame }, create, initial) : initial;
  const values = reached.map((value) => evaluate(engine, { file, env: frame }, value));
  const known = unionOf(engine, values.filter(says));
  if (values.length > 0 && says(known)) return known;
  const type = own(cls.fields, name);
  const declared = type ? valueOfType(engine, file, type) : engine.unknown;
  if (declared.kind !== "unknown" && !isOfType(declared)) return declared;
  const later = laterStores(engine, cls, name).map((value) => evaluate(engine, { file, env: null }, value));
  if (declared.kind !== "unknown") return openedInstead(engine, declared, cls, name, later);
  if (later.some(says)) return unionOf(engine, later.filter(says));
  return values.length > 0 || type || later.length > 0 ? unionOf(engine, [...values, ...later]) : null;
}

const says = (value: Value): boolean => value.kind !== "unknown" && value.kind !== "named" && !isNothing(value);

function classMember(engine: Engine, value: ClassValue, name: string): Value {
  for (const { cls, env } of ancestry(engine, value.cls, value.env)) {
    const file = fileOf(cls.id);
    const index = engine.program.module(file);
    const id = index?.classValues.get(cls.id);
    const stored = id === undefined ? [] : (index?.stores.get(id)?.get(name) ?? []);
    const declared = own(cls.statics, name);
    const values = [...(declared === undefined ? [] : [declared]), ...stored].map((one) => {
      const found = speakingFor(engine, evaluate(engine, { file, env }, one), value);
      return attach(engine, filledIn(engine, found, value.cls, name), value);
    });
    const found = unionOf(engine, values.filter((one) => says(one) && !isUnmodelled(one)));
    if (found.kind !== "unknown") return isDeclaredOnly(engine, found) ? (writtenBelow(engine, value, name) ?? found) : found;
    if (values.length > 0) return insteadOf(engine, value, name) ?? unionOf(engine, values);
  }
  return baseStatic(engine, value, name);
}

/**
 * An attribute of a class that stands for a table is a column of it: `User.email`. One that the library's classes have is of the same type
 * whoever made it: `objects = SomeManager()`.
 */
function insteadOf(engine: Engine, value: ClassValue, name: string): Value | null {
  const statics = tableClass(engine, value, name);
  if (statics && typeof engine.catalog.member(statics.library, statics.type, name)?.member === "string") return memberOf(engine, statics, name);
  return statics && engine.catalog.type(statics.library, statics.type)?.is === "table" ? method(engine, statics, name) : null;
}

/** What a class is as far as its library goes, with the table that it names. */
function tableClass(engine: Engine, value: ClassValue, asked: string): TypedValue | null {
  const chain = ancestry(engine, value.cls, value.env);
  const statics = firstOf(foreignBases(engine, chain), ({ base }) => staticsOfLibrary(engine, base, chain[0]?.cls.name ?? null));
  if (statics === null || isTableName(engine, statics, asked)) return statics;
  const table = value.env === null ? null : tableGiven(engine, value);
  return table === null ? withTable(engine, statics, value) : engine.interner.value({ ...statics, table });
}

/** Static methods of a library's model class: `User.findOne`; else the prototype's, as `super.method()` reaches them. */
function baseStatic(engine: Engine, value: ClassValue, name: string): Value {
  const statics = tableClass(engine, value, name);
  const found = statics && engine.catalog.member(statics.library, statics.type, name);
  if (typeof found?.member === "object" && found.member.itself) return value;
  const given = found?.own ? null : givenMember(engine, value, name);
  if (given) return attach(engine, given, value);
  if (statics) return memberOf(engine, statics, name);
  const base = ancestry(engine, value.cls, value.env).find(({ cls }) => own(cls.members, name) !== undefined);
  const member = base && own(base.cls.members, name);
  return !base || member === undefined ? method(engine, value, name) : evaluate(engine, { file: fileOf(base.cls.id), env: base.env }, member);
}

/** Asking for the table's name must not need it. */
const isTableName = (engine: Engine, statics: TypedValue, name: string): boolean =>
  engine.catalog.type(statics.library, statics.type)?.tableNamedBy?.some((path) => path.includes(name)) ?? false;

function declaredMember(engine: Engine, value: Extract<Value, { kind: "declared" }>, name: string): Value {
  const { type } = value;
  if (type.kind === "record") {
    const member = own(type.members, name);
    return member ? valueOfType(engine, value.file, member) : method(engine, value, name);
  }
  if (type.kind !== "both") return engine.unknown;
  const found = type.of.map((part) => memberOf(engine, valueOfType(engine, value.file, part), name));
  const known = found.filter((one) => !isVague(one)); // the other parts have no such member
  return unionOf(engine, known.length > 0 ? known : found);
}
