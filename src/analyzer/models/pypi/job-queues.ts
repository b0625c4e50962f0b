/** Smaller job queues: RQ, Dramatiq, ARQ, Huey, TaskIQ, APScheduler (which is this process's own). */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const enqueue = { call: { enqueues: { to: "job" } } } as const;
const queue = { instance: "Queue", construct: { returns: "Queue" } } as const;
const decorator = { call: { returns: "Actor", perRequest: true } } as const;
const starter = { call: { returns: "Starter", runsOnce: true } } as const;
const broker = { instance: "Broker", construct: { returns: "Broker" } } as const;

export const jobQueues = defineModel({
  name: "job-queues",
  language: "python",
  packages: ["rq", "rq.queue", "django_rq", "dramatiq", "arq", "arq.connections", "huey", "taskiq", "taskiq_redis", "django_q.tasks", "saq"],
  versions: "rq 1–2; dramatiq 1–2; arq 0.22–0.26; huey 2; taskiq 0.8–0.12; django-q 1",
  docs: "https://python-rq.org/docs/",
  exports: {
    Queue: queue,
    get_queue: { call: { returns: "Queue" } },
    enqueue,
    async_task: enqueue,
    schedule: enqueue,
    actor: decorator,
    create_pool: { call: { returns: "Pool" } },
    ArqRedis: { instance: "Pool" },
    RedisHuey: broker,
    SqliteHuey: broker,
    RedisBroker: broker,
    ListQueueBroker: broker,
    RedisStreamBroker: broker,
    group: local,
    pipeline: local,
  },
  types: {
    Queue: {
      members: {
        enqueue, enqueue_call: enqueue, enqueue_at: enqueue, enqueue_in: enqueue, enqueue_many: enqueue, enqueue_job: enqueue,
        fetch_job: { call: { waits: { on: "cache", confidence: "low" } } }, apply: enqueue,
      },
    },
    Actor: {
      call: { returns: { argument: 0 }, perRequest: true },
      members: { send: enqueue, send_with_options: enqueue, kiq: enqueue, delay: enqueue, schedule: enqueue, message: local, fn: "Plain" },
    },
    Pool: { members: { enqueue_job: enqueue, close: local } },
    Broker: { members: { task: decorator, periodic_task: decorator, on_startup: starter, on_shutdown: starter, startup: local, shutdown: local } },
    Starter: { call: { runsOnce: true } },
    Plain: {},
  },
});
