/** node-postgres, and the packages with its interface. */
import { pgClient } from "../protocols/pg-client.ts";
import { defineModel } from "../schema.ts";

const options = (...names: readonly string[]) => names.map((name) => ({ argument: 0, path: [name] }));

const pool = {
  max: options("max"), acquireTimeout: options("connectionTimeoutMillis"), statementTimeout: options("statement_timeout", "query_timeout"),
  lockTimeout: options("lock_timeout"), boundedBy: [{ option: { argument: 0, path: ["lock_timeout"] }, is: 5000 }], idle: options("idleTimeoutMillis"), options: { argument: 0 },
};

export const pg = defineModel({
  name: "pg",
  language: "javascript",
  packages: ["pg", "pg-pool", "pg-native", "@neondatabase/serverless", "@vercel/postgres", "@prisma/adapter-pg"],
  versions: "8–9",
  docs: "https://node-postgres.com/apis/pool",
  follows: [pgClient],
  exports: {
    Pool: { instance: "Pool", construct: { returns: "Pool", connects: { opens: "pool", engine: "postgres", options: pool } } },
    Client: { instance: "Client", construct: { returns: "Client", connects: { opens: "connection", engine: "postgres", options: pool } } },
    // Makes a pool for another library, unless it is given one.
    PrismaPg: { construct: { connects: { opens: "pool", engine: "postgres", unless: { argument: 0 }, options: pool } } },
    PoolClient: { instance: "PoolClient" },
    ClientBase: { instance: "Client" },
    native: { members: { Pool: { instance: "Pool", construct: { returns: "Pool", connects: { opens: "pool", engine: "postgres", options: pool } } } } },
  },
});
