/** BullMQ. */
import { jobQueue } from "../protocols/job-queue.ts";
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const enqueue = { call: { enqueues: { to: "job" } } } as const;
const cache = { call: { waits: { on: "cache", confidence: "low" } } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;
const made = (name: string) => ({ instance: name, construct: { returns: name } }) as const;
const worker = { instance: "Events", construct: { returns: "Events", callbacks: [{ argument: 1, runs: "later", receives: ["Job"] }] } } as const;
const one = { call: { waits: { on: "cache", confidence: "low" }, returns: "Job" } } as const;

export const bullmq = defineModel({
  name: "bullmq",
  language: "javascript",
  packages: ["bullmq", "@taskforcesh/bullmq-pro"],
  versions: "1–6",
  docs: "https://docs.bullmq.io",
  follows: [jobQueue],
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
      members: {
        upsertJobScheduler: enqueue,
        disconnect: local,
        waitUntilReady: cache,
      },
    },
    Flow: { is: "queue", members: { add: enqueue, addBulk: enqueue, getFlow: cache, on: listen, once: listen, close: local } },
    Events: { members: { on: listen, once: listen, off: local, run: local, close: local, pause: local, resume: local, waitUntilReady: cache } },
    Job: { members: { waitUntilFinished: { call: { waits: { on: "rpc" } } }, asJSON: local } },
  },
});
