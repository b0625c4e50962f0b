/** PGlite: Postgres in the process, on one connection. */
import { defineModel } from "../schema.ts";

const send = { call: { statement: { sql: { argument: 0 }, rowsAt: ["rows"] } } } as const;
const database = { returns: "Database", connects: { opens: "connection", engine: "postgres" } } as const;

export const pglite = defineModel({
  name: "pglite",
  language: "javascript",
  packages: ["@electric-sql/pglite"],
  versions: "0.2–0.4",
  docs: "https://pglite.dev/docs/api",
  exports: { PGlite: { instance: "Database", construct: database, members: { create: { call: database } } } },
  types: {
    Database: {
      is: "client",
      members: {
        query: send, exec: send, sql: send, close: { call: {} },
        transaction: {
          call: { returns: { callback: 0 }, opens: { scope: "transaction", until: "callback-returns" }, callbacks: [{ argument: 0, runs: "during", receives: ["Transaction"] }] },
        },
      },
    },
    Transaction: { is: "transaction", members: { query: send, exec: send, sql: send, rollback: { call: { transaction: "rollback" } } } },
  },
  errors: { uniqueViolation: ["23505"], retryable: ["40001"] },
});
