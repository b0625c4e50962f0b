/** Oracle's driver. Statements that change something open a transaction, unless they are told to commit themselves. */
import { defineModel } from "../schema.ts";

const send = { call: { statement: { sql: { argument: 0 }, rowsAt: ["rows"] } } } as const;
const local = { call: {} } as const;
const options = (name: string) => [{ argument: 0, path: [name] }] as const;
const pool = { max: options("poolMax"), acquireTimeout: options("queueTimeout"), idle: options("poolTimeout"), options: { argument: 0 } } as const;
const taken = { call: { acquires: true, returns: "Connection" } } as const;
const members = {
  createPool: { call: { returns: "Pool", connects: { opens: "pool", engine: null, options: pool } } },
  getConnection: { call: { returns: "Connection", connects: { opens: "connection", engine: null } } },
  getPool: { call: { returns: "Pool" } },
  initOracleClient: local,
} as const;

export const oracledb = defineModel({
  name: "oracledb",
  language: "javascript",
  packages: ["oracledb"],
  versions: "5–6",
  docs: "https://node-oracledb.readthedocs.io/en/latest/",
  exports: { default: { members }, ...members, Pool: { instance: "Pool" }, Connection: { instance: "Connection" } },
  types: {
    Pool: { is: "pool", members: { getConnection: taken, close: { call: { releases: "receiver" } }, terminate: { call: { releases: "receiver" } } } },
    Connection: {
      is: "connection",
      autobegin: "writes",
      commitsAlone: [{ option: { argument: 2, path: ["autoCommit"] }, is: true }],
      members: {
        execute: send,
        executeMany: { call: { statement: { sql: { argument: 0 }, bulk: "always" } } },
        queryStream: { call: {} },
        commit: { call: { transaction: "commit" } },
        rollback: { call: { transaction: "rollback" } },
        close: { call: { releases: "receiver" } },
        release: { call: { releases: "receiver" } },
        ping: local,
      },
    },
  },
  errors: { uniqueViolation: ["ORA-00001"], retryable: ["ORA-00060", "ORA-08177"] },
});
