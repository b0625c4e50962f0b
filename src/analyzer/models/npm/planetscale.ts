/** PlanetScale's driver: each statement is a request of its own, a transaction is a callback. */
import { defineModel } from "../schema.ts";

const send = { call: { statement: { sql: { argument: 0 }, rowsAt: ["rows"] } } } as const;
const transaction = {
  call: { returns: { callback: 0 }, opens: { scope: "transaction", until: "callback-returns" }, callbacks: [{ argument: 0, runs: "during", receives: ["Transaction"] }] },
} as const;
const client = { returns: "Client", connects: { opens: "client", engine: "mysql" } } as const;

export const planetscale = defineModel({
  name: "planetscale",
  language: "javascript",
  packages: ["@planetscale/database"],
  versions: "1",
  docs: "https://planetscale.com/docs/tutorials/planetscale-serverless-driver",
  exports: { connect: { call: client }, Client: { instance: "Client", construct: client }, Connection: { instance: "Client" } },
  types: {
    Client: { is: "client", members: { execute: send, transaction, connection: { call: { returns: "Client" } }, refresh: { call: {} } } },
    Transaction: { is: "transaction", members: { execute: send } },
  },
  errors: { uniqueViolation: ["AlreadyExists"] },
});
