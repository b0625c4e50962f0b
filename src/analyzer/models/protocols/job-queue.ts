/** Queues of jobs in Redis: a job is there for workers at once, whatever a transaction of the database is doing. */
import { defineProtocol } from "../schema.ts";

const local = { call: {} } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;
const cache = { call: { waits: { on: "cache", confidence: "low" } } } as const;
const several = { call: { waits: { on: "cache", confidence: "low" }, returns: "Job", list: true } } as const;
const enqueue = { call: { enqueues: { to: "job" } } } as const;

export const jobQueue = defineProtocol({
  name: "job-queue",
  types: {
    Queue: {
      is: "queue",
      members: {
        add: { call: { enqueues: { to: "job" }, returns: "Job" } },
        addBulk: enqueue,
        getJob: { call: { waits: { on: "cache", confidence: "low" }, returns: "Job" } },
        getJobs: several,
        getWaiting: several,
        getActive: several,
        getDelayed: several,
        getFailed: several,
        getCompleted: several,
        on: listen,
        once: listen,
        off: local,
        close: local,
        toKey: local,
      },
      others: cache,
    },
    Job: { members: { retry: enqueue, promote: enqueue, toJSON: local, discard: local }, others: cache },
  },
});
