/** The SQLite module of Bun: better-sqlite3's interface with names of its own. */
import { sqliteSync } from "../protocols/sqlite-sync.ts";
import { defineModel } from "../schema.ts";

const open = { returns: "BunDatabase", connects: { opens: "connection", engine: "sqlite", told: { by: "exec" }, options: { readOnly: [{ argument: 1, path: ["readonly"] }], address: { argument: 0 }, options: { argument: 1 } } } } as const;
const database = { instance: "BunDatabase", construct: open, members: { open: { call: open }, deserialize: { call: { returns: "BunDatabase" } }, setCustomSQLite: { call: {} } } } as const;
const prepare = { call: { sync: true, returns: "BunStatement", when: "run", statement: { sql: { argument: 0 } } } } as const;
const execute = { call: { sync: true, statement: { sql: { argument: 0 }, gives: "count" } } } as const;
const run = { call: { sync: true, runs: true } } as const;

export const bunSqlite = defineModel({
  name: "bun-sqlite",
  language: "javascript",
  packages: ["bun:sqlite"],
  versions: "Bun 1.0–1.3",
  docs: "https://bun.com/docs/api/sqlite",
  follows: [sqliteSync],
  exports: {
    Database: database,
    default: database,
    Statement: { instance: "BunStatement" },
  },
  types: {
    BunDatabase: {
      is: "connection",
      extends: "Database",
      members: { query: prepare, prepare, run: execute, exec: execute, fileControl: { call: {} }, clearQueryCache: { call: {} } },
    },
    BunStatement: {
      is: "query",
      extends: "Statement",
      members: { values: run, raw: run, as: { call: { returns: "receiver" } }, finalize: { call: {} } },
    },
  },
});
