/**
 * What an expression may be at run time, as far as the program says. Values are interned: equal ones are identical and
 * carry the same number, so that contexts can be compared and remembered cheaply.
 */
import type { ClassId, FunctionId, IrModule, TypeExpression, ValueId } from "../ir/nodes.ts";
import type { Action, Confidence, Locks, Statement, Verb } from "../models/schema.ts";
import type { FilePath, Span } from "../source.ts";
import type { Assignment } from "../sql.ts";

/** On what a statement runs. `origin` tells clients of different databases apart. */
export type Handle = Readonly<{
  is: "transaction" | "root" | "connection" | "unknown";
  origin: string;
  /** The transaction it belongs to: the call that opened it. Null for a handle that somebody else opened. */
  scope: string | null;
  /** The pool or client that it was taken out of. */
  from?: string;
  /** Its first statement begins a transaction, which lasts until it is ended. */
  begins?: true | "writes";
  /** It is the transaction that is open where it is used, if there is one, else the client. */
  joins?: true;
  /** It was told to commit each statement by itself. */
  alone?: true;
  /** Another handle that cannot be seen may stand in its place. */
  perhaps?: true;
}>;

/** An annotation is all that says what it is: it may be any handle of that type. */
export const isOfTypeAlone = ({ origin }: Handle): boolean => origin.startsWith("type ");

/** A statement, as far as it is known. */
export type Query = Readonly<{
  verb: Verb;
  tables: readonly string[];
  keys: readonly string[];
  values: readonly string[];
  conflict: boolean;
  locks: Locks;
  gives: "row" | "rows" | "count" | "boolean" | "found" | "nothing";
  rowsAt: readonly string[];
  /** The type of its rows, as "library:Type". */
  rows: string | null;
  /** That type, where what belongs to the rows was looked up with them. */
  preloaded?: string;
  bulk: boolean;
  /** Noted down only: a flush or commit sends it, with the others. */
  staged?: true;
  limited: boolean;
  /** It waits on the server: `pg_sleep`. */
  sleeps: boolean;
  /** Settings of the session that it changes. */
  sets?: readonly Assignment[];
  /** BEGIN, COMMIT … read from SQL text. */
  control: "begin" | "commit" | "rollback" | "savepoint" | "release-savepoint" | null;
  site: Span | null;
  /** Its condition names a unique key. */
  unique?: boolean;
  /** The call that can leave an existing row alone, and how. */
  spares?: (NonNullable<Statement["spares"]> & Readonly<{ at: Span }>) | null;
  /** The call that has another form for many rows, and that form. */
  inBulk?: (NonNullable<Statement["inBulk"]> & Readonly<{ at: Span }>) | null;
}>;

/**
 * What a function was called with, and the items that it is about in a round of its loops. `values` remembers what its values are in
 * this frame; null while one is worked out.
 */
export type Env = Readonly<{
  id: number; fn: FunctionId; args: readonly Value[]; self: Value | null; parent: Env | null; values: Map<number, Value | null>;
  items: readonly (readonly [ValueId, Value])[];
}>;

type Kinds =
  | { kind: "unknown" }
  /** Nothing is known, but the source has a name for it. */
  | { kind: "named"; name: string }
  | { kind: "constant"; value: string | number | boolean | null }
  /** Text with holes (null). */
  | { kind: "text"; parts: readonly (string | null)[] }
  /** `bound`: arguments that it was given beforehand, with `bind`. */
  | { kind: "function"; fn: FunctionId; env: Env | null; self: Value | null; bound?: readonly Value[] }
  | { kind: "class"; cls: ClassId; env: Env | null }
  /** `as`: the library's type that it is beyond its class, where the statement that gave it says so. */
  | { kind: "instance"; cls: ClassId; args: readonly Value[] | null; env: Env | null; as?: string }
  | { kind: "record"; file: FilePath; node: ValueId; env: Env | null }
  | { kind: "list"; file: FilePath; node: ValueId; env: Env | null }
  | { kind: "module"; file: FilePath }
  /** An export of a file that cannot matter by itself: not read unless something depends on it. */
  | { kind: "elsewhere"; file: FilePath; path: readonly string[] }
  /** An export of a package, modelled or not. */
  | { kind: "external"; language: IrModule["language"]; package: string; path: readonly string[] }
  /** An instance of a library's type. */
  | {
      kind: "typed"; library: string; type: string; handle: Handle | null; table: string | null; query: Query | null;
      /** When the statement that it builds is carried out. */
      acts: "awaited" | "run" | null; confidence: Confidence; list: boolean;
      /** A row that the program made (true) or that a statement gave (false). */
      made: boolean | null;
    }
  /** A method of a library's type, not yet called. */
  | { kind: "method"; of: Value; name: string }
  /** A function inside what a library (or a decorator) puts round it: a transaction, a cache. */
  | { kind: "wrapped"; inner: Value; action: Action; library: string; receiver: Value | null; site: Span }
  /** What a statement gave, or a part of it. */
  | { kind: "result"; query: Query; via: readonly string[] }
  /** A boolean that says whether a statement found something; `found` is its value then. */
  | { kind: "presence"; query: Query; found: boolean | null }
  /** A collection of known small size. */
  | { kind: "bounded"; of: "items" | "chunks" }
  /** A collection of which it is only known what its items are. */
  | { kind: "several"; of: Value }
  /** A record of data alone, wherever it was written: what is alike in it is one value. */
  | { kind: "fields"; entries: readonly (readonly [name: string, value: Value])[]; open: boolean }
  /** Arguments that a rest parameter collects; `open` when there may be more. */
  | { kind: "tuple"; items: readonly Value[]; open?: boolean }
  /** Something of which only the declared members are known: an interface, a type literal. */
  | { kind: "declared"; file: FilePath; type: TypeExpression; typeId: number }
  | { kind: "union"; of: readonly Value[] };

export type Value = Readonly<Kinds & { id: number }>;
export type TypedValue = Extract<Value, { kind: "typed" }>;
export type FunctionValue = Extract<Value, { kind: "function" }>;
export type ClassValue = Extract<Value, { kind: "class" }>;
export type InstanceValue = Extract<Value, { kind: "instance" }>;

export type Interner = Readonly<{
  value: <Kind extends Kinds["kind"]>(parts: Kinds & Readonly<{ kind: Kind }>) => Extract<Value, { kind: Kind }>;
  env: (fn: FunctionId, args: readonly Value[], self: Value | null, parent: Env | null) => Env;
  /** The frame, in the round of a loop in which the item is this value. */
  round: (frame: Env, item: ValueId, value: Value) => Env;
}>;

export function createInterner(): Interner {
  const values = new Map<string, Value>();
  const constants = new Map<unknown, Value>();
  const envs = new Map<string, Env>();
  const numbers: Numbers = { names: new Map(), queries: new WeakMap(), handles: new WeakMap() };
  let count = 0;
  const intern = <Key>(known: Map<Key, Value>, key: Key, parts: Kinds): Value => {
    const before = known.get(key);
    if (before) return before;
    const made = { ...parts, id: ++count } as Value;
    known.set(key, made);
    return made;
  };
  const valueOf = (parts: Kinds): Value => (parts.kind === "constant" ? intern(constants, parts.value, parts) : intern(values, keyOf(numbers, parts), parts));
  const env: Interner["env"] = (fn, args, self, parent) => {
    const key = `${numberOf(numbers, fn)}(${idsOf(args)})${self?.id ?? 0}^${parent?.id ?? 0}`;
    const known = envs.get(key);
    if (known) return known;
    const made: Env = { id: envs.size + 1, fn, args, self, parent, values: new Map(), items: [] };
    envs.set(key, made);
    return made;
  };
  const round: Interner["round"] = (frame, item, value) => {
    const key = `${frame.id}:${item}=${value.id}`;
    const known = envs.get(key);
    if (known) return known;
    const items = [...frame.items, [item, value] as const];
    const made: Env = { ...frame, id: envs.size + 1, values: new Map(items), items };
    envs.set(key, made);
    return made;
  };
  return { value: valueOf as Interner["value"], env, round };
}

/**
 * Long names are written as numbers in keys: a key is made, and its every character read, each time a value is asked for. What
 * statements and handles say is a name as well.
 */
type Numbers = Readonly<{ names: Map<string, number>; queries: WeakMap<Query, number>; handles: WeakMap<Handle, number> }>;

function numberOf({ names }: Numbers, name: string): number {
  const known = names.get(name);
  if (known !== undefined) return known;
  names.set(name, names.size);
  return names.size - 1;
}

function idsOf(values: readonly Value[]): string {
  let text = "";
  for (const { id } of values) text += `${id},`;
  return text;
}

function queryKey(numbers: Numbers, query: Query | null): number {
  if (query === null) return -1;
  const known = numbers.queries.get(query);
  if (known !== undefined) return known;
  const made = numberOf(numbers, `${query.site ? `${query.site.file}:${query.site.start}` : ""}|${JSON.stringify({ ...query, site: 0 })}`);
  numbers.queries.set(query, made);
  return made;
}

function handleKey(numbers: Numbers, handle: Handle | null): number {
  if (handle === null) return -1;
  const known = numbers.handles.get(handle);
  if (known !== undefined) return known;
  const made = numberOf(numbers, JSON.stringify(handle));
  numbers.handles.set(handle, made);
  return made;
}

function keyOf(numbers: Numbers, parts: Kinds): string {
  switch (parts.kind) {
    case "unknown":
      return "?";
    case "named":
      return `n${parts.name}`;
    case "constant":
      return String(parts.value); // kept by themselves
    case "text":
      return `t${JSON.stringify(parts.parts)}`;
    case "function":
      return `f${numberOf(numbers, parts.fn)}^${parts.env?.id ?? 0}@${parts.self?.id ?? 0}${parts.bound ? `(${idsOf(parts.bound)}` : ""}`;
    case "class":
      return `k${numberOf(numbers, parts.cls)}^${parts.env?.id ?? 0}`;
    case "instance":
      return `i${numberOf(numbers, parts.cls)}(${parts.args ? idsOf(parts.args) : "*"})^${parts.env?.id ?? 0}${parts.as ?? ""}`;
    case "record":
    case "list":
      return `${parts.kind}${numberOf(numbers, parts.file)}:${parts.node}^${parts.env?.id ?? 0}`;
    case "module":
      return `m${numberOf(numbers, parts.file)}`;
    case "elsewhere":
      return `e${numberOf(numbers, parts.file)}#${parts.path.join(".")}`;
    case "external":
      return `x${parts.language}:${parts.package}#${parts.path.join(".")}`;
    case "typed":
      return `y${parts.library}.${parts.type}|${handleKey(numbers, parts.handle)}|${parts.table ?? ""}|${parts.confidence}|${parts.list}|${parts.made ?? ""}|${parts.acts ?? ""}|${queryKey(numbers, parts.query)}`;
    case "method":
      return `.${parts.of.id}.${parts.name}`;
    case "wrapped":
      return `q${parts.inner.id}|${numberOf(numbers, parts.site.file)}:${parts.site.start}|${parts.receiver?.id ?? 0}`;
    case "result":
      return `r${parts.via.join(".")}|${queryKey(numbers, parts.query)}`;
    case "presence":
      return `p${parts.found}|${queryKey(numbers, parts.query)}`;
    case "several":
      return `s${parts.of.id}`;
    case "bounded":
      return `b${parts.of}`;
    case "fields":
      return `{${parts.entries.map(([name, one]) => `${name}:${one.id}`).join()}${parts.open ? "*" : ""}`;
    case "tuple":
      return `(${idsOf(parts.items)}${parts.open ? "*" : ""})`;
    case "declared":
      return `d${numberOf(numbers, parts.file)}:${parts.typeId}`;
    case "union":
      return `u${idsOf(parts.of)}`;
  }
}
