/** Drizzle over SQLite drivers that block: `run`, `all` and `get` have happened when they come back, and so must a transaction's function. */
import { drizzleTransaction, drizzleTypes } from "../protocols/drizzle-types.ts";
import { defineModel } from "../schema.ts";

/** `drizzle(client)` uses the connection that it is given. */
const create = {
  instance: "Database",
  call: {
    returns: "Database",
    connects: {
      opens: "connection", engine: "sqlite", unless: { argument: 0, inRecord: ["client"] },
      options: { waitsByDefault: true, address: { argument: 0 }, options: { argument: 0 } },
    },
  },
} as const;

const begin = { ...drizzleTransaction, sync: true } as const;

export const drizzleSync = defineModel({
  name: "drizzle-sync",
  language: "javascript",
  packages: ["drizzle-orm/better-sqlite3", "drizzle-orm/bun-sqlite", "drizzle-orm/expo-sqlite", "drizzle-orm/durable-sqlite", "drizzle-orm/node-sqlite", "drizzle-orm/sql-js"],
  versions: "0.30–1.0",
  docs: "https://orm.drizzle.team/docs/get-started-sqlite",
  exports: {
    drizzle: create,
    BetterSQLite3Database: { instance: "Database" }, BunSQLiteDatabase: { instance: "Database" }, ExpoSQLiteDatabase: { instance: "Database" },
    DrizzleSqliteDODatabase: { instance: "Database" }, NodeSQLiteDatabase: { instance: "Database" }, SQLJsDatabase: { instance: "Database" },
    BetterSQLiteTransaction: { instance: "Transaction" },
  },
  types: {
    ...drizzleTypes({ runs: true, sync: true }),
    Database: {
      is: "client",
      extends: "Runner",
      members: { transaction: { call: { ...begin, opens: { scope: "transaction", until: "callback-returns", sync: true, isolation: { argument: 1, path: ["behavior"] } } } } },
    },
    Transaction: {
      is: "transaction",
      extends: "Runner",
      members: {
        transaction: { call: { ...begin, opens: { scope: "savepoint", until: "callback-returns", nests: true } } },
        rollback: { call: { sync: true, transaction: "rollback" } },
      },
    },
  },
  errors: { uniqueViolation: ["SQLITE_CONSTRAINT", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"], retryable: ["SQLITE_BUSY"] },
});
