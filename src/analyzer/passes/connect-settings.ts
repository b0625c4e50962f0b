/** What a connection is told when it is made: its limits and timeouts, as far as the call states them. */
import type { Settings, Setting } from "../facts.ts";
import { engineNamed } from "../models/engines.ts";
import type { Connect, PoolOptions } from "../models/schema.ts";
import type { Value } from "../values/value.ts";
import { stringOf, type Engine } from "./engine.ts";
import { evaluate } from "./evaluate.ts";
import { readSource, type LibraryCall, type Reading } from "./arguments.ts";

const NAMES = ["max", "acquireTimeout", "statementTimeout", "lockTimeout", "idle", "busyTimeout", "wal", "prepares", "readOnly"] as const;

/** Only what the library's model says that can be set. */
export function settingsOf(engine: Engine, call: LibraryCall, options: PoolOptions | undefined): Settings {
  const entries = NAMES.flatMap((name) => {
    const sources = options?.[name];
    if (!sources || sources.length === 0) return [];
    const unit = TIMEOUTS.has(name) && options.inSeconds ? 1000 : 1;
    return [[name, settingOf(sources.map((source) => readSource(engine, call.given, source)), unit)] as const];
  });
  return Object.fromEntries(entries);
}

const TIMEOUTS: ReadonlySet<string> = new Set(["statementTimeout", "lockTimeout", "busyTimeout"]);

function settingOf(readings: readonly Reading[], unit: number): Setting {
  const set = readings.find((one) => one.state === "known");
  if (set?.state === "known") {
    const { value } = set;
    if (value.kind === "constant" && (value.value === null || value.value === undefined)) return { state: "absent", value: null };
    return { state: "set", value: value.kind === "constant" && typeof value.value === "number" ? value.value * unit : null };
  }
  return { state: readings.some((one) => one.state === "unknown") ? "unknown" : "absent", value: null };
}

/** The file or URL, if it is written in the source. */
export function addressOf(engine: Engine, call: LibraryCall, options: PoolOptions | undefined): string | null {
  const reading = options?.address ? readSource(engine, call.given, options.address) : null;
  return reading?.state === "known" ? stringOf(reading.value) : null;
}

/** The database behind a library that serves several, as its options name it. */
export function engineOf(engine: Engine, call: LibraryCall, connects: Connect): Connect["engine"] {
  if (connects.engine !== null) return connects.engine;
  for (const source of connects.options?.dialect ?? []) {
    const reading = readSource(engine, call.given, source);
    const text = reading.state === "known" ? stringOf(reading.value) : null;
    const found = text === null ? null : engineNamed(text);
    if (found) return found;
  }
  const scheme = addressOf(engine, call, connects.options)?.match(/^(\w+)[+:]/)?.[1];
  return scheme === undefined ? null : engineNamed(scheme);
}

/** Its statements are told to commit one by one: by an option, or by a member that is set right after. */
export function commitsAlone(engine: Engine, { commitsAlone: ways = [] }: Connect, call: LibraryCall): boolean {
  return ways.some(({ option, member, is }) => {
    const reading = option ? readSource(engine, call.given, option) : null;
    if (reading?.state === "known" && isConstant(reading.value, is)) return true;
    return member !== undefined && storedLater(engine, call, member).some((value) => isConstant(value, is));
  });
}

const isConstant = (value: Value, is: string | number | boolean | null): boolean => value.kind === "constant" && value.value === is;

function storedLater(engine: Engine, { site }: LibraryCall, member: string): readonly Value[] {
  const index = engine.program.module(site.file);
  const made = index?.calls.find(({ node }) => node.start === site.start && node.end === site.end)?.node.into;
  const stored = made === undefined ? undefined : index?.stores.get(made)?.get(member);
  return (stored ?? []).map((value) => evaluate(engine, { file: site.file, env: null }, value));
}
