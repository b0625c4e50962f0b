/** aiosqlite: sqlite3 on a thread of its own, awaited. Its block closes the connection; it does not commit. */
import { commitsAloneInSqlite, connectionBlock, dbapi2, execute, executeMany } from "../protocols/dbapi2.ts";
import { defineModel } from "../schema.ts";

const rows = { call: { statement: { sql: { argument: 0 } } } } as const;

export const aiosqlite = defineModel({
  name: "aiosqlite",
  language: "python",
  packages: ["aiosqlite"],
  versions: "0.17–0.22",
  docs: "https://aiosqlite.omnilib.dev/en/stable/api.html",
  follows: [dbapi2],
  exports: {
    connect: {
      call: {
        returns: "Connection",
        connects: {
          opens: "connection", engine: "sqlite", told: { by: "execute", awaited: true },
          options: {
            inSeconds: true, waitsByDefault: true, address: { argument: 0, keyword: "database" }, busyTimeout: [{ argument: "timeout" }], options: { argument: "kwargs" },
          },
        },
      },
    },
    Connection: { instance: "Connection" },
    Cursor: { instance: "Cursor" },
    Row: { call: {} },
  },
  types: {
    Connection: {
      commitsAlone: commitsAloneInSqlite,
      coroutines: true,
      entered: connectionBlock,
      members: {
        execute,
        executemany: executeMany,
        execute_fetchall: rows,
        execute_insert: rows,
        executescript: rows,
        create_function: { call: { callbacks: [{ argument: 2, runs: "later" }] } },
        backup: { call: { waits: { on: "database" } } },
      },
    },
  },
});
