/** Jobs that others carry out: Trigger.dev, QStash, Temporal, Agenda, Bee-Queue, Hatchet, Resque. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const job = { call: { enqueues: { to: "job" } } } as const;
const event = { call: { enqueues: { to: "event" } } } as const;
const rpc = { call: { waits: { on: "rpc" } } } as const;
const http = { call: { waits: { on: "http" } } } as const;
const made = (name: string) => ({ instance: name, construct: { returns: name } }) as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: "last", runs: "later" }] } } as const;
const task = { call: { returns: "Task", callbacks: [{ argument: 0, path: ["run"], runs: "later" }] } } as const;
const step = { call: { returns: { callback: 1 }, callbacks: [{ argument: 1, runs: "during" }] } } as const;
const chained = { call: { returns: "receiver" } } as const;
const cache = { call: { waits: { on: "cache", confidence: "low" } } } as const;
const database = { call: { waits: { on: "database" } } } as const;

export const jobServices = defineModel({
  name: "job-services",
  language: "javascript",
  packages: [
    "@trigger.dev/sdk", "@trigger.dev/sdk/*", "@upstash/qstash", "@upstash/qstash/*", "@upstash/workflow", "@upstash/workflow/*", "@temporalio/client", "agenda",
    "@hokify/agenda", "bee-queue", "node-resque", "@hatchet-dev/typescript-sdk",
  ],
  versions: "@trigger.dev/sdk 2–4; @upstash/qstash 2; @upstash/workflow 0–1; @temporalio/client 1; agenda 4–6; bee-queue 1–2; node-resque 8–9",
  docs: "https://trigger.dev/docs/triggering",
  exports: {
    task,
    schemaTask: task,
    tasks: { value: "Task" },
    schedules: { members: { task }, value: "Remote" },
    runs: { value: "Remote" },
    batch: { value: "Task" },
    TriggerClient: made("Client"),
    Client: made("Client"),
    WorkflowClient: made("Workflows"),
    Connection: { members: { connect: rpc, lazy: local } },
    Receiver: { construct: {} },
    serve: { call: { callbacks: [{ argument: 0, runs: "later", receives: ["Context"] }] } },
    Agenda: made("Agenda"),
    Queue: made("Queue"),
    // Agenda's and Bee-Queue's, and Hatchet's.
    default: { instance: "Queue", construct: { returns: "Queue" }, members: { init: { call: { returns: "Queue" } } } },
  },
  types: {
    Task: {
      members: {
        trigger: job,
        batchTrigger: job,
        triggerByTask: job,
        triggerAndWait: rpc,
        batchTriggerAndWait: rpc,
        triggerByTaskAndWait: rpc,
        triggerAndPoll: rpc,
        invoke: job,
        runs: "Remote",
      },
    },
    Remote: { others: http },
    Client: {
      members: {
        // QStash
        publish: { call: { enqueues: { to: "message" } } }, publishJSON: { call: { enqueues: { to: "message" } } }, batch: job, batchJSON: job, enqueue: job, enqueueJSON: job,
        queue: { call: { returns: "Queue" } }, schedules: "Remote", dlq: "Remote", urlGroups: "Remote", messages: "Remote", logs: http, events: http,
        // Upstash Workflow, Trigger.dev
        trigger: job, cancel: http, notify: event, sendEvent: event, sendEvents: event, defineJob: task,
        // Temporal
        workflow: "Workflows", schedule: "Remote", activity: "Remote",
      },
    },
    Workflows: {
      members: {
        start: { call: { enqueues: { to: "job" }, returns: "Handle" } }, signalWithStart: { call: { enqueues: { to: "job" }, returns: "Handle" } },
        execute: rpc, result: rpc, executeUpdateWithStart: rpc, startUpdateWithStart: rpc, getHandle: { call: { returns: "Handle" } }, list: local, count: rpc,
      },
    },
    Handle: { members: { signal: { call: { enqueues: { to: "message" } } }, client: "Workflows" }, others: rpc },
    Context: { members: { run: step, call: http, sleep: local, sleepUntil: local, waitForEvent: local, notify: event, invoke: rpc, cancel: http } },
    Agenda: {
      members: {
        now: job, schedule: job, every: job, create: { call: { returns: "Job" } }, define: listen, on: listen, once: listen, processEvery: chained, start: database,
        stop: database, close: local,
      },
      others: database,
    },
    Queue: {
      extends: "Agenda",
      members: {
        createJob: { call: { returns: "Job" } }, enqueue: job, enqueueJSON: job, enqueueAt: job, enqueueIn: job, upsert: http, process: listen, getJob: cache, getJobs: cache, removeJob: cache,
        saveAll: job, connect: cache, ready: cache, events: "Events", admin: "Runs", runNoWait: job,
      },
    },
    Job: { members: { save: job, remove: database, run: local, fail: local }, others: chained },
    Events: { members: { push: event, bulkPush: event } },
    Runs: { members: { runWorkflow: job, runWorkflows: job } },
  },
});
