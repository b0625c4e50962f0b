/** async-lock: the function that is handed over runs while nobody else has the key, in one process. */
import { defineModel } from "../schema.ts";

export const asyncLock = defineModel({
  name: "async-lock",
  language: "javascript",
  packages: ["async-lock"],
  versions: "1",
  docs: "https://github.com/rogierschouten/async-lock#readme",
  exports: { default: { instance: "KeyedLock", construct: { returns: "KeyedLock" } } },
  types: {
    KeyedLock: {
      members: {
        acquire: {
          call: { waits: { on: "lock" }, returns: { callback: 1 }, opens: { scope: "lock", until: "callback-returns" }, callbacks: [{ argument: 1, runs: "during" }] },
        },
        isBusy: { call: {} },
      },
    },
  },
});
