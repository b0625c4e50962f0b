/** psycopg2. `with connection:` is a transaction that leaves the connection open. */
import { dbapi2, transactionBlock } from "../protocols/dbapi2.ts";
import { defineModel } from "../schema.ts";

const options = {
  boundedBy: [{ option: { argument: "options" }, is: "-c lock_timeout=5000" }],
  statementTimeout: [{ argument: "options" }], lockTimeout: [{ argument: "options" }], address: { argument: 0, keyword: "dsn" } } as const;
const pool = {
  instance: "Pool",
  construct: {
    returns: "Pool",
    connects: {
      opens: "pool", engine: "postgres", options: { ...options, max: [{ argument: 1, keyword: "maxconn" }], address: { argument: 2, keyword: "dsn" } },
    },
  },
} as const;
const many = { call: { statement: { sql: { argument: 1, keyword: "sql" }, bulk: "always" }, on: [{ argument: 0, keyword: "cur" }] } } as const;
const sql = { call: { returns: "Sql", when: "run", statement: { sql: { argument: 0 } } } } as const;
const set = { call: {} } as const;

export const psycopg2 = defineModel({
  name: "psycopg2",
  language: "python",
  packages: ["psycopg2", "psycopg2/*"],
  versions: "2.8–2.9",
  docs: "https://www.psycopg.org/docs/connection.html",
  follows: [dbapi2],
  exports: {
    connect: { call: { returns: "Connection", connects: { opens: "connection", engine: "postgres", options } } },
    SimpleConnectionPool: pool,
    ThreadedConnectionPool: pool,
    AbstractConnectionPool: { instance: "Pool" },
    connection: { instance: "Connection" },
    cursor: { instance: "Cursor" },
    execute_values: many,
    execute_batch: many,
    SQL: sql,
    Identifier: set,
    Literal: set,
    Json: set,
    register_uuid: set,
  },
  types: {
    Connection: {
      entered: transactionBlock,
      members: { set_session: set, set_isolation_level: set },
    },
    Pool: {
      is: "pool",
      members: {
        getconn: { call: { acquires: true, returns: "Connection" } },
        putconn: { call: { releases: { argument: 0, keyword: "conn" } } },
        closeall: { call: { releases: "receiver" } },
      },
    },
    Sql: { is: "query", members: { format: { call: { returns: "receiver" } }, join: { call: {} }, as_string: { call: {} } } },
  },
});
