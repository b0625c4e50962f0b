/** The promise wrapper around sqlite3. */
import { defineModel, type Statement } from "../schema.ts";

// Text or what sql-template-strings makes.
const sql = { argument: 0, inRecord: ["sql"] } as const;
const each = [{ argument: "last", runs: "each" }] as const;
const send = (gives: NonNullable<Statement["gives"]>) => ({ call: { statement: { sql, gives } } }) as const;
const run = (gives: NonNullable<Statement["gives"]>) => ({ call: { runs: true, refines: { gives } } }) as const;

export const sqlite = defineModel({
  name: "sqlite",
  language: "javascript",
  packages: ["sqlite"],
  versions: "4–5",
  docs: "https://github.com/kriasoft/node-sqlite",
  exports: {
    open: {
      call: { returns: "Database", connects: { opens: "connection", engine: "sqlite", told: { by: "exec", awaited: true }, options: { address: { argument: 0, path: ["filename"] }, options: { argument: 0 } } } },
    },
    Database: { instance: "Database", construct: { returns: "Database", connects: { opens: "connection", engine: "sqlite", told: { by: "exec", awaited: true }, options: { address: { argument: 0, path: ["filename"] } } } } },
    Statement: { instance: "Statement" },
  },
  types: {
    Database: {
      is: "connection",
      members: {
        run: send("count"),
        exec: send("nothing"),
        get: send("row"),
        all: send("rows"),
        each: { call: { statement: { sql }, callbacks: each } },
        prepare: { call: { returns: "Statement", when: "run", statement: { sql } } },
        migrate: { call: { statement: { verb: "ddl" } } },
        open: { call: {} },
        configure: { call: {} },
        serialize: { call: {} },
        parallelize: { call: {} },
        loadExtension: { call: {} },
        getDatabaseInstance: { call: { returns: "sqlite3:Database" } },
        on: { call: { callbacks: [{ argument: 1, runs: "later" }] } },
        close: { call: { releases: "receiver" } },
      },
    },
    Statement: {
      is: "query",
      members: {
        run: run("count"),
        get: run("row"),
        all: run("rows"),
        each: { call: { runs: true, callbacks: each } },
        bind: { call: {} },
        reset: { call: {} },
        finalize: { call: {} },
      },
    },
  },
  errors: { uniqueViolation: ["SQLITE_CONSTRAINT"], retryable: ["SQLITE_BUSY"] },
});
