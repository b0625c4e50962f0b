/** mysql2 and mysql with callbacks. Statements queue on their connection in the order of the calls; nothing is awaited. */
import { mysqlDriver, mysqlPool } from "../protocols/mysql-driver.ts";
import { defineModel } from "../schema.ts";

// `sync`: without promises, the order of the calls is the order of the statements.
const report = { sync: true, callbacks: [{ argument: "last", runs: "during" }] } as const;
const send = { call: { ...report, statement: { sql: { argument: 0, inRecord: ["sql"] } } } } as const;
const take = { call: { sync: true, acquires: true, callbacks: [{ argument: "last", runs: "during", receives: [null, "PoolConnection"] }] } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;
const local = { call: {} } as const;
const end = { call: { ...report, releases: "receiver" } } as const;

export const mysql2 = defineModel({
  name: "mysql2",
  language: "javascript",
  packages: ["mysql2", "mysql"],
  versions: "mysql2 2–3; mysql 2",
  docs: "https://sidorares.github.io/node-mysql2/docs",
  follows: [mysqlDriver],
  exports: {
    createPool: { call: { returns: "Pool", connects: { opens: "pool", engine: "mysql", options: mysqlPool } } },
    createConnection: { call: { returns: "Connection", connects: { opens: "connection", engine: "mysql", options: mysqlPool } } },
    createPoolCluster: { call: { returns: "Cluster", connects: { opens: "pool", engine: "mysql" } } },
    createPoolPromise: { call: { returns: "mysql2-promise:Pool", connects: { opens: "pool", engine: "mysql", options: mysqlPool } } },
    createConnectionPromise: { call: { returns: "mysql2-promise:Connection", connects: { opens: "connection", engine: "mysql", options: mysqlPool } } },
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
        promise: { call: { returns: "mysql2-promise:Pool" } },
        escape: local,
        escapeId: local,
        format: local,
        on: listen,
        end,
      },
    },
    Connection: {
      is: "connection",
      members: {
        query: send,
        execute: send,
        beginTransaction: { call: { ...report, transaction: "begin" } },
        commit: { call: { ...report, transaction: "commit" } },
        rollback: { call: { ...report, transaction: "rollback" } },
        connect: { call: report },
        ping: { call: report },
        promise: { call: { returns: "mysql2-promise:Connection" } },
        escape: local,
        escapeId: local,
        format: local,
        on: listen,
        destroy: { call: { sync: true, releases: "receiver" } },
        end,
      },
    },
    PoolConnection: { is: "connection", extends: "Connection", members: { promise: { call: { returns: "mysql2-promise:PoolConnection" } }, release: { call: { sync: true, releases: "receiver" } } } },
    Cluster: { is: "pool", members: { add: local, of: { call: { returns: "Pool" } }, getConnection: take, end } },
  },
});
