/**
 * Reads the verb, tables, columns, conflict and locking clauses of SQL text. A recogniser, not a parser: text comes cut off,
 * with holes, in four dialects, and what is not understood stays unknown.
 */
import type { Locks, Verb } from "./models/schema.ts";

export type Control = "begin" | "commit" | "rollback" | "savepoint" | "release-savepoint";

export type SqlReading = Readonly<{
  verb: Verb; tables: readonly string[]; keys: readonly string[]; values: readonly string[];
  conflict: boolean; locks: Locks; limited: boolean; count: boolean; several: boolean; control: Control | null;
  /** It waits on the server: `pg_sleep`. */
  sleeps: boolean;
  /** Settings of the session: `SET lock_timeout = '2s'`, `PRAGMA journal_mode = WAL`. */
  sets: readonly Assignment[];
}>;

export type Assignment = Readonly<{ name: string; value: string }>;

export type Token = Readonly<{ kind: "word" | "quoted" | "string" | "number" | "hole" | "mark"; text: string }>;

const TOKEN =
  /\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*(?:'|$)|"((?:[^"]|"")*)(?:"|$)|`([^`]*)(?:`|$)|\[([\w ]+)\]|(\$(?:[\p{L}_]\w*)?\$)[\s\S]*?(?:\4|$)|(\u0000)|([\p{L}_][\p{L}\p{N}_$]*)|(\d+(?:\.\d+)?)|(\$\d+|[:@][\p{L}_]\w*|%s|%\(\w+\)s|\?)|([^\s\p{L}\p{N}])/giuy;

/** Text with holes (null) as tokens; placeholders of drivers count as holes. */
function tokenize(parts: readonly (string | null)[]): Token[] {
  const text = parts.map((part) => (part === null ? "\u0000" : part.replaceAll("\u0000", ""))).join("");
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [whole, double, back, bracket, dollars, hole, word, number, placeholder, mark] = match;
    const quoted = double ?? back ?? bracket;
    if (quoted !== undefined) tokens.push({ kind: "quoted", text: quoted });
    else if (hole !== undefined || placeholder !== undefined) tokens.push({ kind: "hole", text: "?" });
    else if (word !== undefined) tokens.push({ kind: "word", text: word });
    else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (mark !== undefined) tokens.push({ kind: "mark", text: mark });
    else if (whole.startsWith("'") || dollars !== undefined) tokens.push({ kind: "string", text: whole });
  }
  return tokens;
}

const NOTHING: SqlReading = {
  verb: "unknown",
  tables: [],
  keys: [],
  values: [],
  conflict: false,
  locks: "none",
  limited: false,
  count: false,
  several: false,
  control: null,
  sleeps: false,
  sets: [],
};

export function readSql(parts: readonly (string | null)[]): SqlReading {
  const statements = split(tokenize(parts));
  const readings = statements.map(readStatement);
  const sets = readings.flatMap((one) => one.sets);
  const main = { ...(readings.find((one) => one.verb !== "unknown" || one.control !== null) ?? NOTHING), sets };
  if (readings.length < 2) return main;
  // BEGIN … COMMIT in one text opens and closes by itself.
  const closes = readings.some((one) => one.control === "commit");
  const inner = closes ? readings.find((one) => one.verb !== "unknown") : undefined;
  return { ...(inner ?? main), sets, several: true };
}

/** The statements of a script, as tokens. */
export const sqlStatements = (text: string): readonly (readonly Token[])[] => split(tokenize([text]));

function split(tokens: readonly Token[]): Token[][] {
  const statements: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === "mark" && token.text === ";") statements.push([]);
    else statements.at(-1)?.push(token);
  }
  return statements.filter((statement) => statement.length > 0);
}

export const is = (token: Token | undefined, ...words: readonly string[]): boolean => token?.kind === "word" && words.includes(token.text.toUpperCase());
export const isMark = (token: Token | undefined, text: string): boolean => token?.kind === "mark" && token.text === text;

function readStatement(tokens: readonly Token[]): SqlReading {
  const { named, start } = namedQueries(tokens);
  const first = tokens[start];
  const writing = is(first, "SELECT") ? named.find(({ body }) => is(body[0], "INSERT", "UPDATE", "DELETE", "MERGE")) : undefined;
  if (writing) return readStatement(writing.body);
  const control = readControl(tokens, start);
  if (control) return { ...NOTHING, control };
  const sleeps = tokens.some((token) => is(token, "PG_SLEEP", "SLEEP", "WAITFOR"));
  const base: SqlReading = { ...NOTHING, sleeps, sets: readSets(tokens), locks: readLocks(tokens), keys: whereKeys(tokens), conflict: readConflict(tokens) };
  if (is(first, "SELECT", "VALUES", "TABLE"))
    return {
      ...base,
      verb: "select",
      tables: tablesAfter(tokens, "FROM").filter((table) => !named.some(({ name }) => name === table)),
      limited: limited(tokens),
      count: counts(tokens),
    };
  if (is(first, "INSERT", "REPLACE", "MERGE")) return readInsert(tokens, base, start);
  if (is(first, "UPDATE")) return { ...base, verb: "update", tables: tableAt(tokens, start + 1), values: setColumns(tokens) };
  if (is(first, "DELETE")) return { ...base, verb: "delete", tables: tablesAfter(tokens, "FROM").slice(0, 1) };
  if (is(first, "LOCK")) return { ...base, verb: "lock", locks: "table", tables: tableAt(tokens, is(tokens[start + 1], "TABLE", "TABLES") ? start + 2 : start + 1) };
  if (is(first, "CREATE", "ALTER", "DROP", "TRUNCATE", "REINDEX", "VACUUM")) return { ...base, verb: "ddl", tables: ddlTable(tokens) };
  return base;
}

type Named = Readonly<{ name: string; body: readonly Token[] }>;

/** The queries that a WITH names before the statement, and where that begins. */
function namedQueries(tokens: readonly Token[]): Readonly<{ named: readonly Named[]; start: number }> {
  const named: Named[] = [];
  if (!is(tokens[0], "WITH")) return { named, start: 0 };
  let depth = 0;
  let name = "";
  let opened = 0;
  for (let i = is(tokens[1], "RECURSIVE") ? 2 : 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (isMark(token, "(") && depth++ === 0) opened = i;
    else if (isMark(token, ")") && --depth === 0) named.push({ name, body: tokens.slice(opened + 1, i) });
    else if (depth === 0 && is(token, "SELECT", "INSERT", "UPDATE", "DELETE", "MERGE")) return { named, start: i };
    else if (depth === 0 && token && isName(token) && !is(token, "AS", "NOT", "MATERIALIZED")) name = token.text;
  }
  return { named, start: 0 };
}

function readControl(tokens: readonly Token[], start: number): Control | null {
  const first = tokens[start];
  const second = tokens[start + 1];
  if (is(first, "BEGIN") || (is(first, "START") && is(second, "TRANSACTION"))) return "begin";
  if (is(first, "COMMIT", "END")) return "commit";
  if (is(first, "ROLLBACK", "ABORT")) return tokens.some((token) => is(token, "TO")) ? "release-savepoint" : "rollback";
  if (is(first, "SAVEPOINT")) return "savepoint";
  return is(first, "RELEASE") ? "release-savepoint" : null;
}

/** `SET LOCAL x = 1`, `SET x TO 1`, `PRAGMA x = 1`, `PRAGMA x(1)`. */
function readSets(tokens: readonly Token[]): readonly Assignment[] {
  if (!is(tokens[0], "SET", "PRAGMA")) return [];
  const start = is(tokens[1], "LOCAL", "SESSION", "GLOBAL") ? 2 : 1;
  const sign = tokens.findIndex((token, i) => i > start && (isMark(token, "=") || isMark(token, "(") || is(token, "TO")));
  const name = tokens[sign - 1];
  const value = tokens.slice(sign + 1).find((token) => token.kind !== "mark");
  const unit = tokens[sign + 2]?.kind === "word" && value?.kind === "number" ? tokens[sign + 2] : undefined;
  return sign > start && name && value ? [{ name: name.text.toLowerCase(), value: `${value.text.replace(/'/g, "")}${unit?.text ?? ""}`.toLowerCase() }] : [];
}

function readLocks(tokens: readonly Token[]): Locks {
  if (tokens.some((token) => token.kind === "word" && /^(pg_(try_)?advisory_(xact_)?lock(_shared)?|get_lock|sp_getapplock)$/i.test(token.text))) return "advisory";
  for (let i = 0; i < tokens.length; i++) {
    if (is(tokens[i], "FOR") && is(tokens[i + 1], "UPDATE", "SHARE", "NO", "KEY")) return "rows";
    if (is(tokens[i], "LOCK") && is(tokens[i + 1], "IN")) return "rows";
    if (is(tokens[i], "UPDLOCK", "HOLDLOCK", "XLOCK")) return "rows";
  }
  return "none";
}

function readConflict(tokens: readonly Token[]): boolean {
  return tokens.some((token, i) =>
    (is(token, "ON") && is(tokens[i + 1], "CONFLICT", "DUPLICATE")) || is(token, "MERGE") ||
    (is(token, "INSERT") && (is(tokens[i + 1], "IGNORE") || (is(tokens[i + 1], "OR") && is(tokens[i + 2], "IGNORE", "REPLACE")))) ||
    (is(token, "NOT") && is(tokens[i + 1], "EXISTS") && tokens.slice(0, i).some((one) => is(one, "INSERT")) && tokens.slice(0, i).some((one) => is(one, "SELECT"))));
}

function readInsert(tokens: readonly Token[], base: SqlReading, start: number): SqlReading {
  const into = tokens.findIndex((token, i) => i >= start && is(token, "INTO"));
  const at = into < 0 ? start + 1 : into + 1;
  const first = tokens[start];
  const conflict = base.conflict || is(first, "REPLACE");
  const rows = rowCount(tokens);
  const several = rows > 1 || tokens.slice(at).some((token) => is(token, "SELECT", "UNNEST"));
  return { ...base, verb: "insert", conflict, keys: [], tables: tableAt(tokens, at), values: columnList(tokens, at), several };
}

/** Rows of a VALUES list; a hole right behind VALUES stands for any number. */
function rowCount(tokens: readonly Token[]): number {
  const values = tokens.findIndex((token) => is(token, "VALUES"));
  if (values < 0) return 0;
  if (tokens[values + 1]?.kind === "hole") return 2;
  let depth = 0;
  let rows = 0;
  for (const token of tokens.slice(values + 1)) {
    if (isMark(token, "(") && depth++ === 0) rows++;
    else if (isMark(token, ")")) depth--;
    else if (depth === 0 && token.kind === "word") break;
  }
  return rows;
}

export const isName = (token: Token | undefined): boolean => token?.kind === "word" || token?.kind === "quoted";

/** A table's name at a place, without its schema. A hole there is a table that is not known. */
function tableAt(tokens: readonly Token[], start: number): string[] {
  let at = start;
  while (is(tokens[at], "ONLY", "IF", "NOT", "EXISTS", "LOW_PRIORITY", "IGNORE", "OR", "INTO")) at++;
  let name = tokens[at];
  while (isMark(tokens[at + 1], ".") && isName(tokens[at + 2])) {
    at += 2;
    name = tokens[at];
  }
  return name && isName(name) ? [name.text] : [];
}

const CLAUSES = ["WHERE", "SELECT", "SET", "VALUES", "GROUP", "ORDER", "LIMIT", "ON", "USING", "LATERAL", "UNNEST", "GENERATE_SERIES"];

function tablesAfter(tokens: readonly Token[], word: string): string[] {
  const found: string[] = [];
  tokens.forEach((token, i) => {
    if (!is(token, word, "JOIN") || is(tokens[i + 1], ...CLAUSES)) return;
    if (is(token, "FROM") && isMark(tokens[i - 2], "(") && tokens[i - 3]?.kind === "word") return; // EXTRACT(x FROM y)
    found.push(...tableAt(tokens, i + 1));
  });
  return [...new Set(found)];
}

function ddlTable(tokens: readonly Token[]): string[] {
  const at = tokens.findIndex((token) => is(token, "TABLE", "ON"));
  return at < 0 ? [] : tableAt(tokens, at + 1);
}

function columnList(tokens: readonly Token[], table: number): string[] {
  const open = tokens.findIndex((token, i) => i > table && isMark(token, "("));
  const stop = tokens.findIndex((token, i) => i > table && is(token, "VALUES", "SELECT", "DEFAULT"));
  if (open < 0 || (stop >= 0 && open > stop)) return [];
  const close = tokens.findIndex((token, i) => i > open && isMark(token, ")"));
  return tokens.slice(open + 1, close < 0 ? undefined : close).filter(isName).map((token) => token.text);
}

/** Columns compared in WHERE. */
function whereKeys(tokens: readonly Token[]): string[] {
  const where = tokens.findIndex((token) => is(token, "WHERE"));
  if (where < 0) return [];
  return tokens
    .slice(where + 1)
    .flatMap((token, i, rest) =>
      isName(token) && (isMark(rest[i + 1], "=") || is(rest[i + 1], "IN", "LIKE", "ILIKE") || (isMark(rest[i + 1], ")") && isMark(rest[i + 2], "=")))
        ? [token.text]
        : [],
    );
}

function setColumns(tokens: readonly Token[]): string[] {
  const set = tokens.findIndex((token) => is(token, "SET"));
  const end = tokens.findIndex((token, i) => i > set && is(token, "WHERE", "FROM", "RETURNING"));
  if (set < 0) return [];
  return tokens.slice(set + 1, end < 0 ? undefined : end).flatMap((token, i, rest) => (isName(token) && isMark(rest[i + 1], "=") ? [token.text] : []));
}

function limited(tokens: readonly Token[]): boolean {
  return tokens.some((token, i) => is(token, "LIMIT", "TOP", "FETCH") && !is(tokens[i + 1], "ALL"));
}

const counts = (tokens: readonly Token[]): boolean =>
  tokens.some((token, i) => (is(token, "COUNT") && isMark(tokens[i + 1], "(")) || (is(token, "EXISTS") && i < 3));
