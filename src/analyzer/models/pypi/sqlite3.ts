/** SQLite in the standard library, and the packages with its interface. `with connection:` commits; it does not close. */
import { commitsAloneInSqlite, dbapi2, execute, executeMany, transactionBlock } from "../protocols/dbapi2.ts";
import { defineModel } from "../schema.ts";

const connect = {
  call: {
    returns: "Connection",
    connects: {
      opens: "connection", engine: "sqlite", told: { by: "execute" },
      options: { inSeconds: true, waitsByDefault: true, address: { argument: 0, keyword: "database" }, busyTimeout: [{ argument: 1, keyword: "timeout" }] },
    },
  },
} as const;

export const sqlite3 = defineModel({
  name: "pypi/sqlite3",
  language: "python",
  packages: ["sqlite3", "pysqlite3", "sqlcipher3", "pysqlcipher3.dbapi2", "sqlean", "libsql", "libsql_experimental"],
  versions: "3.8–3.14",
  docs: "https://docs.python.org/3/library/sqlite3.html",
  follows: [dbapi2],
  exports: {
    connect,
    "dbapi2.connect": connect,
    Connection: { instance: "Connection" },
    Cursor: { instance: "Cursor" },
    Row: { call: {} },
  },
  types: {
    Connection: {
      commitsAlone: commitsAloneInSqlite,
      // Reading begins nothing here.
      autobegin: "writes",
      entered: transactionBlock,
      members: {
        execute,
        executemany: executeMany,
        executescript: { call: { statement: { sql: { argument: 0 } } } },
        create_function: { call: { callbacks: [{ argument: 2, runs: "later" }] } },
        set_trace_callback: { call: { callbacks: [{ argument: 0, runs: "later" }] } },
        backup: { call: { waits: { on: "database", confidence: "low" } } },
        iterdump: { call: {} },
        interrupt: { call: {} },
      },
    },
  },
});
