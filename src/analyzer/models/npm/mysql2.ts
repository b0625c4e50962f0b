/** mysql2 and mysql with callbacks. Statements queue on their connection in the order of the calls; nothing is awaited. */
import { mysqlDriver, mysqlExports, mysqlPool } from "../protocols/mysql-driver.ts";
import { defineModel } from "../schema.ts";

// `sync`: without promises, the order of the calls is the order of the statements.
const report = { sync: true, callbacks: [{ argument: "last", runs: "during" }] } as const;
const send = { call: { ...report, statement: { sql: { argument: 0, inRecord: ["sql"] } } } } as const;
const take = { call: { sync: true, acquires: true, callbacks: [{ argument: "last", runs: "during", receives: [null, "PoolConnection"] }] } } as const;
const end = { call: { ...report, releases: "receiver" } } as const;

export const mysql2 = defineModel({
  name: "mysql2",
  language: "javascript",
  packages: ["mysql2", "mysql"],
  versions: "mysql2 2–3; mysql 2",
  docs: "https://sidorares.github.io/node-mysql2/docs",
  follows: [mysqlDriver],
  exports: {
    ...mysqlExports,
    createPoolPromise: { call: { returns: "mysql2-promise:Pool", connects: { opens: "pool", engine: "mysql", options: mysqlPool } } },
    createConnectionPromise: { call: { returns: "mysql2-promise:Connection", connects: { opens: "connection", engine: "mysql", options: mysqlPool } } },
  },
  types: {
    Pool: {
      members: {
        query: send,
        execute: send,
        getConnection: take,
        promise: { call: { returns: "mysql2-promise:Pool" } },
        end,
      },
    },
    Connection: {
      members: {
        query: send,
        execute: send,
        beginTransaction: { call: { ...report, transaction: "begin" } },
        commit: { call: { ...report, transaction: "commit" } },
        rollback: { call: { ...report, transaction: "rollback" } },
        connect: { call: report },
        ping: { call: report },
        promise: { call: { returns: "mysql2-promise:Connection" } },
        end,
      },
    },
    PoolConnection: { members: { promise: { call: { returns: "mysql2-promise:PoolConnection" } } } },
    Cluster: { members: { getConnection: take, end } },
  },
});
