/** Threads, their locks and pools. A thread runs by itself, and may be waited for. */
import { defineModel } from "../schema.ts";

const lock = { instance: "Lock", construct: { returns: "Lock" } } as const;
const executor = { instance: "Executor", construct: { returns: "Executor" } } as const;
const thread = {
  instance: "Thread",
  construct: { returns: "Thread", callbacks: [{ argument: "target", runs: "later" }, { argument: 1, runs: "later" }] },
} as const;
const wait = { call: { waits: { on: "lock" } } } as const;
const join = { call: { waits: { on: "thread" } } } as const;
const each = { call: { callbacks: [{ argument: 0, runs: "each", over: 1, receives: ["element"] }] } } as const;

export const threading = defineModel({
  name: "threading",
  language: "python",
  packages: ["threading", "multiprocessing", "multiprocessing.pool", "concurrent.futures", "multiprocessing.dummy"],
  versions: "3.8–3.14",
  docs: "https://docs.python.org/3/library/threading.html",
  harmless: true,
  exports: {
    Lock: lock,
    RLock: lock,
    Semaphore: lock,
    BoundedSemaphore: lock,
    Condition: lock,
    Thread: thread,
    Process: thread,
    Timer: { instance: "Thread", construct: { returns: "Thread", callbacks: [{ argument: 1, runs: "later" }, { argument: "function", runs: "later" }] } },
    Event: { instance: "Event", construct: { returns: "Event" } },
    ThreadPoolExecutor: executor,
    ProcessPoolExecutor: executor,
    Pool: { instance: "Pool", construct: { returns: "Pool" } },
    ThreadPool: { instance: "Pool", construct: { returns: "Pool" } },
    wait: join,
    as_completed: { call: { returns: { argument: 0 } } },
    local: { call: {} },
    current_thread: { call: {} },
  },
  types: {
    Lock: {
      entered: { opens: { scope: "lock", until: "block-ends" } },
      members: { acquire: wait, release: { call: {} }, locked: { call: {} }, wait, notify: { call: {} }, notify_all: { call: {} } },
    },
    Thread: { members: { start: { call: {} }, join, cancel: { call: {} } } },
    Event: { members: { wait, set: { call: {} }, clear: { call: {} }, is_set: { call: {} } } },
    // What is submitted runs elsewhere, at once; its result is waited for.
    Executor: {
      members: { submit: { call: { returns: "Future", callbacks: [{ argument: 0, runs: "later" }] } }, map: each, shutdown: { call: {} } },
    },
    Pool: {
      members: {
        map: each,
        imap: each,
        imap_unordered: each,
        starmap: each,
        apply: { call: { callbacks: [{ argument: 0, runs: "during" }] } },
        apply_async: { call: { returns: "Future", callbacks: [{ argument: 0, runs: "later" }] } },
        close: { call: {} },
        join: { call: {} },
      },
    },
    Future: {
      members: {
        result: join, get: join, exception: join, done: { call: {} }, cancel: { call: {} },
        add_done_callback: { call: { callbacks: [{ argument: 0, runs: "later" }] } },
      },
    },
  },
});
