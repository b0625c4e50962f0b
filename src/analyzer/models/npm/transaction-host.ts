/** Transactions that travel with the request's context, whichever library's they are: what runs on the host's `tx` belongs to them. */
import { defineModel } from "../schema.ts";

export const transactionHost = defineModel({
  name: "transaction-host",
  language: "javascript",
  packages: ["@nestjs-cls/transactional"],
  versions: "2–3",
  docs: "https://papooch.github.io/nestjs-cls/plugins/available-plugins/transactional",
  exports: {
    Transactional: { call: { returns: "Transactional" } },
    TransactionHost: { instance: "Host", members: { getInstance: { call: { returns: "Host" } } } },
  },
  types: {
    // What decorates a method.
    Transactional: { call: { opens: { scope: "transaction", until: "wrapped-returns", argument: 0, ambient: true, nests: true } } },
    Host: {
      is: "client",
      members: {
        withTransaction: {
          call: { opens: { scope: "transaction", until: "callback-returns", ambient: true, nests: true }, callbacks: [{ argument: "last", runs: "during" }] },
        },
        withoutTransaction: { call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during" }] } },
        isTransactionActive: { call: {} },
      },
    },
  },
});
