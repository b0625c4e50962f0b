/** The statement that a call makes or adds to, from the words of a model and from SQL text. */
import type { Source, Statement } from "../../models/schema.ts";
import { beginTogether } from "../../source.ts";
import { readSql } from "../../sql.ts";
import type { Query, Value } from "../../values/value.ts";
import { alternatives, callAt, isNothing, receiverOf, type Engine } from "../program/engine.ts";
import { callBehind } from "../interpret/blocks.ts";
import { reveal } from "./evaluate-import.ts";
import { memberOf } from "./evaluate-member.ts";
import { columnsOf, givenArguments, isColumn, readSource, tableOf, type LibraryCall, type Reading, valueAt } from "./arguments.ts";

export const EMPTY: Query = {
  verb: "unknown", tables: [], keys: [], values: [], conflict: false, locks: "none", gives: "rows", rowsAt: [], rows: null, bulk: false, limited: false,
  control: null, sleeps: false, site: null,
};

export function buildQuery(engine: Engine, statement: Statement, call: LibraryCall, base: Query | null): Query {
  const start = base ?? { ...EMPTY, site: call.site };
  const text = statement.sql ? sqlQuery(engine, call, statement.sql, start, statement.before ?? "") : start;
  const table = tableFrom(engine, statement, call);
  return {
    ...text,
    verb: statement.saves ? savedAs(engine, statement, call) : (statement.verb ?? text.verb),
    rows: statement.rows ? `${call.library}:${statement.rows}` : text.rows,
    ...(statement.preloads ? { preloaded: `${call.library}:${statement.preloads}` } : {}),
    tables: tablesNamed(table, text.tables, () => tablesOfColumns(engine, statement, call)),
    keys: union(text.keys, columns(engine, call, statement.keys)),
    values: union(text.values, columns(engine, call, statement.values)),
    conflict: text.conflict || statement.conflict === true || [statement.conflictIf ?? []].flat().some((one) => says(engine, call, one)),
    locks: statement.locks ?? (says(engine, call, statement.locksIf) ? "rows" : text.locks),
    gives: counts(engine, call) ? "count" : (statement.gives ?? text.gives),
    rowsAt: statement.rowsAt ?? text.rowsAt,
    bulk: text.bulk || isBulk(engine, call, statement.bulk),
    limited: text.limited || isLimited(engine, call, statement.limit),
    site: base === null || statement.verb ? call.site : text.site,
    ...(statement.staged ? { staged: true } : {}),
    unique: statement.unique ?? text.unique ?? false,
    spares: statement.spares ? { ...statement.spares, at: call.site } : (text.spares ?? null),
    inBulk: statement.inBulk ? { ...statement.inBulk, at: call.site } : (text.inBulk ?? null),
  };
}

/** A number is asked for, not rows: `select(count())`. */
const counts = (engine: Engine, { given }: LibraryCall): boolean =>
  given.positional.length === 1 &&
  alternatives(given.positional[0] ?? engine.unknown).some(
    (one) => one.kind === "typed" && engine.catalog.type(one.library, one.type)?.counts === true,
  );

const union = (a: readonly string[], b: readonly string[]): readonly string[] => (b.length === 0 ? a : [...new Set([...a, ...b])]);

function columns(engine: Engine, call: LibraryCall, source: Source | undefined): readonly string[] {
  if (!source) return [];
  if (source.argument === "all")
    return [...call.given.positional.flatMap((value) => columnsOf(engine, value)), ...[...call.given.named.keys()].map(columnOfKeyword)];
  const value = valueAt(engine, call.given, source);
  return value ? columnsOf(engine, value) : [];
}

/** `email__iexact=…` is about the column `email`. */
const columnOfKeyword = (name: string): string => name.replace(/__.*$/, "");

function tableFrom(engine: Engine, statement: Statement, call: LibraryCall): string | null {
  if (statement.table === undefined) return null;
  if (statement.table === "receiver") return call.receiver ? tableOf(engine, call.receiver) : null;
  const reading = readSource(engine, call.given, statement.table);
  // A row of which nothing is known but the name of what holds it does not tell its table.
  if (reading.state !== "known" || (statement.saves && reading.value.kind === "method")) return null;
  return tableOf(engine, reading.value);
}

function tablesNamed(table: string | null, before: readonly string[], otherwise: () => readonly string[]): readonly string[] {
  if (table !== null) return [table, ...before.filter((one) => one !== table)];
  return before.length > 0 ? before : otherwise();
}

/** Where nothing else names the table, a condition about one of its columns does. */
function tablesOfColumns(engine: Engine, statement: Statement, call: LibraryCall): readonly string[] {
  const column = statement.keys ? call.given.positional.flatMap(alternatives).find((value) => isColumn(engine, value)) : undefined;
  const table = column ? tableOf(engine, column) : null;
  return table === null ? [] : [table];
}

/** An option that is there and not plainly off. */
function says(engine: Engine, call: LibraryCall, source: Source | undefined): boolean {
  if (!source) return false;
  const reading = readSource(engine, call.given, source);
  return reading.state === "known" && !(reading.value.kind === "constant" && !reading.value.value);
}

function isBulk(engine: Engine, call: LibraryCall, bulk: Statement["bulk"]): boolean {
  if (bulk === undefined) return false;
  if (bulk === "always") return true;
  const reading = readSource(engine, call.given, bulk);
  return reading.state === "known" && alternatives(reading.value).some((one) => one.kind === "list" || one.kind === "tuple" || one.kind === "bounded");
}

function isLimited(engine: Engine, call: LibraryCall, limit: Statement["limit"]): boolean {
  if (limit === undefined) return false;
  return typeof limit === "number" || says(engine, call, limit);
}

/** Saving inserts what the program made and updates what it loaded; what it cannot tell is taken as loaded. */
function savedAs(engine: Engine, statement: Statement, call: LibraryCall): "insert" | "update" {
  const value = savedValue(engine, statement, call);
  const madeWith = typeof statement.saves === "object" ? givenWhenMade(engine, call, statement.saves.unlessMadeWith) : null;
  if (madeWith) return madeWith.state === "absent" || (madeWith.state === "known" && isNothing(madeWith.value)) ? "insert" : "update";
  return value !== null && alternatives(value).some((one) => isNew(engine, one)) && !alternatives(value).some((one) => one.kind === "result") ? "insert" : "update";
}

/** What the call was given that made the object which is saved, where it stands in the same function. */
function givenWhenMade(engine: Engine, { site }: LibraryCall, source: Source): Reading | null {
  const place = { file: site.file, env: null };
  const node = callAt(engine, site)?.node;
  const object = node ? receiverOf(engine, site.file, node) : null;
  const made = object === null ? null : callBehind(engine, place, object);
  return made && readSource(engine, givenArguments(engine, place, made.args), source);
}

/** What a statement writes: what stands among the arguments, or the receiver itself. */
function savedValue(engine: Engine, statement: Statement, call: LibraryCall): Value | null {
  return statement.values ? valueAt(engine, call.given, statement.values) : call.receiver;
}

/** Whether the program made the row itself. */
export function isNew(engine: Engine, value: Value): boolean {
  if (value.kind === "list") return isNew(engine, memberOf(engine, value, "0"));
  if (value.kind === "typed" && value.made !== null) return value.made;
  // One that only an annotation speaks of may have been loaded.
  if (value.kind === "instance") return value.args !== null;
  if (value.kind === "record" || value.kind === "fields") return true;
  return value.kind === "typed" && value.query === null && engine.catalog.type(value.library, value.type)?.is === undefined;
}

/** SQL text is read; a statement that was built elsewhere is taken as it is. */
function sqlQuery(engine: Engine, call: LibraryCall, source: Source, start: Query, before: string): Query {
  const reading = readSource(engine, call.given, source);
  if (reading.state !== "known") return start;
  const all = alternatives(reveal(engine, reading.value));
  for (const value of all) {
    if (value.kind === "typed" && value.query) return { ...lastStep(value.query, all), site: start.site };
    const parts = textParts(value);
    if (parts) return queryOfText([before, ...parts], start);
  }
  return start;
}

/** A statement that is put back into its variable with a clause more: `query = query.on_conflict_do_nothing()`. */
function lastStep(query: Query, all: readonly Value[]): Query {
  const next = query.conflict
    ? undefined
    : all.find((one) => one.kind === "typed" && one.query !== null && one.query.conflict && beginTogether(one.query.site, query.site));
  return next?.kind === "typed" ? (next.query ?? query) : query;
}

function textParts(value: Value): readonly (string | null)[] | null {
  if (value.kind === "text") return value.parts;
  return value.kind === "constant" && typeof value.value === "string" ? [value.value] : null;
}

export function queryOfText(parts: readonly (string | null)[], start: Query): Query {
  const read = readSql(parts);
  return {
    ...start,
    verb: read.verb,
    tables: read.tables,
    keys: read.keys,
    values: read.values,
    conflict: read.conflict,
    locks: read.locks,
    bulk: read.several,
    limited: read.limited,
    control: read.control,
    sleeps: read.sleeps,
    ...(read.sets.length > 0 ? { sets: read.sets } : {}),
    gives: read.count ? "count" : start.gives,
  };
}
