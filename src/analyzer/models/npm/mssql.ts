/** node-mssql. Requests run on a pool, on a transaction or, without either, on the pool that `connect` has opened for all. */
import { defineModel, type Statement } from "../schema.ts";

const report = [{ argument: "last", runs: "during" }] as const;
// Also a tag.
const send: Statement = { sql: { argument: 0 }, rowsAt: ["recordset"] };
const query = { call: { statement: send, callbacks: report } } as const;
const same = { call: { returns: "receiver" } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;

const open = {
  returns: "Pool",
  callbacks: report,
  connects: {
    opens: "pool", engine: "mssql",
    options: {
      max: [{ argument: 0, path: ["pool", "max"] }], acquireTimeout: [{ argument: 0, path: ["pool", "acquireTimeoutMillis"] }],
      boundedBy: [{ option: { argument: 0, path: ["requestTimeout"] }, is: 5000 }],
      statementTimeout: [{ argument: 0, path: ["requestTimeout"] }], idle: [{ argument: 0, path: ["pool", "idleTimeoutMillis"] }],
      address: { argument: 0 }, options: { argument: 0 },
    },
  },
} as const;

export const mssql = defineModel({
  name: "mssql",
  language: "javascript",
  packages: ["mssql", "mssql/*"],
  versions: "6–12",
  docs: "https://github.com/tediousjs/node-mssql",
  exports: {
    connect: { call: open },
    ConnectionPool: { instance: "Pool", construct: { ...open, callbacks: [] } },
    query,
    batch: query,
    close: { call: {} },
    Request: { instance: "Request", construct: { returns: "OwnRequest", on: [{ argument: 0 }] } },
    Transaction: { instance: "Transaction", construct: { returns: "Transaction" } },
    PreparedStatement: { instance: "Prepared", construct: { returns: "Prepared", on: [{ argument: 0 }] } },
    Table: { instance: "Table", construct: { returns: "Table", table: { argument: 0 } } },
  },
  types: {
    Pool: {
      is: "pool",
      members: {
        connect: { call: { returns: "receiver", callbacks: report } },
        query,
        batch: query,
        request: { call: { returns: "Request" } },
        // Its `begin` comes later, but only this call can give it a handle of its own.
        transaction: { call: { sync: true, transaction: "begin", returns: "Transaction" } },
        on: listen,
        close: { call: { releases: "receiver", callbacks: report } },
      },
    },
    Transaction: {
      is: "transaction",
      members: {
        begin: { call: { transaction: "begin", returns: "receiver", callbacks: report } },
        commit: { call: { transaction: "commit", callbacks: report } },
        rollback: { call: { transaction: "rollback", callbacks: report } },
        request: { call: { returns: "Request" } },
        on: listen,
      },
    },
    Request: {
      is: "other",
      members: {
        query,
        batch: query,
        execute: { call: { statement: { verb: "unknown", rowsAt: ["recordset"] }, callbacks: report } },
        bulk: { call: { statement: { verb: "insert", table: { argument: 0 }, bulk: "always", gives: "count" }, callbacks: report } },
        input: same,
        replaceInput: same,
        output: same,
        on: listen,
        cancel: { call: {} },
      },
    },
    /** One that `new` has made: without a transaction it runs on the pool for all. */
    OwnRequest: { is: "client", extends: "Request" },
    Prepared: {
      is: "connection",
      members: {
        input: same,
        output: same,
        prepare: { call: { acquires: true, callbacks: report } },
        execute: { call: { statement: { verb: "unknown", rowsAt: ["recordset"] }, callbacks: report } },
        unprepare: { call: { releases: "receiver", callbacks: report } },
      },
    },
    Table: { is: "table" },
  },
  errors: { uniqueViolation: ["2627", "2601"], retryable: ["1205", "3960"] },
});
