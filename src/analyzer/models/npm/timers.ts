/** Node's timers as promises. */
import { defineModel } from "../schema.ts";

const sleep = { call: { waits: { on: "timer", milliseconds: { argument: 0 } } } } as const;

export const timers = defineModel({
  name: "timers",
  language: "javascript",
  packages: ["timers/promises", "node:timers/promises"],
  versions: "Node.js 16–24",
  docs: "https://nodejs.org/api/timers.html#timers-promises-api",
  exports: {
    setTimeout: sleep,
    setInterval: sleep,
    setImmediate: { call: {} },
    scheduler: { members: { wait: sleep, yield: { call: {} } } },
  },
});
