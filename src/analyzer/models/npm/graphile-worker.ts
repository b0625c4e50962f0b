/** Graphile Worker. Jobs are rows of the database, added over a pool of its own unless it is given one (`pgPool`). */
import { defineModel } from "../schema.ts";

const enqueue = { call: { enqueues: { to: "job", sameDatabase: true } } } as const;
const database = { call: { waits: { on: "database" } } } as const;
const connects = {
  opens: "pool", engine: "postgres", unless: { argument: 0, path: ["pgPool"] },
  options: { max: [{ argument: 0, path: ["maxPoolSize"] }], options: { argument: 0 } },
} as const;
const withPgClient = {
  call: {
    returns: { callback: 0 },
    opens: { scope: "connection", until: "callback-returns" },
    callbacks: [{ argument: 0, runs: "during", receives: ["pg:PoolClient"] }],
  },
} as const;

export const graphileWorker = defineModel({
  name: "graphile-worker",
  language: "javascript",
  packages: ["graphile-worker"],
  versions: "0.13–0.17",
  docs: "https://worker.graphile.org/docs",
  exports: {
    makeWorkerUtils: { call: { returns: "Utils", connects } },
    // Opens a pool for this one job.
    quickAddJob: { call: { enqueues: { to: "job", sameDatabase: true }, connects } },
    addJobAdhoc: { call: { enqueues: { to: "job", sameDatabase: true }, connects } },
    run: { call: { returns: "Runner", connects } },
    runOnce: { call: { connects, waits: { on: "database" } } },
    runMigrations: { call: { connects, waits: { on: "database" } } },
    JobHelpers: { instance: "Helpers" },
    Helpers: { instance: "Helpers" },
    WorkerUtils: { instance: "Utils" },
    Runner: { instance: "Runner" },
  },
  types: {
    Helpers: {
      is: "client",
      members: { addJob: enqueue, addJobs: enqueue, withPgClient, query: { call: { statement: { sql: { argument: 0 }, rowsAt: ["rows"] } } } },
    },
    Utils: {
      is: "queue",
      members: {
        addJob: enqueue,
        addJobs: enqueue,
        withPgClient,
        migrate: database,
        completeJobs: database,
        permanentlyFailJobs: database,
        rescheduleJobs: database,
        forceUnlockWorkers: database,
        cleanup: database,
        release: { call: { releases: "receiver" } },
      },
    },
    Runner: { is: "queue", members: { addJob: enqueue, addJobs: enqueue, stop: { call: {} }, kill: { call: {} } } },
  },
});
