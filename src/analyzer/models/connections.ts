/** Words for connections, and for what they are told when they are made. */
import type { Source } from "./statement.ts";

export type PoolOptions = Readonly<{
  /** Argument or option paths, any of which sets the limit; the first is the one that its authors would choose today. */
  max?: readonly Source[]; acquireTimeout?: readonly Source[]; idle?: readonly Source[];
  statementTimeout?: readonly Source[]; lockTimeout?: readonly Source[]; busyTimeout?: readonly Source[]; transactionTimeout?: readonly Source[];
  /** What bounds a wait for locks to a few seconds, as it is written: of every database that the call can open, or of one. */
  boundedBy?: readonly Readonly<{ option: Source; is: string | number; engine?: Connect["engine"] }>[];
  /** Timeouts that are numbers are seconds, not milliseconds. */
  inSeconds?: boolean;
  /** It waits for locks without being told; of a library that serves several databases, the drivers that do, by the names that `dialect` gives them. */
  waitsByDefault?: boolean | readonly string[];
  /** SQLite's write-ahead log, and a file that is opened for reading only. */
  wal?: readonly Source[]; readOnly?: readonly Source[];
  /** A function of the program's that prepares each connection; where the library's tool for migrations finds them. */
  prepares?: readonly Source[]; migrations?: readonly Source[];
  /** Where a library that serves several databases is told which one. */
  dialect?: readonly Source[];
  /** Where the database's address or file stands, or may stand. */
  address?: Source | readonly Source[];
  /** Without an address it is the one that the project's own settings name. */
  defaultAddress?: boolean;
  /** The option, and the name of what stands there, with which it keeps no connections: each use opens one. */
  unpooled?: Readonly<{ option: Source; is: string }>;
  /** Options objects whose contents cannot be seen leave the question open. */
  options?: Source;
}>;

export type Connect = Readonly<{
  opens: "pool" | "connection" | "client" | "factory";
  engine: "postgres" | "mysql" | "sqlite" | "mssql" | "mongodb" | null;
  /** Opens nothing when this argument is already a handle: `drizzle(pool)`. */
  unless?: Source;
  /** Opens nothing where the options are written out and have none of these: `knex({ client: "pg" })` only builds statements. */
  needs?: readonly Source[];
  options?: PoolOptions;
  /** The member of what it gives that carries out a PRAGMA, and that says the word itself where `short`. */
  told?: Readonly<{ by: string; short?: boolean; awaited?: boolean }>;
}>;

/** An option of the call that gives a connection, or a member of it that is set right after, and what it is. */
export type Way = Readonly<{ option?: Source; member?: string; is: string | number | boolean | null }>;
