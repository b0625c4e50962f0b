/** Clients that send SQL text with `query` and share connections through a pool, as pg does. */
import { defineProtocol } from "../schema.ts";

const query = {
  call: { statement: { sql: { argument: 0, inRecord: ["text"] }, rowsAt: ["rows"], spares: { clause: "ON CONFLICT DO NOTHING" } } },
} as const;

export const pgClient = defineProtocol({
  name: "pg-client",
  types: {
    Pool: {
      is: "pool",
      members: {
        query,
        connect: { call: { acquires: true, returns: "PoolClient", callbacks: [{ argument: 0, runs: "later", receives: [null, "PoolClient"] }] } },
        end: { call: { releases: "receiver" } },
        on: { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } },
        once: { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } },
      },
    },
    Client: {
      is: "connection",
      members: {
        query,
        connect: { call: {} },
        end: { call: { releases: "receiver" } },
        on: { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } },
        once: { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } },
      },
    },
    PoolClient: { is: "connection", extends: "Client", members: { release: { call: { releases: "receiver", sync: true } } } },
  },
  errors: { uniqueViolation: ["23505", "unique_violation", "UNIQUE_VIOLATION"], retryable: ["40001", "40P01"] },
});
