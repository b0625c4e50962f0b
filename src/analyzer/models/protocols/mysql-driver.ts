/** What mysql and mysql2 share, with callbacks and with promises: the options of a pool, the server's errors. */
import { defineProtocol, type PoolOptions } from "../schema.ts";

const option = (name: string) => ({ argument: 0, path: [name] });

/** Only mysql has `acquireTimeout`, only mysql2 has `idleTimeout`. */
export const mysqlPool = {
  max: [option("connectionLimit")], acquireTimeout: [option("acquireTimeout")], idle: [option("idleTimeout")],
  address: { argument: 0 }, options: { argument: 0 },
} satisfies PoolOptions;

const local = { call: {} } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;
const texts = { escape: local, escapeId: local, format: local } as const;

/** What a driver's package gives, with callbacks or with promises. */
export const mysqlExports = {
  createPool: { call: { returns: "Pool", connects: { opens: "pool", engine: "mysql", options: mysqlPool } } },
  createConnection: { call: { returns: "Connection", connects: { opens: "connection", engine: "mysql", options: mysqlPool } } },
  createPoolCluster: { call: { returns: "Cluster", connects: { opens: "pool", engine: "mysql" } } },
  Pool: { instance: "Pool" },
  Connection: { instance: "Connection" },
  PoolConnection: { instance: "PoolConnection" },
  ...texts,
  raw: local,
} as const;

export const mysqlDriver = defineProtocol({
  name: "mysql-driver",
  types: {
    Pool: { is: "pool", members: { releaseConnection: { call: { sync: true, releases: { argument: 0 } } }, ...texts, on: listen } },
    Connection: { is: "connection", members: { ...texts, on: listen, destroy: { call: { sync: true, releases: "receiver" } } } },
    PoolConnection: { is: "connection", extends: "Connection", members: { release: { call: { sync: true, releases: "receiver" } } } },
    Cluster: { is: "pool", members: { add: local, of: { call: { returns: "Pool" } } } },
  },
  errors: { uniqueViolation: ["ER_DUP_ENTRY", "1062"], retryable: ["ER_LOCK_DEADLOCK", "ER_LOCK_WAIT_TIMEOUT", "1213", "1205"] },
});
