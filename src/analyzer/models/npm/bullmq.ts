/** BullMQ. Jobs go to Redis at once, whatever a transaction of the database is doing. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const enqueue = { call: { enqueues: { to: "job" } } } as const;
const cache = { call: { waits: { on: "cache", confidence: "low" } } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;
const made = (name: string) => ({ instance: name, construct: { returns: name } }) as const;
const worker = { instance: "Events", construct: { returns: "Events", callbacks: [{ argument: 1, runs: "later", receives: ["Job"] }] } } as const;
const one = { call: { waits: { on: "cache", confidence: "low" }, returns: "Job" } } as const;
const several = { call: { waits: { on: "cache", confidence: "low" }, returns: "Job", list: true } } as const;

export const bullmq = defineModel({
  name: "bullmq",
  language: "javascript",
  packages: ["bullmq", "@taskforcesh/bullmq-pro"],
  versions: "1–6",
  docs: "https://docs.bullmq.io",
  exports: {
    Queue: made("Queue"),
    QueuePro: made("Queue"),
    FlowProducer: made("Flow"),
    FlowProducerPro: made("Flow"),
    QueueEvents: made("Events"),
    QueueEventsProducer: made("Events"),
    QueueScheduler: made("Events"), // v1
    Worker: worker,
    WorkerPro: worker,
    Job: { ...made("Job"), members: { fromId: one, create: { call: { enqueues: { to: "job" }, returns: "Job" } } } },
  },
  types: {
    Queue: {
      is: "queue",
      members: {
        add: { call: { enqueues: { to: "job" }, returns: "Job" } },
        addBulk: enqueue,
        upsertJobScheduler: enqueue,
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
        close: local,
        disconnect: local,
        toKey: local,
        waitUntilReady: cache,
      },
      others: cache,
    },
    Flow: { is: "queue", members: { add: enqueue, addBulk: enqueue, getFlow: cache, on: listen, once: listen, close: local } },
    Events: { members: { on: listen, once: listen, off: local, run: local, close: local, pause: local, resume: local, waitUntilReady: cache } },
    Job: {
      members: { waitUntilFinished: { call: { waits: { on: "rpc" } } }, retry: enqueue, promote: enqueue, toJSON: local, asJSON: local, discard: local },
      others: cache,
    },
  },
});
