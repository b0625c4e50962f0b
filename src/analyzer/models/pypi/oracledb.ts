/** Oracle's drivers. Statements that change something open a transaction; a block round a connection closes it. */
import { connectionBlock, dbapi2, execute, executeMany } from "../protocols/dbapi2.ts";
import { defineModel, type Action } from "../schema.ts";

const option = (...names: readonly string[]) => names.map((name) => ({ argument: name }));
const local = { call: {} } as const;
const connect = { call: { returns: "Connection", connects: { opens: "connection", engine: null, options: { address: { argument: "dsn" } } } } } as const;
const pool = {
  returns: "Pool",
  connects: { opens: "pool", engine: null, options: { max: option("max"), idle: option("timeout"), acquireTimeout: option("wait_timeout") } },
} as const satisfies Action;
const block = { scope: "connection", until: "block-ends" } as const;

export const oracledb = defineModel({
  name: "pypi/oracledb",
  language: "python",
  packages: ["oracledb", "cx_Oracle"],
  versions: "oracledb 1–26; cx_Oracle 7–8",
  docs: "https://python-oracledb.readthedocs.io/en/stable/",
  follows: [dbapi2],
  exports: {
    connect,
    connect_async: connect,
    create_pool: { call: pool },
    create_pool_async: { call: pool },
    SessionPool: { instance: "Pool", construct: pool },
    ConnectionPool: { instance: "Pool" },
    AsyncConnectionPool: { instance: "Pool" },
    Connection: { instance: "Connection", construct: connect.call },
    AsyncConnection: { instance: "Connection" },
    Cursor: { instance: "Cursor" },
    AsyncCursor: { instance: "Cursor" },
    init_oracle_client: local,
    makedsn: local,
  },
  types: {
    Connection: {
      autobegin: "writes",
      entered: connectionBlock,
      members: {
        // Those of connections that are awaited.
        execute, executemany: executeMany, fetchall: execute, fetchone: execute, fetchmany: execute,
        begin: { call: { transaction: "begin" } }, ping: local, is_healthy: local,
      },
    },
    Cursor: { autobegin: "writes", members: { callfunc: { call: { statement: { verb: "unknown" } } }, var: local, setinputsizes: local, bindnames: local } },
    Pool: {
      is: "pool",
      members: {
        acquire: { call: { acquires: true, returns: "Connection", opens: block } }, release: { call: { releases: { argument: 0, keyword: "connection" } } },
        drop: { call: { releases: { argument: 0, keyword: "connection" } } }, close: { call: { releases: "receiver" } },
      },
    },
  },
  errors: { uniqueViolation: ["ORA-00001"], retryable: ["ORA-00060", "ORA-08177"] },
});
