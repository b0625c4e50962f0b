/** What mysql and mysql2 share, with callbacks and with promises: the options of a pool, the server's errors. */
import { defineProtocol, type PoolOptions } from "../schema.ts";

const option = (name: string) => ({ argument: 0, path: [name] });

/** Only mysql has `acquireTimeout`, only mysql2 has `idleTimeout`. */
export const mysqlPool = {
  max: [option("connectionLimit")], acquireTimeout: [option("acquireTimeout")], idle: [option("idleTimeout")],
  address: { argument: 0 }, options: { argument: 0 },
} satisfies PoolOptions;

export const mysqlDriver = defineProtocol({
  name: "mysql-driver",
  types: {},
  errors: { uniqueViolation: ["ER_DUP_ENTRY", "1062"], retryable: ["ER_LOCK_DEADLOCK", "ER_LOCK_WAIT_TIMEOUT", "1213", "1205"] },
});
