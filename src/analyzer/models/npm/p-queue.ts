/** p-queue: a queue in memory; what `add` gives settles when the function has run. */
import { defineModel } from "../schema.ts";

const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;

export const pQueue = defineModel({
  name: "p-queue",
  language: "javascript",
  packages: ["p-queue"],
  versions: "6–9",
  docs: "https://github.com/sindresorhus/p-queue#readme",
  exports: {
    default: { instance: "Queue", construct: { returns: "Queue" } },
  },
  types: {
    Queue: {
      members: {
        add: { call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during" }] } },
        on: listen,
        once: listen,
        start: { call: { returns: "receiver" } },
        pause: { call: {} },
        clear: { call: {} },
        onIdle: { call: {} },
        onEmpty: { call: {} },
        onSizeLessThan: { call: {} },
      },
    },
  },
});
