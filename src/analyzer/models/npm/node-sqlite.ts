/** The SQLite module of Node.js. Transactions are SQL text. */
import { sqliteSync } from "../protocols/sqlite-sync.ts";
import { defineModel } from "../schema.ts";

export const nodeSqlite = defineModel({
  name: "node-sqlite",
  language: "javascript",
  packages: ["node:sqlite"],
  versions: "Node.js 22–26",
  docs: "https://nodejs.org/api/sqlite.html",
  follows: [sqliteSync],
  exports: {
    DatabaseSync: {
      instance: "DatabaseSync",
      construct: {
        returns: "DatabaseSync",
        connects: { opens: "connection", engine: "sqlite", told: { by: "exec" }, options: { readOnly: [{ argument: 1, path: ["readOnly"] }], address: { argument: 0 }, busyTimeout: [{ argument: 1, path: ["timeout"] }], options: { argument: 1 } } },
      },
    },
    StatementSync: { instance: "Statement" },
    backup: { call: { on: [{ argument: 0 }], waits: { on: "database" } } },
  },
  types: {
    DatabaseSync: {
      is: "connection",
      extends: "Connection",
      members: {
        open: { call: {} },
        enableLoadExtension: { call: {} },
        location: { call: {} },
        createSession: { call: {} },
        applyChangeset: { call: { sync: true, statement: { verb: "unknown", bulk: "always" } } },
        createTagStore: { call: { returns: "TagStore" } },
      },
    },
    TagStore: {
      members: {
        run: { call: { sync: true, statement: { sql: { argument: 0 }, gives: "count" } } },
        get: { call: { sync: true, statement: { sql: { argument: 0 }, gives: "row" } } },
        all: { call: { sync: true, statement: { sql: { argument: 0 } } } },
        iterate: { call: { sync: true, statement: { sql: { argument: 0 } } } },
      },
    },
  },
});
