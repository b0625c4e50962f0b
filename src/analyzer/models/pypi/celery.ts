/** Celery. A task is a function that can also be sent to a broker; what it does then happens elsewhere. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const enqueue = { call: { enqueues: { to: "job" }, returns: "Result" } } as const;
const decorator = { call: { returns: "Task", perRequest: true } } as const;
/** Workers say when they start; each starts once. */
const signal = { members: { connect: { call: { returns: "Starter", runsOnce: true } } } } as const;
const signature = { call: { returns: "Signature" } } as const;

export const celery = defineModel({
  name: "celery",
  language: "python",
  packages: ["celery", "celery/*", "django_celery_beat/*"],
  versions: "4–5",
  docs: "https://docs.celeryq.dev/en/stable/userguide/calling.html",
  exports: {
    Celery: { instance: "App", construct: { returns: "App" } },
    Task: { instance: "Task" },
    shared_task: decorator,
    task: decorator,
    group: signature,
    chain: signature,
    chord: signature,
    signature,
    current_app: { value: "App" },
    AsyncResult: { instance: "Result", construct: { returns: "Result" } },
    celeryd_init: signal, worker_init: signal, worker_process_init: signal, worker_ready: signal, worker_process_shutdown: signal, worker_shutdown: signal,
    beat_init: signal, setup_logging: signal,
  },
  types: {
    Starter: { call: { runsOnce: true } },
    App: {
      members: {
        task: decorator, send_task: enqueue, signature, conf: "Plain", autodiscover_tasks: local, config_from_object: local, control: "Control",
        AsyncResult: { call: { returns: "Result" } },
      },
    },
    Task: {
      // Called directly it runs here: then it is the function that it was made of.
      call: { returns: { argument: 0 }, perRequest: true },
      members: {
        delay: enqueue,
        apply_async: enqueue,
        delay_on_commit: { call: {} },
        apply_async_on_commit: { call: {} },
        retry: enqueue,
        s: signature,
        si: signature,
        signature,
        map: signature,
        starmap: signature,
        chunks: signature,
        apply: local,
        update_state: local,
        request: "Plain",
        name: "Plain",
      },
    },
    Signature: {
      call: enqueue.call,
      members: {
        delay: enqueue, apply_async: enqueue, set: { call: { returns: "receiver" } }, clone: { call: { returns: "receiver" } }, apply: local, on_error: local,
        link: local,
      },
    },
    Result: {
      members: {
        get: { call: { waits: { on: "rpc" } } }, wait: { call: { waits: { on: "rpc" } } }, ready: local, forget: local, revoke: local, id: "Plain",
        state: "Plain",
      },
    },
    Control: { others: { call: { waits: { on: "rpc" } } } },
    Plain: {},
  },
});
