/** MariaDB's own driver: what mysql2 has with promises, but rows come as they are, and pools can be asked for batches. */
import { mysqlDriver, mysqlExports } from "../protocols/mysql-driver.ts";
import { defineModel } from "../schema.ts";

const send = { call: { statement: { sql: { argument: 0, inRecord: ["sql"] } } } } as const;
const batch = { call: { statement: { sql: { argument: 0, inRecord: ["sql"] }, bulk: "always" } } } as const;
const prepared = { call: { returns: "Statement", when: "run", statement: { sql: { argument: 0, inRecord: ["sql"] } } } } as const;
const take = { call: { acquires: true, returns: "PoolConnection" } } as const;
const local = { call: {} } as const;

export const mariadb = defineModel({
  name: "mariadb",
  language: "javascript",
  packages: ["mariadb"],
  versions: "2–3",
  docs: "https://mariadb.com/docs/connectors/mariadb-connector-nodejs",
  follows: [mysqlDriver],
  exports: { default: { members: mysqlExports }, ...mysqlExports },
  types: {
    Pool: {
      members: {
        query: send, execute: send, batch, importFile: local, getConnection: take, end: { call: { releases: "receiver" } }, activeConnections: local,
        totalConnections: local, idleConnections: local, taskQueueSize: local,
      },
    },
    Connection: {
      members: {
        query: send, execute: send, batch, prepare: prepared, beginTransaction: { call: { transaction: "begin" } }, commit: { call: { transaction: "commit" } },
        rollback: { call: { transaction: "rollback" } }, ping: local, reset: local, changeUser: local, isValid: local, end: { call: { releases: "receiver" } },
      },
    },
    Statement: { is: "query", members: { execute: { call: { runs: true } }, close: local } },
    Cluster: { members: { getConnection: take, end: { call: { releases: "receiver" } } } },
  },
});
