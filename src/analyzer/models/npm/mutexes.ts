/** Locks, beside async-mutex's, async-lock's and Redlock's: of one process, of a file, of Redis. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const take = { call: { waits: { on: "lock" } } } as const;
const made = { instance: "Lock", construct: { returns: "Lock" } } as const;
const held = (argument: number) =>
  ({ call: { waits: { on: "lock" }, returns: { callback: argument }, opens: { scope: "lock", until: "callback-returns" },
    callbacks: [{ argument, runs: "during" }] } }) as const;

export const mutexes = defineModel({
  name: "mutexes",
  language: "javascript",
  packages: ["p-mutex", "await-lock", "async-sema", "semaphore-async-await", "proper-lockfile", "redis-semaphore",
  "@microfleet/ioredis-lock", "mutexify/promise", "async-await-mutex-lock"],
  versions: "p-mutex 0–1; await-lock 2–3; async-sema 3; proper-lockfile 3–4; redis-semaphore 4–5",
  docs: "https://github.com/moxystudio/node-proper-lockfile#readme",
  exports: {
    // A class, or a function that makes a lock, and the module that locks files.
    default: { ...made, call: { returns: "Lock" }, members: { lock: take, unlock: local, check: local } },
    Mutex: made,
    Semaphore: made,
    MultiSemaphore: made,
    RedlockMutex: made,
    RedlockSemaphore: made,
    Sema: made,
    RateLimit: { call: { returns: "Wait" } },
    Lock: made,
    AwaitLock: made,
    lock: take,
    unlock: local,
    check: local,
    lockSync: { call: { waits: { on: "lock" }, sync: true } },
  },
  types: {
    Wait: { call: { waits: { on: "lock" } } },
    Lock: {
      call: { waits: { on: "lock" } },
      members: {
        // By itself, or with a name and what runs with it.
        acquire: held(1), acquireAsync: take, wait: take, waitFor: take, lock: take, drain: take, v: take, withLock: held(0),
        execute: held(0), runExclusive: held(0),
        tryAcquire: local, release: local, unlock: local, signal: local, isBusy: local, nrWaiting: local, getPermits: local,
      },
    },
  },
});
