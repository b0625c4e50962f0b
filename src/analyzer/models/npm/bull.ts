/** Bull, BullMQ's predecessor: one class adds jobs and processes them. */
import { jobQueue } from "../protocols/job-queue.ts";
import { defineModel } from "../schema.ts";

export const bull = defineModel({
  name: "bull",
  language: "javascript",
  packages: ["bull", "bull/*"],
  versions: "3–4",
  docs: "https://github.com/OptimalBits/bull/blob/develop/REFERENCE.md",
  follows: [jobQueue],
  exports: {
    default: { instance: "Queue", call: { returns: "Queue" }, construct: { returns: "Queue" } },
    Queue: { instance: "Queue" },
    Job: { instance: "Job" },
  },
  types: {
    Queue: {
      members: {
        process: { call: { callbacks: [{ argument: "last", runs: "later", receives: ["Job"] }] } },
        removeListener: { call: {} },
      },
    },
    Job: { members: { finished: { call: { waits: { on: "rpc" } } }, queue: "Queue" } },
  },
});
