/** Words for the statement that a call states, and for where it states it. */

export type Verb = "select" | "insert" | "update" | "delete" | "upsert" | "ddl" | "lock" | "unknown";
export type Locks = "none" | "rows" | "table" | "advisory";

/**
 * Where a call says something: an argument by position or name ("last", or "all" for columns), and the way into it
 * (`{ where: … }` is `path: ["where"]`).
 */
export type Source = Readonly<{
  argument: number | string; path?: readonly string[];
  /** The name under which the argument may be given instead of by its position. */
  keyword?: string;
  /** Where it stands instead when the argument is a record: `query({ text })`. */
  inRecord?: readonly string[];
}>;

/**
 * A statement, as far as a call states it. `table: "receiver"` means that the receiver already names it (a model, a repository).
 * `keys` are the columns it looks for, `values` the columns it writes, both read from the keys of records.
 */
export type Statement = Readonly<{
  verb?: Verb;
  table?: "receiver" | Source;
  keys?: Source;
  values?: Source;
  /** The argument that holds SQL text, from which everything else is read. */
  sql?: Source;
  /** What the call puts before that text: "PRAGMA ". */
  before?: string;
  /** A conflict with an existing row is answered: upsert, ON CONFLICT, INSERT IGNORE. `conflictIf` says by which option. */
  conflict?: boolean;
  conflictIf?: Source | readonly Source[];
  locks?: Locks;
  locksIf?: Source;
  /** What it gives: one row or nothing, rows, a number, a boolean. `found`: it throws where there is no row. */
  gives?: "row" | "rows" | "count" | "boolean" | "found" | "nothing";
  /** The members that lead from the result to the rows: `["rows"]`, `["0"]`. */
  rowsAt?: readonly string[];
  /** At most this many rows are concerned, or the argument that says so. */
  limit?: number | Source;
  /** The type of the rows it gives, where rows have methods of their own. */
  rows?: string;
  /** The type of its rows where what belongs to them is looked up along with them. */
  preloads?: string;
  /** It inserts what is new and updates what was loaded: an object that a lookup gave is updated, or one that was made with such an object. */
  saves?: boolean | Readonly<{ unlessMadeWith: Source }>;
  /**
   * How it is written for many rows: by another member of the receiver (where none is named, the same), with a list where the row
   * stands. `exact`: nothing else differs, the empty list and the longest included.
   */
  inBulk?: Readonly<{ member?: string; argument: number; path?: readonly string[]; exact?: boolean }>;
  /** Its condition must name a unique key. */
  unique?: boolean;
  /**
   * How it leaves a row alone that is there already: a clause behind the SQL text, a step behind the call, or another member that is
   * given the condition of a lookup, the row and an empty change.
   */
  spares?: Readonly<{ clause?: string; step?: string; upsert?: Readonly<{ member: string; row: string; where: string; create: string; update: string }> }>;
  /** It writes a collection in one go when this argument is a list ("always" for bulk calls). */
  bulk?: "always" | Source;
  /** It is only noted down: a later flush or commit of the same handle sends it, with the others. */
  staged?: boolean;
}>;

/** What a tag writes: its text stands under these names, unless one of these methods adds to it. */
export type WrittenText = Readonly<{ text: readonly string[]; grows: readonly string[] }>;
