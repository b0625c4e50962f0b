/** mysql2 with promises. */
import { mysqlDriver, mysqlExports } from "../protocols/mysql-driver.ts";
import { defineModel } from "../schema.ts";

const send = { call: { statement: { sql: { argument: 0, inRecord: ["sql"] }, rowsAt: ["0"] } } } as const;
const prepared = { call: { returns: "Statement", when: "run", statement: { sql: { argument: 0, inRecord: ["sql"] }, rowsAt: ["0"] } } } as const;
const take = { call: { acquires: true, returns: "PoolConnection" } } as const;
const local = { call: {} } as const;

export const mysql2Promise = defineModel({
  name: "mysql2-promise",
  language: "javascript",
  packages: ["mysql2/promise", "mysql2/promise.js"],
  versions: "2–3",
  docs: "https://sidorares.github.io/node-mysql2/docs/documentation/promise-wrapper",
  follows: [mysqlDriver],
  exports: mysqlExports,
  types: {
    Pool: {
      members: {
        query: send,
        execute: send,
        getConnection: take,
        end: { call: { releases: "receiver" } },
      },
    },
    Connection: {
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
        end: { call: { releases: "receiver" } },
      },
    },
    Statement: { is: "query", members: { execute: { call: { runs: true } }, close: local } },
    Cluster: { members: { getConnection: take, end: { call: { releases: "receiver" } } } },
  },
});
