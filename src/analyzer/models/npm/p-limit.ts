/** p-limit: a limited function runs when a place is free, and the call waits for it. */
import { defineModel } from "../schema.ts";

const create = { call: { returns: "Limit" } } as const;

export const pLimit = defineModel({
  name: "p-limit",
  language: "javascript",
  packages: ["p-limit"],
  versions: "3–7",
  docs: "https://github.com/sindresorhus/p-limit#readme",
  exports: {
    default: create,
    limitFunction: { call: { returns: { argument: 0 } } },
    LimitFunction: { instance: "Limit" },
    Limit: { instance: "Limit" },
  },
  types: {
    Limit: {
      call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during" }] },
      members: {
        map: { call: { returns: { argument: 0 }, callbacks: [{ argument: 1, runs: "each", over: 0, receives: ["element"] }] } },
        clearQueue: { call: {} },
      },
    },
  },
});
