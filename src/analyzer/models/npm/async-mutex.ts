/** Mutexes and semaphores of one process. */
import { defineModel } from "../schema.ts";

const create = (type: "Mutex") => ({ instance: type, construct: { returns: type } }) as const;
const wrap = { call: { returns: { argument: 0 } } } as const;

export const asyncMutex = defineModel({
  name: "async-mutex",
  language: "javascript",
  packages: ["async-mutex"],
  versions: "0.3–0.5",
  docs: "https://github.com/DirtyHairy/async-mutex#readme",
  exports: {
    Mutex: create("Mutex"),
    Semaphore: create("Mutex"),
    MutexInterface: { instance: "Mutex" },
    SemaphoreInterface: { instance: "Mutex" },
    withTimeout: wrap,
    tryAcquire: wrap,
  },
  types: {
    Mutex: {
      members: {
        acquire: { call: { waits: { on: "lock" } } },
        waitForUnlock: { call: { waits: { on: "lock" } } },
        runExclusive: {
          call: {
            waits: { on: "lock" },
            opens: { scope: "lock", until: "callback-returns" },
            callbacks: [{ argument: 0, runs: "during" }],
          },
        },
        release: { call: {} },
        cancel: { call: {} },
        isLocked: { call: {} },
        getValue: { call: {} },
        setValue: { call: {} },
      },
    },
  },
});
