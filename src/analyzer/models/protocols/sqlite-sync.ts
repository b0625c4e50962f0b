/** SQLite drivers that block: one connection, statements that are prepared first, transactions put round a function. */
import { defineProtocol, type Statement } from "../schema.ts";

const run = (refines: Statement = {}) => ({ call: { sync: true, runs: true, refines } }) as const;
const same = { call: { returns: "receiver" } } as const;
const register = { call: { callbacks: [{ argument: "last", runs: "later" }] } } as const;

export const sqliteSync = defineProtocol({
  name: "sqlite-sync",
  types: {
    Connection: {
      is: "connection",
      members: {
        prepare: { call: { sync: true, returns: "Statement", when: "run", statement: { sql: { argument: 0 }, spares: { clause: "ON CONFLICT DO NOTHING" } } } },
        exec: { call: { sync: true, statement: { sql: { argument: 0 } } } },
        function: register,
        aggregate: { call: {} },
        loadExtension: { call: {} },
        serialize: { call: {} },
        close: { call: { sync: true, releases: "receiver" } },
      },
    },
    Database: {
      is: "connection",
      extends: "Connection",
      members: {
        transaction: { call: { sync: true, opens: { scope: "transaction", until: "wrapped-returns", argument: 0, nests: true, sync: true } } },
        pragma: { call: { sync: true, statement: { sql: { argument: 0 }, before: "PRAGMA " } } },
        backup: { call: { waits: { on: "database" } } },
        table: register,
      },
    },
    Statement: {
      is: "query",
      members: {
        run: run({ gives: "count" }),
        get: run({ gives: "row" }),
        all: run(),
        iterate: run(),
        bind: same,
        pluck: same,
        expand: same,
        raw: same,
        safeIntegers: same,
        columns: { call: {} },
      },
    },
  },
  errors: {
    uniqueViolation: ["SQLITE_CONSTRAINT", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "UNIQUE constraint failed"],
    retryable: ["SQLITE_BUSY", "SQLITE_LOCKED"],
  },
});
