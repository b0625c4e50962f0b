/** Bull, BullMQ's predecessor: one class adds jobs and processes them. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const enqueue = { call: { enqueues: { to: "job" } } } as const;
const cache = { call: { waits: { on: "cache", confidence: "low" } } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;
const one = { call: { waits: { on: "cache", confidence: "low" }, returns: "Job" } } as const;
const several = { call: { waits: { on: "cache", confidence: "low" }, returns: "Job", list: true } } as const;

export const bull = defineModel({
  name: "bull",
  language: "javascript",
  packages: ["bull", "bull/*"],
  versions: "3–4",
  docs: "https://github.com/OptimalBits/bull/blob/develop/REFERENCE.md",
  exports: {
    default: { instance: "Queue", call: { returns: "Queue" }, construct: { returns: "Queue" } },
    Queue: { instance: "Queue" },
    Job: { instance: "Job" },
  },
  types: {
    Queue: {
      is: "queue",
      members: {
        add: { call: { enqueues: { to: "job" }, returns: "Job" } },
        addBulk: enqueue,
        process: { call: { callbacks: [{ argument: "last", runs: "later", receives: ["Job"] }] } },
        getJob: one,
        getJobs: several,
        getWaiting: several,
        getActive: several,
        getDelayed: several,
        getFailed: several,
        getCompleted: several,
        on: listen,
        once: listen,
        off: local,
        removeListener: local,
        close: local,
        toKey: local,
      },
      others: cache,
    },
    Job: {
      members: { finished: { call: { waits: { on: "rpc" } } }, retry: enqueue, promote: enqueue, toJSON: local, discard: local, queue: "Queue" },
      others: cache,
    },
  },
});
