/** Unique keys of tables that migrations build with calls: Knex (and what runs on it) and Kysely. */
import type { FunctionId } from "../ir/nodes.ts";
import type { ModuleIndex } from "../passes/program/module-index.ts";
import type { KeyColumn, TableKeys, UniqueKey } from "./table-keys.ts";
import { callsIn, linksOf, returnsOf, termOf, textIn, textsIn, type CallTerm, type Link } from "./term.ts";

export const BUILDER_HINT = /\.(?:createTable|alterTable|createTableIfNotExists|table|createIndex)\(/;

const CREATING: ReadonlySet<string> = new Set(["createTable", "createTableIfNotExists"]);
const CHANGING: ReadonlySet<string> = new Set(["table", "alterTable"]);

export function readTableBuilders(index: ModuleIndex): readonly TableKeys[] {
  const chains = wholeChains(index.calls.flatMap(({ node, fn }) => {
    const term = termOf(index, node.into);
    return term.kind === "call" && !undoes(index, fn) ? [term] : [];
  }));
  return chains.flatMap((links) => [...withCallbacks(index, links), ...ofChain(index, links)]);
}

/** What a migration's way back does is not what holds. */
const undoes = (index: ModuleIndex, fn: FunctionId): boolean => index.module.functions[fn]?.name === "down";

/** Chains that are not the beginning of a longer one. */
function wholeChains(calls: readonly CallTerm[]): readonly (readonly Link[])[] {
  const chains = calls.map((call) => linksOf(call));
  const inner = new Set(chains.flatMap((links) => links.slice(0, -1).flatMap((link) => link.call?.node ?? [])));
  return chains.filter((links) => {
    const last = links.at(-1)?.call;
    return last !== null && last !== undefined && !inner.has(last.node);
  });
}

/** `schema.createTable("users", (t) => { t.string("email").unique(); })` */
function withCallbacks(index: ModuleIndex, links: readonly Link[]): readonly TableKeys[] {
  return links.flatMap(({ name, call }): readonly TableKeys[] => {
    const table = textIn(call?.args[0]);
    const body = call?.args[1];
    if (!call || table === null || body?.kind !== "function" || !(CREATING.has(name) || CHANGING.has(name))) return [];
    const keys = wholeChains(callsIn(index, body.fn)).flatMap(rowKeys);
    return [{ names: [table], keys, whole: CREATING.has(name) }];
  });
}

/** One statement on the table: `t.increments("id")`, `t.string("email").unique()`, `t.unique(["a", "b"])`. */
function rowKeys(links: readonly Link[]): readonly UniqueKey[] {
  const [, first, ...others] = links;
  if (!first?.call || links[0]?.call) return [];
  if (first.name === "unique" || first.name === "primary") {
    const columns = textsIn(first.call.args[0]);
    return columns.length > 0 ? [key(columns.map((one) => [one]), first.name === "primary")] : [];
  }
  const column = textIn(first.call.args[0]) ?? (first.name.endsWith("ncrements") ? "id" : null);
  if (column === null) return [];
  const primary = first.name.endsWith("ncrements") || others.some((link) => link.call && link.name === "primary");
  return primary || others.some((link) => link.call && link.name === "unique") ? [key([[column]], primary)] : [];
}

const key = (columns: readonly KeyColumn[], primary: boolean, partial = false): UniqueKey => ({ columns, primary, partial });

/** `schema.createTable("users").addColumn("email", "text", (c) => c.unique())`, `schema.createIndex("x").on("users").columns([…]).unique()`. */
function ofChain(index: ModuleIndex, links: readonly Link[]): readonly TableKeys[] {
  const start = links.findIndex(({ name, call }) => call && call.args[1] === undefined && (CREATING.has(name) || CHANGING.has(name) || name === "createIndex"));
  const opening = links[start];
  if (!opening?.call) return [];
  const after = links.slice(start + 1);
  if (opening.name === "createIndex") return indexOf(after);
  const table = textIn(opening.call.args[0]);
  if (table === null) return [];
  return [{ names: [table], keys: after.flatMap((link) => columnKeys(index, link)), whole: CREATING.has(opening.name) }];
}

function columnKeys(index: ModuleIndex, { name, call }: Link): readonly UniqueKey[] {
  if (!call) return [];
  if (name === "addUniqueConstraint" || name === "addPrimaryKeyConstraint")
    return [
      key(
        textsIn(call.args[1]).map((one) => [one]),
        name === "addPrimaryKeyConstraint",
      ),
    ];
  const column = name === "addColumn" ? textIn(call.args[0]) : null;
  const build = call.args[2];
  if (column === null || build?.kind !== "function") return [];
  const names = returnsOf(index, build.fn).flatMap((term) => linksOf(term).map((link) => link.name));
  const primary = names.includes("primaryKey");
  return primary || names.includes("unique") ? [key([[column]], primary)] : [];
}

function indexOf(links: readonly Link[]): readonly TableKeys[] {
  const argument = (...names: readonly string[]) => links.find((link) => names.includes(link.name))?.call?.args[0];
  const table = textIn(argument("on"));
  const columns = textsIn(argument("column", "columns"));
  if (table === null || columns.length === 0 || !links.some((link) => link.name === "unique")) return [];
  return [{ names: [table], keys: [key(columns.map((one) => [one]), false, links.some((link) => link.name === "where"))], whole: false }];
}
