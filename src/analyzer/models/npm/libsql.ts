/** libSQL: its own client for local files and servers, and the driver with better-sqlite3's interface. */
import { sqliteSync } from "../protocols/sqlite-sync.ts";
import { defineModel } from "../schema.ts";

/** A copy of a server's database has a log of the library's own, and what is written goes to the server. */
const prepared = (argument: number) => {
  const copy = { argument, path: ["syncUrl"] } as const;
  return { busyTimeout: [{ argument, path: ["timeout"] }, copy], wal: [copy], options: { argument } } as const;
};

const open = { returns: "Replica", connects: { opens: "connection", engine: "sqlite", options: { address: { argument: 0 }, ...prepared(1) } } } as const;
const execute = { call: { statement: { sql: { argument: 0, inRecord: ["sql"] }, rowsAt: ["rows"] } } } as const;
const several = { call: { statement: { sql: { argument: 0 }, bulk: "always" } } } as const;
/** The driver sends the statements of a list as one transaction. */
const batch = { call: { statement: { verb: "unknown", bulk: "always" } } } as const;

export const libsql = defineModel({
  name: "libsql",
  language: "javascript",
  packages: ["@libsql/client", "@libsql/client/*", "@libsql/core/*", "libsql"],
  versions: "@libsql/client 0.3–0.18; libsql 0.2–0.5",
  docs: "https://docs.turso.tech/sdk/ts/reference",
  follows: [sqliteSync],
  exports: {
    createClient: {
      call: {
        returns: "Client",
        connects: { opens: "client", engine: "sqlite", options: { address: { argument: 0, path: ["url"] }, ...prepared(0) } },
      },
    },
    Client: { instance: "Client" },
    Transaction: { instance: "Transaction" },
    default: { instance: "Replica", construct: open, call: open },
    Database: { instance: "Replica" },
    Statement: { instance: "Statement" },
  },
  types: {
    Client: {
      is: "client",
      members: {
        execute,
        executeMultiple: several,
        batch,
        migrate: batch,
        transaction: { call: { transaction: "begin", returns: "Transaction" } },
        sync: { call: { waits: { on: "http" } } },
        reconnect: { call: {} },
        close: { call: { sync: true, releases: "receiver" } },
      },
    },
    Transaction: {
      is: "transaction",
      members: {
        execute,
        executeMultiple: several,
        batch,
        commit: { call: { transaction: "commit" } },
        rollback: { call: { transaction: "rollback" } },
        // Rolls back what has not been committed.
        close: { call: { sync: true, transaction: "rollback" } },
      },
    },
    Replica: { is: "connection", extends: "Database", members: { sync: { call: { sync: true, waits: { on: "http" } } } } },
  },
});
