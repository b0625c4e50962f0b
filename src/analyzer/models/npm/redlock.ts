/** Redlock: locks that processes share through Redis. */
import { defineModel } from "../schema.ts";

const acquire = { call: { waits: { on: "lock" }, returns: "Lock" } } as const;
const tell = { call: { waits: { on: "cache", confidence: "low" } } } as const;
const create = { returns: "Redlock" } as const;

export const redlock = defineModel({
  name: "redlock",
  language: "javascript",
  packages: ["redlock"],
  versions: "4–5",
  docs: "https://github.com/mike-marcacci/node-redlock#readme",
  exports: {
    default: { instance: "Redlock", construct: create },
    Redlock: { instance: "Redlock", construct: create },
    Lock: { instance: "Lock" },
    "default.Lock": { instance: "Lock" },
  },
  types: {
    Redlock: {
      members: {
        acquire,
        lock: acquire,
        using: {
          call: {
            waits: { on: "lock" },
            opens: { scope: "lock", until: "callback-returns" },
            callbacks: [{ argument: "last", runs: "during" }],
          },
        },
        release: tell,
        unlock: tell,
        extend: tell,
        quit: { call: {} },
        on: { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } },
      },
    },
    Lock: { members: { release: tell, unlock: tell, extend: tell } },
  },
});
