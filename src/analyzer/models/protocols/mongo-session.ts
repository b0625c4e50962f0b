/** Sessions of MongoDB: mongoose hands out the driver's own. */
import { defineProtocol } from "../schema.ts";

export const mongoSession = defineProtocol({
  name: "mongo-session",
  types: {
    Session: {
      is: "connection",
      members: {
        startTransaction: { call: { transaction: "begin", sync: "local" } },
        commitTransaction: { call: { transaction: "commit" } },
        abortTransaction: { call: { transaction: "rollback" } },
        withTransaction: {
          call: {
            opens: { scope: "transaction", until: "callback-returns", retries: true },
            callbacks: [{ argument: 0, runs: "during", receives: ["Session"] }],
          },
        },
        endSession: { call: { releases: "receiver" } },
        inTransaction: { call: {} },
      },
    },
  },
  errors: {
    uniqueViolation: ["11000", "E11000", "DuplicateKey"],
    retryable: ["TransientTransactionError", "UnknownTransactionCommitResult", "WriteConflict", "112"],
  },
});
