/** What the passes share: the program, the catalogue and what is already worked out. Answers are remembered, inputs never change. */
import type { CallNode, ClassId, FunctionId, IrClass, IrFunction, IrNode, ValueId } from "../../ir/nodes.ts";
import type { Timeline } from "../../facts.ts";
import type { Catalog } from "../../models/catalog.ts";
import type { Schema } from "../../schemas/table-keys.ts";
import type { Place } from "../../project/classify.ts";
import { filePath, type FilePath, type Span } from "../../source.ts";
import { createInterner, type Env, type Interner, type Value } from "../../values/value.ts";
import type { Implementor } from "../classes/implementors.ts";
import { type Definition, firstDefinition, type ModuleIndex } from "./module-index.ts";

/** Where a specifier leads: a file of the program, a package, or nowhere. */
export type Resolution = Readonly<{ to: "file"; file: FilePath } | { to: "package"; name: string } | { to: "nowhere" }>;

/** A type that the program or a package names, with the names of its arguments. */
export type TypeFact = Readonly<{ from: Exclude<Resolution, { to: "nowhere" }>; name: string; args: readonly string[] }>;

export type Program = Readonly<{
  /** The files that can matter. */
  files: () => Iterable<FilePath>;
  matters: (file: FilePath) => boolean;
  /** What a file is for. */
  role: (file: FilePath) => Place;
  /** It belongs to a package of commands that people start: nothing in it serves. */
  isCommandLine: (file: FilePath) => boolean;
  module: (file: FilePath) => ModuleIndex | null;
  resolve: (from: FilePath, specifier: string) => Resolution;
  /** A file's text, for those who write fixes. */
  text?: (file: FilePath) => string | null;
  /** Packages that the project says it depends on. */
  installed: (name: string) => boolean;
  /** What the project's schemas say about its tables: read when it is asked for. */
  schema?: () => Schema;
  /**
   * Where somebody knows types: that of the object of a member, or of what a call calls, by the span of the whole.
   * Its own name first, then those of what it extends.
   */
  typeAt?: (file: FilePath, start: number, end: number) => readonly TypeFact[];
}>;

/** A call, by the name that it uses. */
export type NamedCall = Readonly<{ file: FilePath; fn: FunctionId; node: CallNode }>;

/** A call of a function of the program; what it was bound to before stands nowhere in the call. */
export type CallSite = Readonly<{ file: FilePath; fn: FunctionId; args: readonly (ValueId | null)[]; start: number; end: number }>;

/** The names that a record surely has; `open` when others may be there. */
/** `perhaps`: names under which something may have been put there. */
export type EntryNames = Readonly<{ known: readonly string[]; open: boolean; perhaps?: readonly string[] }>;

/** `collected`: what was started there and put into lists of the functions round it, by the list. */
export type Worked = Readonly<{ fn: FunctionId; env: Env | null; depth: number; timeline: Timeline | null; collected?: ReadonlyMap<ValueId, Timeline> }>;

/** Frames are numbered, each is one function's. */
export type RunKey = FunctionId | number;
export const runKey = (fn: FunctionId, env: Env | null): RunKey => env?.id ?? fn;
/** A question that is being worked out. */
type Underway = Readonly<{ known: Map<unknown, unknown>; key: unknown }>;

export type Engine = {
  readonly program: Program;
  readonly catalog: Catalog;
  readonly interner: Interner;
  readonly unknown: Value;
  /** Questions inside one another, how far up a cycle among them reaches, and the answers that lack what its head is. */
  readonly cycles: { readonly underway: Underway[]; reaches: number; readonly partial: Underway[]; readonly again: WeakMap<Underway["known"], Set<unknown>> };
  /** Values that are in no frame, by file. */
  readonly memo: Map<FilePath, Map<number, Value | null>>;
  /** What written types say, by file and the type's number. */
  readonly types: Map<string, Value | null>;
  readonly typeIds: WeakMap<object, number>;
  typeCount: number;
  depth: number;
  typeDepth: number;
  /** What functions give back, by function and frame; null while it is being worked out. */
  readonly returns: Map<FunctionId, Map<number, Value | null>>;
  /** How often each function is among those whose return is being worked out. */
  readonly working: Map<FunctionId, number>;
  /** Members, by the object's number and the name; null while it is being worked out. */
  readonly members: Map<number, Map<string, Value | null>>;
  /** Whether collections are known to be small. */
  readonly sizes: Map<number, boolean | null>;
  readonly entryNames: Map<number, EntryNames | null>;
  /** What functions do, by frame, or by the function where it is in none; null while it is being worked out. */
  readonly timelines: Map<RunKey, Worked>;
  /** Functions that have been interpreted in some frame. */
  readonly entered: Set<FunctionId>;
  /** The functions that are being interpreted inside one another, and how far up a cycle among them reaches. */
  readonly calls: {
    depth: number; reaches: number; readonly partial: RunKey[]; readonly active: Map<FunctionId, readonly number[]>;
    /** What was worked out inside a cycle before. */
    readonly again: Set<RunKey>;
  };
  /** What each function has been given: all together, by their numbers, and the handles alone. */
  readonly contexts: Map<FunctionId, Readonly<{ contexts: Set<string>; handles: Set<number> }>>;
  /** Calls by the name of what they call, and those of functions and classes that have been asked for. */
  readonly callers: { named: ReadonlyMap<string, readonly NamedCall[]> | null; readonly found: Map<FunctionId | ClassId, readonly CallSite[] | null> };
  /** Whether values carry something that tells calls apart. */
  readonly telling: Map<number, boolean | null>;
  implementors: ReadonlyMap<string, readonly Implementor[]> | null;
  /** Functions that could not be worked out, and why. */
  readonly failures: Readonly<{ file: FilePath; message: string }>[];
};

export function createEngine(program: Program, catalog: Catalog): Engine {
  const interner = createInterner();
  return {
    program: rememberingLast(program), catalog, interner, unknown: interner.value({ kind: "unknown" }), depth: 0, typeDepth: 0, typeIds: new WeakMap(), typeCount: 0,
    cycles: { underway: [], reaches: Infinity, partial: [], again: new WeakMap() },
    calls: { depth: 0, reaches: Infinity, partial: [], active: new Map(), again: new Set() },
    memo: new Map(), types: new Map(), returns: new Map(), working: new Map(), contexts: new Map(), members: new Map(), sizes: new Map(), entryNames: new Map(),
    timelines: new Map(), entered: new Set(), callers: { named: null, found: new Map() }, telling: new Map(), implementors: null, failures: [],
  };
}

/** Most questions are about the file that was asked about before. */
function rememberingLast(program: Program): Program {
  let last: Readonly<{ file: FilePath; index: ModuleIndex }> | null = null;
  const module = (file: FilePath): ModuleIndex | null => {
    if (last?.file === file) return last.index;
    const index = program.module(file);
    if (index) last = { file, index };
    return index;
  };
  return { ...program, module };
}

/** After a function could not be worked out, which may have been anywhere in the work: what was unfinished is as if it had not begun. */
export function abandon(engine: Engine): void {
  Object.assign(engine, { depth: 0, typeDepth: 0 });
  Object.assign(engine.calls, { depth: 0, reaches: Infinity });
  engine.calls.partial.length = 0;
  engine.cycles.reaches = Infinity;
  engine.cycles.underway.length = 0;
  engine.cycles.partial.length = 0;
  engine.calls.active.clear();
  engine.working.clear();
  for (const [key, { timeline }] of engine.timelines) if (!timeline) engine.timelines.delete(key);
}

export function fileOf(id: FunctionId | ClassId): FilePath {
  const known = files.get(id);
  if (known !== undefined) return known;
  const file = id.slice(0, id.indexOf("#")) as FilePath;
  if (files.size > MOST_FILES) files.clear();
  files.set(id, file);
  return file;
}

/** Asked for with every step: a part of a string that is cut out anew has to be read anew by everyone who looks it up. */
const MOST_FILES = 500_000;
const files = new Map<FunctionId | ClassId, FilePath>();

export function functionOf(engine: Engine, fn: FunctionId): IrFunction | null {
  return engine.program.module(fileOf(fn))?.module.functions[fn] ?? null;
}

export function classOf(engine: Engine, cls: ClassId): IrClass | null {
  return engine.program.module(fileOf(cls))?.module.classes[cls] ?? null;
}

/** The call that stands there, or behind an `await` there. */
export const callAt = (engine: Engine, { file, start, end }: Span): Readonly<{ node: CallNode; fn: FunctionId }> | null =>
  engine.program.module(file)?.calls.find(({ node }) => node.end === end && node.start >= start) ?? null;

/** The call that a handle comes from: its origin is the place, or says what else is known. */
export function callFrom({ program }: Engine, origin: string): Readonly<{ node: CallNode; fn: FunctionId }> | null {
  const [, file, start] = /^(.+):(\d+)$/.exec(origin) ?? [];
  return file === undefined ? null : (program.module(filePath(file))?.calls.find(({ node }) => node.start === Number(start)) ?? null);
}

/** The object whose method a call calls. */
export function receiverOf(engine: Engine, file: FilePath, { callee }: CallNode): ValueId | null {
  const method = definitionOf(engine, file, callee);
  return method?.by === "node" && method.node.kind === "member" ? method.node.object : null;
}

/** Where a value is made first. */
export function definitionOf(engine: Engine, file: FilePath, value: ValueId): Definition | null {
  return firstDefinition(engine.program.module(file), value);
}

/** The literal that a record or list value stands for. */
export function literalOf(engine: Engine, value: Readonly<{ file: FilePath; node: ValueId }>): Extract<IrNode, { kind: "aggregate" }> | null {
  const definition = definitionOf(engine, value.file, value.node);
  return definition?.by === "node" && definition.node.kind === "aggregate" ? definition.node : null;
}

const DEEPEST = 400;

/** Works something out once; what leads back to itself, or too deep, is `otherwise` there. */
export function once<Key, T>(engine: Engine, known: Map<Key, T | null>, key: Key, otherwise: T, work: () => T): T {
  const before = known.get(key);
  if (before === null) return underwayAlready(engine, known, key, otherwise);
  if (before !== undefined) return before;
  if (engine.depth > DEEPEST) return tooDeep(engine, otherwise);
  engine.depth++;
  const found = workOut(engine, known, key, work);
  engine.depth--;
  return found;
}

/** What lacks this answer is asked for again when it is nearer. */
function tooDeep<T>(engine: Engine, otherwise: T): T {
  engine.cycles.reaches = -1;
  return otherwise;
}

function underwayAlready<T>(engine: Engine, known: unknown, key: unknown, otherwise: T): T {
  const { underway } = engine.cycles;
  const head = underway.findLastIndex((one) => one.known === known && one.key === key);
  if (head >= 0) engine.cycles.reaches = Math.min(engine.cycles.reaches, head);
  return otherwise;
}

/** What was worked out inside a cycle lacks what its head is: it is worked out anew, once, when it is asked for again. */
function workOut<Key, T>(engine: Engine, known: Map<Key, T | null>, key: Key, work: () => T): T {
  const { cycles } = engine;
  const at = cycles.underway.length;
  const { reaches: outer } = cycles;
  const since = cycles.partial.length;
  const one: Underway = { known: known, key };
  cycles.underway.push(one);
  cycles.reaches = Infinity;
  known.set(key, null);
  const found = work();
  cycles.underway.length = at;
  known.set(key, found);
  if (cycles.reaches >= at || at === 0) {
    if (cycles.partial.length > since) for (const partial of cycles.partial.splice(since)) partial.known.delete(partial.key);
    cycles.reaches = Infinity;
  } else if (isFirst(cycles.again, one)) cycles.partial.push(one);
  cycles.reaches = Math.min(outer, cycles.reaches);
  return found;
}

function isFirst(again: Engine["cycles"]["again"], { known, key }: Underway): boolean {
  const keys = again.get(known) ?? new Set();
  again.set(known, keys);
  const first = !keys.has(key);
  keys.add(key);
  return first;
}

/** The frame of one function among those that surround a place. */
export function frameOf(env: Env | null, fn: FunctionId): Env | null {
  for (let at = env; at; at = at.parent) if (at.fn === fn) return at;
  return null;
}

export function unionOf(engine: Engine, values: readonly Value[]): Value {
  const [first] = values;
  if (values.length <= 1) return first ?? engine.unknown;
  const flat = values.flatMap((value) => (value.kind === "union" ? value.of : [value]));
  const distinct = [...new Map(flat.map((value) => [likeness(value), value])).values()];
  const known = distinct.filter((value) => value.kind !== "unknown" && value.kind !== "named");
  const kept = known.length === 0 ? distinct : distinct.some(isUnseen) ? known.map((value) => perhaps(engine, value)) : known;
  if (kept.length <= 1) return kept[0] ?? engine.unknown;
  return engine.interner.value({ kind: "union", of: kept.slice(0, MOST) });
}

const MOST = 6;

const isUnseen = (value: Value): boolean =>
  value.kind === "unknown" || value.kind === "named" || isUnmodelled(value) || (value.kind === "typed" && value.handle?.is === "unknown");

/** `tx ?? db`, where the first cannot be seen: the client, if it is not something else. */
export function perhaps(engine: Engine, value: Value): Value {
  if (value.kind !== "typed" || value.handle?.is !== "root" || value.handle.perhaps) return value;
  return engine.interner.value({ ...value, handle: { ...value.handle, perhaps: true } });
}

/** A variable that is given one of several clients, by configuration, stands for one of them: which, makes no difference here. */
function likeness(value: Value): number | string {
  if (value.kind !== "typed" || value.handle === null || value.handle.is === "transaction") return value.id;
  const { library, type, table, query, acts, list, handle } = value;
  return `${library}:${type} ${table ?? ""} ${query?.site ? `${query.site.file}:${query.site.start} ${query.verb}` : query ? value.id : ""} ${acts ?? ""} ${list} ${handle.is} ${handle.scope ?? ""}`;
}

/** Nothing that an annotation or a caller would not say better. */
export const isVague = (value: Value): boolean =>
  value.kind === "unknown" || value.kind === "named" || value.kind === "method" || value.kind === "elsewhere" || isUnmodelled(value);

/** What a library's function gave of which no model speaks. */
export const isUnmodelled = (value: Value): boolean => value.kind === "external" && value.path.at(-1) === "()";

/** `null`, `undefined`, `None`. */
export const isNothing = (value: Value): boolean => value.kind === "constant" && value.value === null;

/** One value or the alternatives of a union. */
export const alternatives = (value: Value): readonly Value[] => (value.kind === "union" ? value.of : [value]);

export const constant = (engine: Engine, value: string | number | boolean | null): Value => engine.interner.value({ kind: "constant", value });

/** A known string: a constant, or text without holes. */
export function stringOf(value: Value): string | null {
  if (value.kind === "constant" && typeof value.value === "string") return value.value;
  if (value.kind === "text" && value.parts.every((part) => part !== null)) return value.parts.join("");
  return null;
}
