/** Psycopg 3. A connection's block commits and closes; `transaction()` is a transaction, or a savepoint inside one. */
import { dbapi2, execute, transactionBlock } from "../protocols/dbapi2.ts";
import { defineModel, type Action } from "../schema.ts";

const option = (...names: readonly string[]) => names.map((name) => ({ argument: name }));
const connect = {
  returns: "Connection",
  connects: {
    opens: "connection", engine: "postgres",
    options: { statementTimeout: option("options"), lockTimeout: option("options"), address: { argument: 0, keyword: "conninfo" } },
  },
} as const satisfies Action;
const connection = { instance: "Connection", members: { connect: { call: connect } } } as const;
const pool = {
  instance: "Pool",
  construct: {
    returns: "Pool",
    connects: {
      opens: "pool", engine: "postgres",
      options: {
        max: option("max_size"), prepares: option("configure"), acquireTimeout: option("timeout"), idle: option("max_idle", "max_lifetime"),
        address: { argument: 0, keyword: "conninfo" },
        boundedBy: [{ option: { argument: "kwargs", path: ["options"] }, is: "-c lock_timeout=5000" }],
        statementTimeout: [{ argument: "kwargs", path: ["options"] }], lockTimeout: [{ argument: "kwargs", path: ["options"] }],
      },
    },
  },
} as const;
const sql = { call: { returns: "Sql", when: "run", statement: { sql: { argument: 0 } } } } as const;
const set = { call: {} } as const;

export const psycopg = defineModel({
  name: "psycopg",
  language: "python",
  packages: ["psycopg", "psycopg/*", "psycopg_pool"],
  versions: "3.1–3.3",
  docs: "https://www.psycopg.org/psycopg3/docs/basic/transactions.html",
  follows: [dbapi2],
  exports: {
    connect: { call: connect },
    Connection: connection,
    AsyncConnection: connection,
    Cursor: { instance: "Cursor" },
    AsyncCursor: { instance: "Cursor" },
    ConnectionPool: pool,
    AsyncConnectionPool: pool,
    NullConnectionPool: pool,
    AsyncNullConnectionPool: pool,
    SQL: sql,
    Identifier: set,
    Literal: set,
    Jsonb: set,
  },
  types: {
    Connection: {
      entered: transactionBlock,
      members: {
        execute,
        transaction: { call: { opens: { scope: "transaction", until: "block-ends", nests: true } } },
        pipeline: { call: {} },
        set_autocommit: set,
        set_isolation_level: set,
        add_notice_handler: { call: { callbacks: [{ argument: 0, runs: "later" }] } },
        add_notify_handler: { call: { callbacks: [{ argument: 0, runs: "later" }] } },
      },
    },
    Pool: {
      is: "pool",
      members: {
        connection: { call: { acquires: true, returns: "Connection", opens: { scope: "connection", until: "block-ends" } } },
        getconn: { call: { acquires: true, returns: "Connection" } },
        putconn: { call: { releases: { argument: 0, keyword: "conn" } } },
        open: set,
        wait: set,
        check: set,
        close: { call: { releases: "receiver" } },
      },
    },
    Sql: { is: "query", members: { format: { call: { returns: "receiver" } }, join: set, as_string: set } },
  },
});
