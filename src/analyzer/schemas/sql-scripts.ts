/** Unique keys from SQL: CREATE TABLE, CREATE UNIQUE INDEX, ALTER TABLE … ADD, and what later scripts drop again. */
import { is, isMark, isName, sqlStatements, type Token } from "../sql.ts";
import type { TableKeys, UniqueKey } from "./table-keys.ts";

export const SQL_HINT = /\bcreate\s+(?:unique\s+(?:clustered\s+|nonclustered\s+)?index|(?:temp(?:orary)?\s+|unlogged\s+)?table)\b|\balter\s+table\b/i;

type Named = Readonly<{ name: string | null; key: UniqueKey }>;
type Draft = { readonly name: string; keys: Named[]; whole: boolean };
type State = Map<string, Draft>;
type Tokens = readonly Token[];

/** Scripts in the order in which they run. */
export function readSqlScripts(scripts: readonly string[]): readonly TableKeys[] {
  const state: State = new Map();
  for (const script of scripts) for (const statement of sqlStatements(script)) apply(state, statement);
  return [...state.values()].map(({ name, keys, whole }) => ({ names: [name], keys: keys.map((one) => one.key), whole }));
}

function apply(state: State, tokens: Tokens): void {
  const [first, second, third] = tokens;
  if (is(first, "CREATE") && (is(second, "TABLE") || (is(second, "TEMP", "TEMPORARY", "UNLOGGED") && is(third, "TABLE")))) createTable(state, tokens);
  else if (is(first, "CREATE") && is(second, "UNIQUE")) createIndex(state, tokens);
  else if (is(first, "ALTER") && is(second, "TABLE")) alterTable(state, tokens);
  else if (is(first, "DROP") && is(second, "INDEX")) dropIndex(state, nameAfter(tokens, 2)?.name ?? "");
  else if (is(first, "DROP") && is(second, "TABLE")) state.delete(nameAfter(tokens, 2)?.name.toLowerCase() ?? "");
}

/** A name with its schema in front, and where it ends. */
function nameAfter(tokens: Tokens, start: number): Readonly<{ name: string; end: number }> | null {
  let at = start;
  while (is(tokens[at], "IF", "NOT", "EXISTS", "ONLY", "CONCURRENTLY")) at++;
  while (isName(tokens[at]) && isMark(tokens[at + 1], ".") && isName(tokens[at + 2])) at += 2;
  const name = tokens[at];
  return name && isName(name) ? { name: name.text, end: at + 1 } : null;
}

function draftOf(state: State, name: string): Draft {
  const known = state.get(name.toLowerCase());
  if (known) return known;
  const made: Draft = { name, keys: [], whole: false };
  state.set(name.toLowerCase(), made);
  return made;
}

function createTable(state: State, tokens: Tokens): void {
  const named = nameAfter(tokens, tokens.findIndex((token) => is(token, "TABLE")) + 1);
  if (!named) return;
  const draft = draftOf(state, named.name);
  const body = inParentheses(tokens, named.end);
  draft.whole = body !== null;
  for (const part of byComma(body ?? [])) draft.keys.push(...partKeys(part));
}

/** The tokens in the parentheses that open at, or after, a place. */
function inParentheses(tokens: Tokens, start: number): Tokens | null {
  const open = tokens.findIndex((token, i) => i >= start && isMark(token, "("));
  if (open < 0) return null;
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (isMark(tokens[i], "(")) depth++;
    else if (isMark(tokens[i], ")") && --depth === 0) return tokens.slice(open + 1, i);
  }
  return null;
}

function byComma(tokens: Tokens): readonly Tokens[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isMark(token, "(")) depth++;
    else if (isMark(token, ")")) depth--;
    if (depth === 0 && isMark(token, ",")) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

/** A column with its constraint, or a constraint on several columns. */
function partKeys(part: Tokens): readonly Named[] {
  const start = is(part[0], "CONSTRAINT") ? 2 : 0;
  const name = start > 0 ? (part[1]?.text ?? null) : null;
  if (is(part[start], "UNIQUE", "PRIMARY")) {
    const columns = columnsIn(inParentheses(part, start) ?? []);
    const index = isName(part[start + 2]) && is(part[start + 1], "KEY", "INDEX") ? (part[start + 2]?.text ?? null) : null;
    return columns ? [{ name: name ?? index, key: { columns, primary: is(part[start], "PRIMARY"), partial: false } }] : [];
  }
  const [column] = part;
  if (
    start > 0 ||
    !column ||
    !isName(column) ||
    (column.kind === "word" && is(column, "KEY", "INDEX", "FOREIGN", "CHECK", "EXCLUDE", "LIKE", "FULLTEXT"))
  )
    return [];
  const primary = part.some((token, i) => is(token, "PRIMARY") && is(part[i + 1], "KEY"));
  const unique = part.some((token, i) => i > 1 && is(token, "UNIQUE"));
  return primary || unique ? [{ name: null, key: { columns: [[column.text]], primary, partial: false } }] : [];
}

/** Columns of an index; an expression among them (`lower(email)`) counts for its column. Null where none is found. */
function columnsIn(tokens: Tokens): readonly (readonly string[])[] | null {
  const columns = byComma(tokens).map((part) => {
    const inner = isMark(part[1], "(") ? part.slice(2).find(isName) : part.find(isName);
    return inner ? [inner.text] : [];
  });
  return columns.length > 0 && columns.every((column) => column.length > 0) ? columns : null;
}

function createIndex(state: State, tokens: Tokens): void {
  const on = tokens.findIndex((token) => is(token, "ON"));
  const index = tokens.findIndex((token) => is(token, "INDEX"));
  const table = on < 0 ? null : nameAfter(tokens, on + 1);
  const inside = table ? inParentheses(tokens, table.end) : null;
  const columns = columnsIn(inside ?? []);
  if (!table || !columns) return;
  const expression = inside?.some((token) => isMark(token, "(")) ?? false;
  const partial = expression || tokens.slice(table.end).some((token) => is(token, "WHERE"));
  draftOf(state, table.name).keys.push({ name: nameAfter(tokens, index + 1)?.name ?? null, key: { columns, primary: false, partial } });
}

function alterTable(state: State, tokens: Tokens): void {
  const table = nameAfter(tokens, 2);
  if (!table) return;
  for (const part of byComma(tokens.slice(table.end))) alter(state, table.name, part);
}

function alter(state: State, table: string, part: Tokens): void {
  const [first, second] = part;
  if (is(first, "ADD"))
    draftOf(state, table).keys.push(
      ...partKeys(part.slice(is(second, "COLUMN") ? 2 : 1).filter((token, i) => i > 2 || !is(token, "IF", "NOT", "EXISTS"))),
    );
  else if (is(first, "DROP") && is(second, "CONSTRAINT", "INDEX", "KEY")) dropIndex(state, nameAfter(part, 2)?.name ?? "");
  else if (is(first, "RENAME") && is(second, "TO")) rename(state, table, nameAfter(part, 2)?.name ?? "");
}

/** SQLite's way to change a table: a new one takes the old one's name. */
function rename(state: State, from: string, to: string): void {
  const known = state.get(from.toLowerCase());
  if (!known || to === "") return;
  state.delete(from.toLowerCase());
  state.set(to.toLowerCase(), { ...known, name: to });
}

function dropIndex(state: State, name: string): void {
  for (const draft of state.values()) draft.keys = draft.keys.filter((one) => one.name === null || one.name.toLowerCase() !== name.toLowerCase());
}
