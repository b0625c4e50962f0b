/** What a connection is told when it is made: its limits and timeouts, as far as the call states them. */
import type { Settings, Setting } from "../../facts.ts";
import { engineNamed } from "../../models/engines.ts";
import { qualify } from "../../models/catalog.ts";
import type { FilePath } from "../../source.ts";
import type { ValueId } from "../../ir/nodes.ts";
import type { Connect, PoolOptions, Source, Way } from "../../models/schema.ts";
import type { Value } from "../../values/value.ts";
import { isRecord, isVariableOfProcess, readSource, valueAt, type LibraryCall, type Reading } from "./arguments.ts";
import { alternatives, callAt, definitionOf, isNothing, stringOf, type Engine } from "../program/engine.ts";
import { evaluate } from "./evaluate.ts";
import { reveal } from "./evaluate-import.ts";

const NAMES = [
  "max", "acquireTimeout", "statementTimeout", "lockTimeout", "idle", "busyTimeout", "transactionTimeout", "wal", "prepares", "readOnly",
  "migrations",
] as const;

/** Only what the library's model says that can be set. */
export function settingsOf(engine: Engine, call: LibraryCall, options: PoolOptions | undefined): Settings {
  const entries = NAMES.flatMap((name) => {
    const sources = options?.[name];
    if (!sources || sources.length === 0) return [];
    const unit = TIMEOUTS.has(name) && options.inSeconds ? 1000 : 1;
    return [[name, settingOf(sources.map((source) => unlessHandedOn(engine, call, source)), unit)] as const];
  });
  return Object.fromEntries(entries);
}

/** Nothing is what a parameter holds where its function's caller gives nothing: who gives something is not known. */
function unlessHandedOn(engine: Engine, call: LibraryCall, source: Source): Reading {
  const reading = readSource(engine, call.given, source);
  const handed =
    reading.state === "known" &&
    isNothing(reading.value) &&
    callAt(engine, call.site)?.node.args.some(({ name, value }) => name === source.argument && isParameter(engine, call.site.file, value));
  return handed ? { state: "unknown" } : reading;
}

function isParameter(engine: Engine, file: FilePath, value: ValueId, depth = 0): boolean {
  const definition = definitionOf(engine, file, value);
  if (definition?.by === "parameter") return true;
  return (
    depth < 4 &&
    definition?.by === "node" &&
    definition.node.kind === "assign" &&
    definition.node.from.some((one) => isParameter(engine, file, one, depth + 1))
  );
}

const TIMEOUTS: ReadonlySet<string> = new Set(["statementTimeout", "lockTimeout", "busyTimeout", "transactionTimeout"]);

function settingOf(readings: readonly Reading[], unit: number): Setting {
  const set = readings.find((one) => one.state === "known");
  if (set?.state === "known") {
    const { value } = set;
    if (isNothing(value)) return { state: "absent", value: null };
    return { state: "set", value: value.kind === "constant" && typeof value.value === "number" ? value.value * unit : null };
  }
  return { state: readings.some((one) => one.state === "unknown") ? "unknown" : "absent", value: null };
}

/** `poolclass=NullPool` */
export function isUnpooled(engine: Engine, { given }: LibraryCall, options: PoolOptions | undefined): boolean {
  const value = options?.unpooled && valueAt(engine, given, options.unpooled.option);
  return value?.kind === "external" && value.path.at(-1) === options?.unpooled?.is;
}

/** The file or URL, as far as it is written in the source: what is known only at run time is left out ("…"), variables of the process keep their names. */
export function addressOf(engine: Engine, call: LibraryCall, options: PoolOptions | undefined): string | null {
  const found = addressReadings(engine, call, options).find((one) => one.state === "known");
  return found?.state === "known" ? writtenAddress(found.value) : null;
}

/** A database of its own in memory, which nobody else could be given. */
export const isInMemory = ({ engine, address }: Readonly<{ engine: Connect["engine"]; address: string | null }>): boolean =>
  engine === "sqlite" && address !== null && (/^sqlite(?:\+\w+)?:\/\/$/.test(address) || /:memory:|mode=memory\b/.test(address));

/** The library knows where the database is, and is told nothing else. */
export const isByDefault = (engine: Engine, call: LibraryCall, options: PoolOptions | undefined): boolean =>
  options?.defaultAddress === true && addressReadings(engine, call, options).every(({ state }) => state === "absent");

const addressReadings = (engine: Engine, call: LibraryCall, options: PoolOptions | undefined): readonly Reading[] =>
  [options?.address ?? []]
    .flat()
    .map((source) => readSource(engine, call.given, source))
    .map((one) => (one.state === "known" ? { ...one, value: reveal(engine, one.value) } : one));

function writtenAddress(value: Value): string | null {
  if (value.kind === "text") return value.parts.some((part) => part !== null && part !== "") ? value.parts.map((part) => part ?? "…").join("") : null;
  const variable = variableOf(value) ?? (value.kind === "union" ? (value.of.map(variableOf).find((one) => one !== null) ?? null) : null);
  return stringOf(value) ?? variable;
}

/** `process.env.DATABASE_URL`, as it is written. */
const variableOf = (value: Value): string | null => (isVariableOfProcess(value) ? `$${value.path.join(".")}` : null);

/** The database behind a library that serves several, as its options name it. */
export function engineOf(engine: Engine, call: LibraryCall, connects: Connect): Connect["engine"] {
  if (connects.engine !== null) return connects.engine;
  const found = dialects(engine, call, connects.options).map((one) => nameOf(one)).find((one) => one !== null);
  const scheme = addressOf(engine, call, connects.options)?.match(/^(\w+)[+:]/)?.[1];
  return found ?? (scheme === undefined ? null : engineNamed(scheme));
}

/** Whether its driver waits for locks without being told. */
export function waitsUntold(engine: Engine, call: LibraryCall, options: PoolOptions | undefined): boolean {
  const waits = options?.waitsByDefault ?? false;
  return typeof waits === "boolean" ? waits : dialects(engine, call, options).some((one) => waits.includes(stringOf(one) ?? ""));
}

/** One of several, of which the others are not known here. */
export const engineByDefault = (engine: Engine, call: LibraryCall, connects: Connect): Connect["engine"] =>
  dialects(engine, call, connects.options).flatMap(alternatives).map(nameOf).find((one) => one !== null) ?? null;

const dialects = (engine: Engine, call: LibraryCall, options: PoolOptions | undefined): readonly Value[] =>
  (options?.dialect ?? []).map((source) => readSource(engine, call.given, source)).flatMap((one) => (one.state === "known" ? [reveal(engine, one.value)] : []));

function nameOf(value: Value): Connect["engine"] {
  const text = stringOf(value);
  return text === null ? null : engineNamed(text);
}

/** Its statements are told to commit one by one: by an option, or by a member that is set right after. */
export function commitsAlone(engine: Engine, call: LibraryCall, type: string): boolean {
  return waysOf(engine, call.library, type).some(({ option, member, is }) => {
    const reading = option ? readSource(engine, call.given, option) : null;
    if (reading?.state === "known" && isConstant(reading.value, is)) return true;
    return member !== undefined && storedLater(engine, call, member).some((value) => isConstant(value, is));
  });
}

const waysOf = ({ catalog }: Engine, library: string, type: string): readonly Way[] =>
  catalog.lineage(...qualify(library, type)).find(({ model }) => model.commitsAlone !== undefined)?.model.commitsAlone ?? [];

/** The call says all of it. */
export const saysAll = (engine: Engine, { given }: Pick<LibraryCall, "given">, ways: readonly Way[]): boolean =>
  ways.every(({ option, is }) => {
    const reading = option ? readSource(engine, given, option) : null;
    return reading?.state === "known" && isConstant(reading.value, is);
  });

const isConstant = (value: Value, is: string | number | boolean | null): boolean => value.kind === "constant" && value.value === is;

function storedLater(engine: Engine, { site }: LibraryCall, member: string): readonly Value[] {
  const index = engine.program.module(site.file);
  const made = callAt(engine, site)?.node.into;
  const stored = made === undefined ? undefined : index?.stores.get(made)?.get(member);
  return (stored ?? []).map((value) => evaluate(engine, { file: site.file, env: null }, value));
}

/** Its options are written out, and what it cannot do without is not among them. */
export const lacksNeeded = (engine: Engine, { given }: LibraryCall, { needs }: Connect): boolean =>
  needs !== undefined && needs.every((source) => {
    const whole = valueAt(engine, given, { argument: source.argument });
    return whole !== null && alternatives(whole).every(isRecord) && readSource(engine, given, source).state === "absent";
  });

/** A client built round one that exists opens nothing. */
export function sharesHandle(engine: Engine, { given }: LibraryCall, { unless }: Connect): boolean {
  if (!unless) return false;
  const reading = readSource(engine, given, unless);
  // An option that takes nothing else may be an adapter of the program's own, or something that cannot be seen.
  if (unless.path && reading.state === "unknown") return true;
  const shares = (value: Value): boolean => (value.kind === "typed" ? value.handle !== null : unless.path !== undefined && ADAPTERS.has(value.kind));
  return reading.state === "known" && alternatives(reading.value).some(shares);
}

const ADAPTERS: ReadonlySet<Value["kind"]> = new Set(["instance", "record", "fields", "declared", "unknown"]);
