/** What a call of a library's API gives back. The effects it has besides are collected elsewhere; this is its value only. */
import { lastName } from "../../ir/names.ts";
import type { Action, Connect, OwnObject, Source, WrittenText } from "../../models/schema.ts";
import type { Handle, Query, Value } from "../../values/value.ts";
import { alternatives, callAt, constant, functionOf, stringOf, unionOf, type Engine } from "../program/engine.ts";
import { holdersOf, usesOf } from "../program/uses.ts";
import { isRecord, lacks, namesIn, readSource, tableOf, type Given, type LibraryCall, valueAt } from "./arguments.ts";
import { buildQuery } from "./build-query.ts";
import { addressOf, commitsAlone, engineOf, isInMemory } from "./connect-settings.ts";
import { evaluateImport, isOwnFolder } from "./evaluate-import.ts";
import { handleOf, instanceOfLibrary, typedValue } from "./evaluate-library.ts";
import { callValue } from "./evaluate-call.ts";
import { itemOf, memberNamed, memberOf } from "./evaluate-member.ts";
import { objectsCalledOn, ownObject } from "./own-objects.ts";
import { lastStatement } from "./last-statement.ts";
import { actorOf } from "../collections/registries.ts";
import { rowNamed } from "../classes/row-class.ts";
import { rowsBehind } from "../collections/rows-behind.ts";
import { answerFor } from "./truth.ts";

export const siteKey = (call: LibraryCall): string => `${call.site.file}:${call.site.start}`;

export function resultOfAction(engine: Engine, action: Action, call: LibraryCall): Value {
  if (action.gathers) return gathered(engine, gatheredList(engine, action.gathers.argument, call));
  if (action.bounds && isCut(action, call)) return engine.interner.value({ kind: "bounded", of: action.bounds === "part" ? "items" : "chunks" });
  if (action.fetches) return fetched(engine, action.fetches, call);
  if (action.picks) return picked(engine, action.picks, call);
  if (action.nothing) return constant(engine, null);
  if (action.imports) return importNamed(engine, action.imports, call);
  if (action.joins) return joined(engine, call);
  if (action.reads) return readMember(engine, action.reads, call);
  if (action.tests) return tested(engine, action.tests, call);
  const wrapped = wrap(engine, action, call);
  if (wrapped) return wrapped;
  const query = queryOfAction(engine, action, call);
  if (action.runs && query) return engine.interner.value({ kind: "result", query, via: [] });
  const returned = returnedValue(engine, action, call, query);
  if (returned) return returned;
  if (!query) return engine.unknown;
  if ((action.when ?? "called") === "called") return engine.interner.value({ kind: "result", query, via: [] });
  return typedValue(engine, call.library, "Statement", { handle: handleFor(engine, action, call), query, acts: "awaited" });
}

/** `items.slice(5)` leaves out the first few, `items.slice(-5)` all others. */
function isCut({ boundedBy }: Action, { given }: LibraryCall): boolean {
  if (boundedBy === undefined || given.open || given.positional.length > boundedBy) return true;
  const [start] = given.positional;
  return start?.kind === "constant" && typeof start.value === "number" && start.value < 0;
}

/** What a statement found that has been carried out already. */
function fetched(engine: Engine, gives: NonNullable<Action["fetches"]>, call: LibraryCall): Value {
  const query = receiverQuery(call.receiver) ?? lastStatement(engine, call);
  return query ? engine.interner.value({ kind: "result", query: { ...query, gives: query.gives === "count" ? "count" : gives }, via: [] }) : engine.unknown;
}

/** One of the rows that a collection was made of, or whether it is among them. */
function picked(engine: Engine, { gives, from, otherwise }: NonNullable<Action["picks"]>, call: LibraryCall): Value {
  const collection = from === "receiver" ? call.receiver : (call.given.positional[from] ?? null);
  const entry = collection && entryOf(engine, collection, call.given, otherwise);
  if (entry) return entry;
  const query = collection && rowsBehind(engine, collection);
  if (!query) return gives === "row" && collection ? actorOf(engine, collection) : engine.unknown;
  return gives === "boolean"
    ? engine.interner.value({ kind: "presence", query, found: true })
    : engine.interner.value({ kind: "result", query: { ...query, gives: "row" }, via: [] });
}

/** `options.get("session")`, `options.pop("commit", False)` */
function entryOf(engine: Engine, record: Value, given: Given, otherwise: Source | undefined): Value | null {
  const name = stringOf(given.positional[0] ?? engine.unknown);
  if (!isRecord(record) || name === null) return null;
  if (otherwise !== undefined && lacks(engine, record, name)) return valueAt(engine, given, otherwise) ?? constant(engine, null);
  return record.kind === "fields" && !namesIn(engine, record).known.includes(name) ? null : memberOf(engine, record, name);
}

/** `getattr(plugin, "deliver")`. */
function readMember(engine: Engine, { of, name }: NonNullable<Action["reads"]>, call: LibraryCall): Value {
  const object = valueAt(engine, call.given, of);
  const named = valueAt(engine, call.given, name);
  return (object && named && memberNamed(engine, object, named)) ?? engine.unknown;
}

/** A module that is named by a text which is known where the call is made. */
function importNamed(engine: Engine, named: NonNullable<Action["imports"]>, { given, site }: LibraryCall): Value {
  const value = valueAt(engine, given, named);
  const text = value && stringOf(value);
  return text === null ? engine.unknown : evaluateImport(engine, site.file, text, "=");
}

/** Below the folder of the file in which it stands, a path is written as that file names modules. */
function joined(engine: Engine, { given }: LibraryCall): Value {
  const parts = given.positional.map((value) => (isOwnFolder(engine, value) ? "." : stringOf(value)));
  const isKnown = !given.open && parts.every((part) => part !== null);
  return isKnown ? constant(engine, parts.join("/").replace(/\/(?:\.?\/)+/g, "/")) : engine.unknown;
}

/** `gather(a(), b())` takes its promises one by one, `gather(*many)` and `Promise.all(many)` as one list. */
function gatheredList(engine: Engine, argument: number | "all", call: LibraryCall): Value {
  if (argument === "all") return call.given.open ? engine.unknown : engine.interner.value({ kind: "tuple", items: call.given.positional });
  return call.given.positional[argument] ?? engine.unknown;
}

function tested(engine: Engine, tests: NonNullable<Action["tests"]>, call: LibraryCall): Value {
  const value = tests.of === "receiver" ? call.receiver : valueAt(engine, call.given, tests.of);
  return value ? answerFor(engine, settle(engine, value), tests.for === "something") : engine.unknown;
}

/** `db.transaction(fn)` of a synchronous driver, `cache(fn)`, `async_to_sync(fn)`: a function round a function. `cache(128)` takes one later. */
function wrap(engine: Engine, action: Action, call: LibraryCall): Value | null {
  const argument = action.memoizes?.argument ?? action.awaits ?? (action.opens?.until === "wrapped-returns" ? (action.opens.argument ?? 0) : null);
  const inner = argument === null ? undefined : call.given.positional[argument];
  return inner && inner.kind !== "constant"
    ? engine.interner.value({ kind: "wrapped", inner, action, library: call.library, receiver: call.receiver, site: call.site })
    : null;
}

/** The statement that the call makes, or that its receiver has built so far. */
export function queryOfAction(engine: Engine, action: Action, call: LibraryCall): Query | null {
  const base = receiverQuery(call.receiver);
  if (action.statement) return buildQuery(engine, action.statement, call, null);
  if (action.refines)
    return base || hasTable(call.receiver)
      ? buildQuery(engine, { table: "receiver", ...action.refines }, call, base)
      : buildQuery(engine, action.refines, call, base);
  return base;
}

const hasTable = (receiver: Value | null): boolean => receiver?.kind === "typed" && receiver.table !== null;

const receiverQuery = (receiver: Value | null): Query | null => (receiver?.kind === "typed" ? receiver.query : null);

function returnedValue(engine: Engine, action: Action, call: LibraryCall, query: Query | null): Value | null {
  const { returns } = action;
  const inner = action.opens?.until === "callback-returns" ? callbackIn(call) : null;
  if (inner) return settle(engine, callValue(engine, inner, [], call.site));
  if (returns === undefined) return action.refines && call.receiver ? withQuery(engine, call.receiver, query, action, call) : null;
  if (returns === "receiver") return call.receiver ? withQuery(engine, call.receiver, query, action, call) : null;
  if (returns === "settled") return call.receiver ? settle(engine, call.receiver) : null;
  if (typeof returns === "string") return newValue(engine, action, call, query, returns);
  if ("callback" in returns) {
    const callback = call.given.positional[returns.callback];
    if (!callback) return null;
    const given = settle(engine, callValue(engine, callback, [], call.site));
    // A generator is asked for what it yields.
    const isGenerator = callback.kind === "function" && functionOf(engine, callback.fn)?.isGenerator;
    return isGenerator ? itemOf(engine, given) : given;
  }
  if ("text" in returns) return writtenText(engine, returns, call);
  if ("own" in returns) return ownReturned(engine, returns, call);
  const reading = readSource(engine, call.given, "instance" in returns ? returns.instance : returns);
  if (reading.state !== "known") return engine.unknown;
  if ("instance" in returns) return objectOf(engine, reading.value);
  return action.iterates === undefined ? reading.value : settle(engine, reading.value);
}

/** Which object a method is called on stands where the call is written. */
function ownReturned(engine: Engine, own: OwnObject, { site }: LibraryCall): Value {
  const at = callAt(engine, site);
  return unionOf(engine, (at ? objectsCalledOn(engine, { file: site.file, env: null }, at) : []).map((one) => ownObject(engine, one, own, site)));
}

function writtenText(engine: Engine, { text, grows }: WrittenText, { given, site }: LibraryCall): Value {
  const [value] = given.positional;
  const index = engine.program.module(site.file);
  const written = callAt(engine, site)?.node.into;
  const holders = written === undefined ? [] : holdersOf(index, written);
  const isOpen = holders.some((one) => usesOf(index, one).some((use) => use.kind === "member" && use.property !== null && grows.includes(use.property)));
  return value === undefined || isOpen ? engine.unknown : engine.interner.value({ kind: "fields", entries: text.map((name) => [name, value]), open: true });
}

/** An object of the class that is given, or named. */
function objectOf(engine: Engine, value: Value): Value {
  if (value.kind === "class") return engine.interner.value({ kind: "instance", cls: value.cls, args: null, env: value.env });
  if (value.kind === "external") return instanceOfLibrary(engine, value, `type ${value.package}.${value.path.join(".")}`, null) ?? engine.unknown;
  const name = stringOf(value);
  return (name === null ? null : rowNamed(engine, lastName(name))) ?? engine.unknown;
}

/** A call that can be made with a callback gives what the callback gives. */
const callbackIn = (call: LibraryCall): Value | null => call.given.positional.flatMap(alternatives).find((value) => value.kind === "function") ?? null;

function withQuery(engine: Engine, receiver: Value, query: Query | null, action: Action, call: LibraryCall): Value {
  if (receiver.kind !== "typed") return receiver;
  const acts = action.when === "awaited" || action.when === "run" ? action.when : (receiver.acts ?? (query ? "awaited" : null));
  const table = (action.table ? tableFor(engine, action, call) : null) ?? receiver.table;
  return engine.interner.value({ ...receiver, query, acts, table, handle: handleFor(engine, action, call) });
}

function newValue(engine: Engine, action: Action, call: LibraryCall, query: Query | null, type: string): Value {
  const sent = action.statement !== undefined && (action.when ?? "called") === "called";
  const acts = query === null || sent ? null : action.when === "run" ? "run" : "awaited";
  const receiver = call.receiver?.kind === "typed" ? call.receiver : null;
  return typedValue(engine, call.library, type, {
    handle: newHandle(engine, action, call, type), query, acts, table: tableFor(engine, action, call) ?? query?.tables[0] ?? null,
    list: action.list ?? false, confidence: receiver?.confidence ?? "high",
  });
}

function tableFor(engine: Engine, action: Action, call: LibraryCall): string | null {
  if (action.table === undefined) return null;
  if (action.table === "receiver") return call.receiver ? tableOf(engine, call.receiver) : null;
  const value = valueAt(engine, call.given, action.table);
  return value && tableOf(engine, value);
}

/** The handle of what the call makes: a new client, a connection taken from it, a transaction begun, or the receiver's own. */
function newHandle(engine: Engine, action: Action, call: LibraryCall, type: string): Handle | null {
  if (action.existing) return handleOf(engine, call.library, type, `type ${call.library}.${type}`);
  const site = siteKey(call);
  const outer = receiverHandle(call.receiver) ?? handleFor(engine, action, call);
  const holds = action.opens?.until === "block-ends" && (action.opens.scope === "transaction" || action.opens.scope === "savepoint");
  if (holds) return outer?.is === "connection" ? outer : { is: "transaction", origin: outer?.origin ?? site, scope: site };
  if (action.connects) return existingHandle(engine, action, call) ?? openedHandle(engine, action.connects, call, type);
  if (action.transaction === "begin") return { is: "transaction", origin: outer?.origin ?? site, scope: site, ...takenFrom(outer) };
  const own = outer?.is === "root" ? handleOf(engine, call.library, type, site) : null;
  if (action.acquires) {
    const from = outer?.from ?? outer?.origin ?? `sessions of ${call.library}`;
    const { begins } = own ?? {};
    if (begins === undefined) return { is: "connection", origin: site, scope: null, from };
    return { is: "connection", origin: site, scope: null, from, ...(commitsAlone(engine, call, type) ? { alone: true } : { begins }) };
  }
  // A session of its own, made by a factory or taken from what gives one out.
  if (own?.is === "connection" && own.begins) return { ...own, from: outer?.from ?? outer?.origin ?? site };
  return handleFor(engine, action, call) ?? handleOf(engine, call.library, type, outer?.origin ?? site);
}

function openedHandle(engine: Engine, connects: Connect, call: LibraryCall, type: string): Handle {
  const handle = handleOf(engine, call.library, type, siteKey(call)) ?? { is: "root", origin: siteKey(call), scope: null };
  if (!handle.begins || !(commitsAlone(engine, call, type) || isOnlyItsOwn(engine, connects, call))) return handle;
  const { is, origin, scope } = handle;
  return { is, origin, scope, alone: true };
}

/** What happens in a database in memory keeps nobody waiting. */
const isOnlyItsOwn = (engine: Engine, connects: Connect, call: LibraryCall): boolean =>
  isInMemory({ engine: engineOf(engine, call, connects), address: addressOf(engine, call, connects.options) });

const takenFrom = (outer: Handle | null): Pick<Handle, "from"> => (outer?.from === undefined ? {} : { from: outer.from });

function existingHandle(engine: Engine, action: Action, call: LibraryCall): Handle | null {
  const value = valueAt(engine, call.given, action.connects?.unless);
  return value && handleIn(value);
}

export const receiverHandle = (receiver: Value | null): Handle | null => (receiver?.kind === "typed" ? receiver.handle : null);

/** The handle on which a call runs: what its options name, else its receiver's. */
export function handleFor(engine: Engine, action: Action, call: LibraryCall): Handle | null {
  for (const source of action.on ?? []) {
    const reading = readSource(engine, call.given, source);
    if (reading.state === "unknown") return perhapsJoined(receiverHandle(call.receiver));
    if (reading.state !== "known") continue;
    const handle = handleIn(reading.value);
    if (handle) return handle;
    if (alternatives(reading.value).some((value) => value.kind !== "constant")) return perhapsJoined(receiverHandle(call.receiver));
  }
  return receiverHandle(call.receiver);
}

/** Options that cannot be seen may name the transaction that is open. */
const perhapsJoined = (handle: Handle | null): Handle | null => (handle?.is === "root" ? { ...handle, joins: true } : handle);

/** The database handle that a value is or, as a house wrapper, carries. */
export function handleIn(value: Value): Handle | null {
  const typed = alternatives(value).find((one) => one.kind === "typed" && one.handle !== null);
  return typed?.kind === "typed" ? typed.handle : null;
}

/** What waiting for a value gives: a lazy statement is carried out, everything else is itself. */
export function settle(engine: Engine, value: Value): Value {
  if (value.kind === "union") return unionOf(engine, value.of.map((one) => settle(engine, one)));
  if (value.kind === "typed" && value.query && value.acts === "awaited") return engine.interner.value({ kind: "result", query: value.query, via: [] });
  return value;
}

function gathered(engine: Engine, list: Value): Value {
  if (list.kind === "tuple") return engine.interner.value({ kind: "tuple", items: list.items.map((item) => settle(engine, item)) });
  if (list.kind !== "list") return settle(engine, list);
  const items = Array.from({ length: 8 }, (_, i) => settle(engine, memberOf(engine, list, String(i))));
  return items.every((item) => item.kind === "unknown") ? settle(engine, itemOf(engine, list)) : engine.interner.value({ kind: "tuple", items });
}
