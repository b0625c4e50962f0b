/** Slonik. The tag only writes a statement; methods of pools, connections and transactions send it. */
import { defineModel, type Statement } from "../schema.ts";

const send = (gives: NonNullable<Statement["gives"]>) => ({ call: { statement: { sql: { argument: 0 }, gives } } }) as const;
const write = { returns: "Query", when: "run", statement: { sql: { argument: 0 } } } as const;
const token = { call: {} } as const;
const body = [{ argument: 0, runs: "during", receives: ["Transaction"] }] as const;

export const slonik = defineModel({
  name: "slonik",
  language: "javascript",
  packages: ["slonik", "@silverhand/slonik"],
  versions: "22–48",
  docs: "https://github.com/gajus/slonik",
  exports: {
    createPool: {
      call: {
        returns: "Pool",
        connects: {
          opens: "pool", engine: "postgres",
          options: {
            max: [{ argument: 1, path: ["maximumPoolSize"] }], acquireTimeout: [{ argument: 1, path: ["connectionTimeout"] }], address: { argument: 0 },
            statementTimeout: [{ argument: 1, path: ["statementTimeout"] }], boundedBy: [{ option: { argument: 1, path: ["statementTimeout"] }, is: 5000 }], idle: [{ argument: 1, path: ["idleTimeout"] }], options: { argument: 1 },
          },
        },
      },
    },
    sql: { value: "Sql" },
    createSqlTag: { call: { returns: "Sql" } },
    DatabasePool: { instance: "Pool" },
    DatabasePoolType: { instance: "Pool" },
    DatabasePoolConnection: { instance: "Connection" },
    DatabasePoolConnectionType: { instance: "Connection" },
    DatabaseTransactionConnection: { instance: "Transaction" },
    DatabaseTransactionConnectionType: { instance: "Transaction" },
    CommonQueryMethods: { instance: "Queries" },
    CommonQueryMethodsType: { instance: "Queries" },
    QuerySqlToken: { instance: "Query" },
  },
  types: {
    Sql: {
      call: write, // before version 33
      members: {
        unsafe: { call: write },
        fragment: { call: write },
        type: { call: { returns: "Tag" } },
        typeAlias: { call: { returns: "Tag" } },
        literalValue: token,
        array: token,
        binary: token,
        date: token,
        identifier: token,
        interval: token,
        join: token,
        json: token,
        jsonb: token,
        timestamp: token,
        unnest: token,
        uuid: token,
      },
    },
    Tag: { call: write },
    Query: { is: "query" },
    Queries: {
      members: {
        query: { call: { statement: { sql: { argument: 0 }, rowsAt: ["rows"] } } },
        any: send("rows"),
        anyFirst: send("rows"),
        many: send("rows"),
        manyFirst: send("rows"),
        one: send("found"),
        oneFirst: send("found"),
        maybeOne: send("row"),
        maybeOneFirst: send("row"),
        exists: send("boolean"),
        stream: { call: { statement: { sql: { argument: 0 } }, callbacks: [{ argument: 1, runs: "during" }] } },
        transaction: { call: { opens: { scope: "transaction", until: "callback-returns" }, callbacks: body } },
      },
    },
    Pool: {
      is: "pool",
      extends: "Queries",
      members: {
        connect: { call: { opens: { scope: "connection", until: "callback-returns" }, callbacks: [{ argument: 0, runs: "during", receives: ["Connection"] }] } },
        on: { call: { callbacks: [{ argument: 1, runs: "later" }] } },
        state: { call: {} },
        end: { call: { releases: "receiver" } },
      },
    },
    Connection: { is: "connection", extends: "Queries" },
    Transaction: {
      is: "transaction",
      extends: "Queries",
      members: { transaction: { call: { opens: { scope: "savepoint", until: "callback-returns", nests: true }, callbacks: body } } },
    },
  },
  errors: { uniqueViolation: ["UniqueIntegrityConstraintViolationError"], retryable: ["40001", "40P01"] },
});
