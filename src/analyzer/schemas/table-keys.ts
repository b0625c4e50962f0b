/** What the schemas of a project say about its tables: which columns are unique together. Pure data, found by any of a table's names. */

/** A column by all the names it goes by: the model's property, the column itself. */
export type KeyColumn = readonly string[];
export type UniqueKey = Readonly<{
  columns: readonly KeyColumn[];
  primary: boolean;
  /** Nobody declares it: the database gives it, unless a statement is seen to write it. */
  generated?: true;
  /** It holds for some rows only, or says more than its columns: an index with a condition. */
  partial: boolean;
}>;
export type TableKeys = Readonly<{
  names: readonly string[]; keys: readonly UniqueKey[];
  /** The whole definition was read: a key that is not here does not exist. */
  whole: boolean;
}>;

export type Schema = Readonly<{ find: (table: string) => TableKeys | null }>;

/** "user_emails", "UserEmails" and "userEmail" are one table: case, separators and the plural do not count. */
const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const stem = (name: string): string => plain(name).replace(/ies?$/, "y").replace(/[es]+$/, "");
const withoutRole = (name: string): string => name.replace(/[_-]?(?:entity|model|table|schema)$/i, "");

export function createSchema(tables: readonly TableKeys[]): Schema {
  const byName = new Map<string, TableKeys>();
  for (const table of tables.map(withOnePrimary)) {
    for (const name of new Set(table.names.map((one) => stem(withoutRole(one))))) {
      const known = byName.get(name);
      byName.set(name, known ? merge(known, table) : table);
    }
  }
  return { find: (table) => byName.get(stem(withoutRole(table))) ?? null };
}

/** A table has one primary key: where each of several columns is declared to be it, they are it together. */
function withOnePrimary(table: TableKeys): TableKeys {
  const isPart = ({ primary, generated, columns, partial }: UniqueKey): boolean => primary && !generated && !partial && columns.length === 1;
  const parts = table.keys.filter(isPart).flatMap(({ columns }) => columns);
  return parts.length < 2 ? table : { ...table, keys: [{ columns: parts, primary: true, partial: false }, ...table.keys.filter((key) => !isPart(key))] };
}

/** One table may have two names: the one in the database, and the one that the program's schema gives it. */
export function isOneTable(schema: (() => Schema) | undefined, a: string, b: string): boolean {
  if (a.toLowerCase() === b.toLowerCase()) return true;
  const one = schema?.().find(a) ?? null;
  return one !== null && one === schema?.().find(b);
}

/** Migrations add to what others created. */
const merge = (a: TableKeys, b: TableKeys): TableKeys =>
  ({ names: [...new Set([...a.names, ...b.names])], keys: [...a.keys, ...b.keys], whole: a.whole || b.whole });

/** What a unique key makes of two requests that both insert the row they did not find; "apart" where each inserts a row of its own. */
export type Outcome = Readonly<{ kind: "error"; keys: readonly string[] } | { kind: "duplicates" | "unclear" | "apart" }>;

/** `looked` are the columns of the lookup, `written` those of the insert; empty where they are not known. */
export function outcomeOfRace(table: TableKeys | null, looked: readonly string[], written: readonly string[]): Outcome {
  if (!table || looked.length === 0) return UNCLEAR;
  const asked = new Set(looked.map(plain));
  const given = new Set(written.map(plain));
  const covers = (key: UniqueKey, names: ReadonlySet<string>): boolean => key.columns.length > 0 && key.columns.every((column) => includes(names, column));
  // A primary key that the insert does not write is a new one each time.
  const isGenerated = (key: UniqueKey): boolean => key.primary && (given.size > 0 || key.generated === true) && !covers(key, given);
  const covering = table.keys.find((key) => !key.partial && covers(key, asked) && !isGenerated(key));
  if (covering) return { kind: "error", keys: covering.columns.map((column) => column[0] ?? "") };
  if (table.keys.some((key) => covers(key, asked) && isGenerated(key))) return { kind: "apart" };
  const mayForbid = (key: UniqueKey): boolean => {
    if (isGenerated(key)) return false;
    if (key.columns.some((column) => includes(asked, column))) return true;
    return !key.primary && (given.size === 0 || covers(key, given));
  };
  return table.whole && !table.keys.some(mayForbid) ? { kind: "duplicates" } : UNCLEAR;
}

const UNCLEAR: Outcome = { kind: "unclear" };

const includes = (names: ReadonlySet<string>, column: KeyColumn): boolean => column.some((name) => names.has(plain(name)));
