/** The event loop, and anyio: what joins coroutines, sleeps, locks, or moves work to a thread. */
import { defineModel } from "../schema.ts";

const lock = { instance: "Lock", construct: { returns: "Lock" } } as const;
const start = { call: { starts: { argument: 0 }, returns: { argument: 0 } } } as const;
const given = { call: { returns: { argument: 0 } } } as const;
const thread = { call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during" }] } } as const;
const run = { call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during" }] } } as const;
const later = (argument: number) => ({ call: { callbacks: [{ argument, runs: "later" }] } }) as const;
const sleep = { call: { waits: { on: "timer", seconds: { argument: 0, keyword: "delay" } } } } as const;
const process = { call: { waits: { on: "process" } } } as const;
const connection = { call: { waits: { on: "rpc", confidence: "medium" } } } as const;

export const asyncio = defineModel({
  name: "asyncio",
  language: "python",
  packages: ["asyncio", "anyio", "anyio.to_thread", "trio", "asgiref.sync", "starlette.concurrency", "fastapi.concurrency"],
  versions: "3.8–3.14; anyio 3–4; asgiref 3",
  docs: "https://docs.python.org/3/library/asyncio-task.html",
  harmless: true,
  exports: {
    gather: { call: { gathers: { argument: "all", how: "all" } } },
    wait: { call: { gathers: { argument: 0, how: "settled" } } },
    as_completed: { call: { gathers: { argument: 0, how: "settled" } } },
    sleep,
    wait_for: given,
    shield: given,
    create_task: start,
    ensure_future: start,
    run: given,
    timeout: { call: {} },
    to_thread: thread,
    "to_thread.run_sync": run,
    run_sync: run,
    run_in_threadpool: run,
    sync_to_async: { call: { returns: { argument: 0 } } },
    async_to_sync: { call: { awaits: 0 } },
    get_event_loop: { call: { returns: "Loop" } },
    get_running_loop: { call: { returns: "Loop" } },
    new_event_loop: { call: { returns: "Loop" } },
    create_subprocess_exec: process,
    create_subprocess_shell: process,
    open_connection: connection,
    Lock: lock,
    Semaphore: lock,
    BoundedSemaphore: lock,
    CapacityLimiter: lock,
    Queue: { instance: "Queue", construct: { returns: "Queue" } },
    Event: { instance: "Event", construct: { returns: "Event" } },
    TaskGroup: { instance: "TaskGroup", construct: { returns: "TaskGroup" } },
    create_task_group: { call: { returns: "TaskGroup" } },
  },
  types: {
    Loop: {
      members: {
        run_in_executor: { call: { returns: { callback: 1 }, callbacks: [{ argument: 1, runs: "during" }] } },
        run_until_complete: given,
        create_task: start,
        call_soon: later(0),
        call_soon_threadsafe: later(0),
        call_later: later(1),
        call_at: later(1),
        add_signal_handler: later(1),
        time: { call: {} },
        is_running: { call: {} },
        stop: { call: {} },
        close: { call: {} },
      },
    },
    // Tasks of a group are waited for where its block ends.
    TaskGroup: {
      entered: { gathers: { argument: "all", how: "all" } },
      members: { create_task: { call: { collects: true, returns: { argument: 0 } } }, start_soon: { call: { callbacks: [{ argument: 0, runs: "during" }] } } },
    },
    Lock: {
      entered: { opens: { scope: "lock", until: "block-ends" } },
      members: { acquire: { call: { waits: { on: "lock" } } }, release: { call: {} }, locked: { call: {} } },
    },
    // In the process itself: nothing leaves it.
    Queue: { members: { put: { call: {} }, put_nowait: { call: {} }, get: { call: {} }, get_nowait: { call: {} }, task_done: { call: {} } } },
    Event: { members: { set: { call: {} }, clear: { call: {} }, is_set: { call: {} }, wait: { call: { waits: { on: "lock" } } } } },
  },
});
