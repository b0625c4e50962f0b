/** Unique keys of tables that Drizzle declares: pgTable, mysqlTable, sqliteTable, and those of a schema or a creator of the project. */
import type { ModuleIndex } from "../passes/program/module-index.ts";
import type { KeyColumn, TableKeys, UniqueKey } from "./table-keys.ts";
import { entry, isOn, linksOf, nameIn, returnsOf, sourceOf, termOf, textIn, variablesOf, type CallTerm, type Link, type Term } from "./term.ts";

export const DRIZZLE_HINT = /drizzle-orm\/|\b(?:pg|mysql|sqlite|singlestore)Table(?:Creator)?\b|\bcreateTable\(/;

export function readDrizzleTables(index: ModuleIndex): readonly TableKeys[] {
  const variables = variablesOf(index);
  return index.calls.flatMap(({ node }): readonly TableKeys[] => {
    const call = termOf(index, node.into);
    return call.kind === "call" && isTable(call) ? readTable(index, call, variables.get(call.node) ?? null) : [];
  });
}

/** `pgTable(…)`, `pgSchema("x").table(…)`, and what `pgTableCreator(…)` gave. */
function isTable({ callee }: CallTerm): boolean {
  if (sourceOf(callee)?.startsWith("drizzle-orm") !== true) return false;
  const links = linksOf(callee);
  const root = links[0]?.name ?? "";
  const last = links.at(-1)?.name ?? "";
  if (links.length === 1) return /^\w+Table$/.test(root) || (/^\w+TableCreator$/.test(root) && callee.kind === "call");
  return last === "table" || /^\w+Table$/.test(last);
}

function readTable(index: ModuleIndex, call: CallTerm, variable: string | null): readonly TableKeys[] {
  const [name, shape, extra] = call.args;
  const text = textIn(name);
  const columns = shape?.kind === "function" ? returnsOf(index, shape.fn)[0] : shape;
  if (columns?.kind !== "record" || (text === null && variable === null)) return [];
  const named = new Map<string, KeyColumn>();
  const keys: UniqueKey[] = [];
  for (const [property, term] of columns.entries) {
    const links = linksOf(term);
    const column = [property, ...[textIn(links[0]?.call?.args[0])].filter((one) => one !== null)];
    named.set(property, column);
    const primary = links.some((link) => link.call && (link.name === "primaryKey" || link.name === "serial" || link.name === "bigserial"));
    if (primary || links.some((link) => link.call && link.name === "unique")) keys.push({ columns: [column], primary, partial: false });
  }
  const more = extra === undefined ? [] : keysOf(index, extra, named);
  return [{ names: [text, variable].filter((one) => one !== null), keys: [...keys, ...(more ?? [])], whole: more !== null && !columns.open }];
}

/** The third argument: a function that gives a list or a record of indexes. Null where it cannot be read. */
function keysOf(index: ModuleIndex, extra: Term, named: ReadonlyMap<string, KeyColumn>): readonly UniqueKey[] | null {
  const given = extra.kind === "function" ? returnsOf(index, extra.fn)[0] : extra;
  const items = given?.kind === "list" ? given.items : given?.kind === "record" && !given.open ? [...given.entries.values()] : null;
  if (!items || items.some((item) => item.kind === "unknown")) return null;
  return items.flatMap((item) => keyOf(linksOf(item), named));
}

function keyOf(links: readonly Link[], named: ReadonlyMap<string, KeyColumn>): readonly UniqueKey[] {
  const [first] = links;
  if (!first?.call) return [];
  const partial = links.some((link) => link.name === "where");
  const columns = (terms: readonly Term[]): readonly KeyColumn[] => terms.map((term) => named.get(nameIn(term) ?? "") ?? [nameIn(term) ?? ""]);
  if (first.name === "primaryKey") {
    const list = entry(first.call.args[0], "columns");
    return [{ columns: columns(list?.kind === "list" ? list.items : first.call.args), primary: true, partial: false }];
  }
  const on = links.find((link) => link.name === "on" || link.name === "using")?.call;
  if ((first.name !== "uniqueIndex" && first.name !== "unique") || !on) return [];
  const plain = on.args.every((term) => term.kind === "name");
  return [{ columns: columns(on.args.filter((term) => isOn(term))), primary: false, partial: partial || !plain }];
}
