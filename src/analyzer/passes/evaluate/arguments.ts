/** What a call is given, and how a model's words find their way into it. */
import { lastName, nameOfClass } from "../../ir/names.ts";
import type { Argument, IrFunction, IrModule, ValueId } from "../../ir/nodes.ts";
import type { Source } from "../../models/schema.ts";
import type { Span } from "../../source.ts";
import type { Env, Value } from "../../values/value.ts";
import { alternatives, isVague, literalOf, once, stringOf, type Engine, type EntryNames } from "../program/engine.ts";
import { isBounded } from "../collections/collections.ts";
import { evaluate, type Place } from "./evaluate.ts";
import { languageOf, reveal } from "./evaluate-import.ts";
import { libraryBase, memberOf } from "./evaluate-member.ts";
import { returnOf } from "./evaluate-return.ts";
import { namesFilled } from "../given/filled-names.ts";
import { mergedInto } from "../given/given-members.ts";
import { fillings } from "../collections/fillings.ts";
import { definitionsOf, type ModuleIndex } from "../program/module-index.ts";
import { isTelling } from "./telling.ts";
import { writtenThrough } from "../given/written-through.ts";

export type Given = Readonly<{
  positional: readonly Value[]; named: ReadonlyMap<string, Value>; open: boolean; language: IrModule["language"];
  /** The frame in which the arguments stand, where the call stands in one. */
  env?: Env | null;
}>;

/** A call of something that a library describes. */
export type LibraryCall = Readonly<{ library: string; receiver: Value | null; given: Given; site: Span }>;

export function givenArguments(engine: Engine, place: Place, args: readonly Argument[]): Given {
  const positional: Value[] = [];
  const named = new Map<string, Value>();
  let open = false;
  for (const argument of args) {
    const value = evaluate(engine, place, argument.value);
    if (argument.spread) open = spread(engine, value, argument.name === null ? positional : named) || open;
    else if (argument.name !== null) named.set(argument.name, value);
    else positional.push(open ? engine.unknown : value);
  }
  return { positional, named, open, language: languageOf(engine, place.file), env: place.env };
}

/** These, by position, and no others. */
export const givenExactly = (positional: readonly Value[], language: Given["language"]): Given => ({ positional, named: new Map(), open: false, language });

/** These, by position, and who knows what else. */
export const givenAtLeast = (positional: readonly Value[], language: Given["language"]): Given => ({ positional, named: new Map(), open: true, language });

/** Anything, where such a call stands. */
export const givenAnything = (instead: Given): Given => ({ ...instead, positional: [], named: new Map(), open: true });

/** Puts what is spread among the arguments; says whether there may be more of it. */
function spread(engine: Engine, value: Value, into: Value[] | Map<string, Value>): boolean {
  if (Array.isArray(into)) {
    if (value.kind === "tuple") into.push(...value.items);
    return value.kind !== "tuple" || (value.open ?? false);
  }
  const whole = reveal(engine, value);
  const names = whole.kind === "record" || whole.kind === "fields" ? namesIn(engine, whole) : NOTHING;
  for (const name of names.known) into.set(name, memberOf(engine, whole, name));
  return names.open;
}

/** What is given under names that no parameter has. */
export function namedBeyond(engine: Engine, { params }: IrFunction, given: Given): Value {
  const others = [...given.named].filter(([name]) => !params.some((param) => param.name === name && !param.rest));
  const entries = others.map(([name, value]) => [name, isTelling(engine, value) || says(value) ? value : dataOf(engine, value, 0)] as const);
  return engine.interner.value({ kind: "fields", entries, open: given.open });
}

export type Reading = Readonly<{ state: "absent" | "unknown" } | { state: "known"; value: Value }>;

const ABSENT: Reading = { state: "absent" };
const UNKNOWN: Reading = { state: "unknown" };

/** The value a source names. Absent is known not to be there; unknown may be anything. */
export function readSource(engine: Engine, given: Given, source: Source): Reading {
  const { argument } = source;
  const placed = typeof argument === "number" ? given.positional[argument] : argument === "last" ? given.positional.at(-1) : given.named.get(argument);
  const value = placed ?? (source.keyword === undefined ? undefined : given.named.get(source.keyword));
  if (value === undefined) return given.open ? UNKNOWN : ABSENT;
  const inside = alternatives(value).some((one) => one.kind === "record" || one.kind === "fields") ? source.inRecord : undefined;
  const along = (at: Reading, name: string): Reading => (at.state === "known" ? step(engine, at.value, name) : at);
  return [...(source.path ?? []), ...(inside ?? [])].reduce(along, { state: "known", value });
}

/** The value a source names, where that is known. */
export function valueAt(engine: Engine, given: Given, source: Source | undefined): Value | null {
  const reading = source ? readSource(engine, given, source) : ABSENT;
  return reading.state === "known" ? reading.value : null;
}

function step(engine: Engine, value: Value, name: string): Reading {
  const [first, ...others] = alternatives(value);
  if (others.length > 0) return firstKnown(alternatives(value).map((one) => step(engine, one, name)));
  if (first?.kind === "constant" || first?.kind === "text" || (first && isVariableOfProcess(first))) return ABSENT;
  if (first?.kind === "elsewhere") return stepElsewhere(engine, first, name);
  if (first?.kind === "fields") return fieldReading(first, name);
  if (first?.kind !== "record") return first?.kind === "declared" || first?.kind === "instance" ? known(memberOf(engine, first, name)) : UNKNOWN;
  const names = entryNames(engine, first);
  if (names.known.includes(name)) return { state: "known", value: memberOf(engine, first, name) };
  const inherited = reveal(engine, memberOf(engine, first, name));
  if (alternatives(inherited).some((one) => !isVague(one) && !isAnyMember(one, name))) return { state: "known", value: inherited };
  return names.open || names.perhaps?.includes(name) ? UNKNOWN : ABSENT;
}

/** What a package gives may have a member of any name, and mostly has not: `{ ...context.state }`. */
const isAnyMember = (value: Value, name: string): boolean => value.kind === "external" && value.path.at(-1) === name;

function fieldReading(record: Extract<Value, { kind: "fields" }>, name: string): Reading {
  const entry = record.entries.find(([key]) => key === name);
  if (entry) return { state: "known", value: entry[1] };
  return record.open ? UNKNOWN : ABSENT;
}

/** `process.env.DATABASE_URL` is text, whatever it says. */
export const isVariableOfProcess = (value: Value): value is Extract<Value, { kind: "external" }> =>
  value.kind === "external" && value.path[0] === "process" && value.path[1] === "env" && value.path.length === 3;

/** Options in a file that holds nothing else. */
function stepElsewhere(engine: Engine, value: Value, name: string): Reading {
  const found = reveal(engine, value);
  return found.kind === "elsewhere" ? UNKNOWN : step(engine, found, name);
}

const known = (value: Value): Reading => (value.kind === "unknown" || value.kind === "method" ? UNKNOWN : { state: "known", value });

const firstKnown = (readings: readonly Reading[]): Reading =>
  readings.find((one) => one.state === "known") ?? readings.find((one) => one.state === "unknown") ?? ABSENT;

const NOTHING: EntryNames = { known: [], open: true };

export function entryNames(engine: Engine, record: Extract<Value, { kind: "record" }>): EntryNames {
  return once(engine, engine.entryNames, record.id, NOTHING, () => readEntries(engine, record));
}

function readEntries(engine: Engine, record: Extract<Value, { kind: "record" }>): EntryNames {
  const index = engine.program.module(record.file);
  const node = literalOf(engine, record);
  const known: string[] = [...(index?.stores.get(record.node)?.keys() ?? [])];
  const perhaps: string[] = [];
  let open = false;
  const takeIn = (whole: Value): void => {
    for (const one of alternatives(reveal(engine, whole))) {
      const inner: EntryNames = one.kind === "record" || one.kind === "fields" ? namesIn(engine, one) : { known: [], open: one.kind !== "constant" };
      known.push(...inner.known);
      perhaps.push(...(inner.perhaps ?? []));
      open ||= inner.open;
    }
  };
  for (const entry of node?.entries ?? []) {
    if (entry.name !== null) known.push(entry.name);
    else if (entry.spread) {
      takeIn(evaluate(engine, { file: record.file, env: record.env }, entry.value));
      perhaps.push(...writtenThrough(engine, record.file, entry.value));
    } else open = true;
  }
  for (const whole of mergedInto(engine, record)) takeIn(whole);
  open ||= index !== null && isFilledAnyhow(index, record.node);
  return { known: [...new Set(known)], open, perhaps };
}

/** `for (const name in given) options[name] = given[name]`, of whatever else the variable may hold. */
const isFilledAnyhow = (index: ModuleIndex, literal: ValueId): boolean =>
  [...index.filled.keys()].some(
    (object) =>
      object === literal ||
      definitionsOf(index, object).some((one) => one.by === "node" && one.node.kind === "assign" && one.node.from.includes(literal)),
  );

const namesOfFields = ({ entries, open }: Extract<Value, { kind: "fields" }>): EntryNames => ({ known: entries.map(([name]) => name), open });

export const isRecord = ({ kind }: Value): boolean => kind === "record" || kind === "fields";

export const namesIn = (engine: Engine, value: Extract<Value, { kind: "record" | "fields" }>): EntryNames =>
  (value.kind === "record" ? entryNames(engine, value) : namesOfFields(value));

/** Whether a record surely has no such entry. */
export function lacks(engine: Engine, object: Value, name: string): boolean {
  const names = object.kind === "record" || object.kind === "fields" ? namesIn(engine, object) : null;
  return names !== null && !names.open && !names.known.includes(name);
}

/** A record that holds no functions, without the place where it was written: of two that hold the same, one makes no new frame. */
export function withoutPlace(engine: Engine, value: Value, depth = 0): Value {
  if (value.kind === "tuple") return engine.interner.value({ ...value, items: value.items.map((item) => withoutPlace(engine, item, depth)) });
  if (value.kind !== "record" || namesFilled(engine, value).length > 0) return value;
  const { known: names, open } = entryNames(engine, value);
  const telling = isTelling(engine, value);
  const members = names.map((name) => [name, memberOf(engine, value, name)] as const);
  if (telling && !members.every(([, member]) => !isTelling(engine, member) || alternatives(member).every(hasNoPlace))) return value;
  const entries = members.map(([name, member]) => [name, telling && says(member) ? member : dataOf(engine, member, depth)] as const);
  return engine.interner.value({ kind: "fields", entries, open });
}

const hasNoPlace = ({ kind }: Value): boolean => kind === "typed" || kind === "instance" || kind === "class";

/** Beside a handle, what a statement found matters as well. */
const says = (value: Value): boolean => alternatives(value).some((one) => hasNoPlace(one) || one.kind === "result" || one.kind === "presence");

/** Flags decide branches, names of columns matter, and how long a list can be; other data does not. */
function dataOf(engine: Engine, value: Value, depth: number): Value {
  if (value.kind === "constant" && typeof value.value !== "string" && typeof value.value !== "number") return value;
  if (value.kind === "list" && isBounded(engine, value)) return engine.interner.value({ kind: "bounded", of: "items" });
  return value.kind === "record" && depth < 2 ? withoutPlace(engine, value, depth + 1) : engine.unknown;
}

/** Columns that a value names: the keys of a record (one level into nested ones), a column, a string, a condition. */
export function columnsOf(engine: Engine, value: Value): readonly string[] {
  switch (value.kind) {
    case "record":
      return entryNames(engine, value).known.flatMap((name) => [name, ...nested(engine, value, name)]);
    case "fields":
      return value.entries.flatMap(([name, one]) => [name, ...(one.kind === "fields" ? one.entries.map(([inner]) => inner) : [])]);
    case "constant": {
      const text = stringOf(value);
      return text === null ? [] : [lastName(text)];
    }
    case "typed":
      return value.query ? value.query.keys : value.table === null ? [] : [value.table];
    case "list":
    case "tuple":
      return columnsOf(engine, memberOf(engine, value, "0"));
    case "method":
      return isColumn(engine, value) ? [value.name] : [];
    case "union":
      return [...new Set(value.of.flatMap((one) => columnsOf(engine, one)))];
    default:
      return [];
  }
}

function nested(engine: Engine, record: Extract<Value, { kind: "record" }>, name: string): readonly string[] {
  const inner = memberOf(engine, record, name);
  if (inner.kind !== "record" && inner.kind !== "fields") return [];
  // In `{ ship: { id } }` it is another table's; `{ ship_id: { … } }` names a key of several columns.
  return namesIn(engine, inner).known.filter((one) => one !== "id" || /(?:^|_)id(?:_|$)/i.test(name));
}

const nameAtEnd = (path: readonly string[]): string | null => {
  const name = path.at(-1);
  // An item of a collection goes by its number.
  return name === undefined || name === "()" || /^(?:\d+|__class__)$/.test(name) ? null : name;
};

/** The table that a value stands for: its name, a model or entity class, what a schema declares. */
export function tableOf(engine: Engine, value: Value): string | null {
  switch (value.kind) {
    case "constant":
    case "text": {
      const text = stringOf(value);
      return text === null ? null : plainName(text);
    }
    case "class":
    case "instance":
      return tableOfClass(engine, value) ?? nameOfClass(value.cls).replace(/^.*\//, "");
    case "typed":
      return value.table ?? value.query?.tables[0] ?? null;
    case "elsewhere": {
      const found = reveal(engine, value);
      return found.kind === "elsewhere" || found.kind === "unknown" ? nameAtEnd(value.path) : tableOf(engine, found);
    }
    case "external":
      return nameAtEnd(value.path);
    case "method":
      return isColumn(engine, value) ? tableOf(engine, value.of) : nameAtEnd([value.name]);
    case "named":
      return value.name;
    case "function":
      return tableOf(engine, returnOf(engine, value.fn, value.env));
    case "result":
      return value.query.tables[0] ?? null;
    case "list":
      return tableOf(engine, memberOf(engine, value, "0")) ?? tableOfFilled(engine, value);
    case "union":
      return value.of.map((one) => tableOf(engine, one)).find((name) => name !== null) ?? null;
    default:
      return null;
  }
}

/** A member of a table's class that is no method of the library. */
export const isColumn = (engine: Engine, value: Value): boolean =>
  value.kind === "method" && value.of.kind === "typed" && value.of.table !== null && engine.catalog.type(value.of.library, value.of.type)?.is === "table";

/** `rows = []`, which a loop fills. */
function tableOfFilled(engine: Engine, list: Extract<Value, { kind: "list" }>): string | null {
  const place = { file: list.file, env: list.env };
  return fillings(engine, list).map(({ item }) => tableOf(engine, evaluate(engine, place, item))).find((name) => name !== null) ?? null;
}

/** A library's model says its table itself. */
const tableOfClass = (engine: Engine, { cls, env }: Extract<Value, { kind: "class" | "instance" }>): string | null =>
  libraryBase(engine, { kind: "instance", cls, env, args: null, id: 0 })?.table ?? null;

/** "public.users as u" is users. */
function plainName(text: string): string {
  const [name = text] = text.trim().split(/\s+/);
  return lastName(name).replace(/["`[\]]/g, "");
}
