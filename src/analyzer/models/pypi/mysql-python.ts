/** MySQL's drivers with PEP 249's interface: PyMySQL, mysqlclient, Connector/Python, MariaDB's, and aiomysql, which is awaited. */
import { dbapi2 } from "../protocols/dbapi2.ts";
import { defineModel, type Action } from "../schema.ts";

const option = (...names: readonly string[]) => names.map((name) => ({ argument: name }));
const timeouts = { statementTimeout: option("read_timeout", "init_command"), lockTimeout: option("init_command"), options: { argument: "kwargs" } } as const;
const connect = { call: { returns: "Connection", connects: { opens: "connection", engine: "mysql", options: timeouts } } } as const;
const pool = (max: string) => ({
  returns: "Pool",
  connects: { opens: "pool", engine: "mysql", options: { ...timeouts, max: option(max), idle: option("pool_recycle") } },
}) as const satisfies Action;

export const mysqlPython = defineModel({
  name: "mysql-python",
  language: "python",
  packages: ["pymysql", "pymysql/*", "MySQLdb", "MySQLdb/*", "mysql.connector", "mysql.connector/*", "mariadb", "aiomysql", "asyncmy", "dbutils.pooled_db"],
  versions: "PyMySQL 1; mysqlclient 2; mysql-connector-python 8–9; mariadb 1; aiomysql 0.1–0.3; asyncmy 0.2; DBUtils 3",
  docs: "https://pymysql.readthedocs.io/en/latest/modules/index.html",
  follows: [dbapi2],
  exports: {
    connect,
    Connect: connect,
    create_pool: { call: pool("maxsize") },
    MySQLConnectionPool: { instance: "Pool", construct: pool("pool_size") },
    ConnectionPool: { instance: "Pool", construct: pool("pool_size") },
    PooledDB: { instance: "Pool", construct: { ...pool("maxconnections"), connects: { ...pool("maxconnections").connects, engine: null } } },
    Connection: { instance: "Connection" },
    MySQLConnection: { instance: "Connection" },
    Cursor: { instance: "Cursor" },
    DictCursor: { instance: "Cursor" },
  },
  types: {
    Connection: {
      members: {
        begin: { call: { transaction: "begin" } },
        start_transaction: { call: { transaction: "begin" } },
        query: { call: { statement: { sql: { argument: 0 } } } },
        cmd_query: { call: { statement: { sql: { argument: 0 } } } },
        autocommit: { call: {} },
        ping: { call: {} },
        select_db: { call: {} },
      },
    },
    Pool: {
      is: "pool",
      members: {
        get_connection: { call: { acquires: true, returns: "Connection" } },
        connection: { call: { acquires: true, returns: "Connection" } },
        acquire: { call: { acquires: true, returns: "Connection", opens: { scope: "connection", until: "block-ends" } } },
        release: { call: { releases: { argument: 0 } } },
        close: { call: { releases: "receiver" } },
        wait_closed: { call: {} },
      },
    },
  },
  errors: { uniqueViolation: ["IntegrityError", "ER_DUP_ENTRY", "1062"], retryable: ["OperationalError", "1213", "1205"] },
});
