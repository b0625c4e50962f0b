/** mysql2 with promises. */
import { mysqlDriver, mysqlPool } from "../protocols/mysql-driver.ts";
import { defineModel } from "../schema.ts";

const send = { call: { statement: { sql: { argument: 0, inRecord: ["sql"] }, rowsAt: ["0"] } } } as const;
const prepared = { call: { returns: "Statement", when: "run", statement: { sql: { argument: 0, inRecord: ["sql"] }, rowsAt: ["0"] } } } as const;
const take = { call: { acquires: true, returns: "PoolConnection" } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;
const local = { call: {} } as const;

export const mysql2Promise = defineModel({
  name: "mysql2-promise",
  language: "javascript",
  packages: ["mysql2/promise", "mysql2/promise.js"],
  versions: "2–3",
  docs: "https://sidorares.github.io/node-mysql2/docs/documentation/promise-wrapper",
  follows: [mysqlDriver],
  exports: {
    createPool: { call: { returns: "Pool", connects: { opens: "pool", engine: "mysql", options: mysqlPool } } },
    createConnection: { call: { returns: "Connection", connects: { opens: "connection", engine: "mysql", options: mysqlPool } } },
    createPoolCluster: { call: { returns: "Cluster", connects: { opens: "pool", engine: "mysql" } } },
    Pool: { instance: "Pool" },
    Connection: { instance: "Connection" },
    PoolConnection: { instance: "PoolConnection" },
    escape: local,
    escapeId: local,
    format: local,
    raw: local,
  },
  types: {
    Pool: {
      is: "pool",
      members: {
        query: send,
        execute: send,
        getConnection: take,
        releaseConnection: { call: { sync: true, releases: { argument: 0 } } },
        escape: local,
        escapeId: local,
        format: local,
        on: listen,
        end: { call: { releases: "receiver" } },
      },
    },
    Connection: {
      is: "connection",
      members: {
        query: send,
        execute: send,
        prepare: prepared,
        unprepare: local,
        beginTransaction: { call: { transaction: "begin" } },
        commit: { call: { transaction: "commit" } },
        rollback: { call: { transaction: "rollback" } },
        connect: local,
        ping: local,
        changeUser: local,
        escape: local,
        escapeId: local,
        format: local,
        on: listen,
        destroy: { call: { sync: true, releases: "receiver" } },
        end: { call: { releases: "receiver" } },
      },
    },
    PoolConnection: { is: "connection", extends: "Connection", members: { release: { call: { sync: true, releases: "receiver" } } } },
    Statement: { is: "query", members: { execute: { call: { runs: true } }, close: local } },
    Cluster: { is: "pool", members: { add: local, of: { call: { returns: "Pool" } }, getConnection: take, end: { call: { releases: "receiver" } } } },
  },
});
