/** Inngest. Functions are registered; their steps run one by one when an event arrives. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const event = { call: { enqueues: { to: "event" } } } as const;
const during = { call: { returns: { callback: 1 }, callbacks: [{ argument: 1, runs: "during" }] } } as const;

export const inngest = defineModel({
  name: "inngest",
  language: "javascript",
  packages: ["inngest", "inngest/*"],
  versions: "2–4",
  docs: "https://www.inngest.com/docs/reference",
  exports: { Inngest: { instance: "Client", construct: { returns: "Client" } } },
  types: {
    Client: {
      members: {
        send: event,
        sendSignal: event,
        // Before v4 the trigger stands between the options and the handler.
        createFunction: {
          call: { callbacks: [{ argument: "last", runs: "later", receives: ["Context"] }, { argument: 0, path: ["onFailure"], runs: "later", receives: ["Context"] }] },
        },
        setEventKey: local,
      },
    },
    Context: { members: { step: "Step" } },
    Step: {
      members: {
        run: during,
        sendEvent: event,
        sendSignal: event,
        invoke: { call: { waits: { on: "rpc" } } },
        fetch: { call: { waits: { on: "http" } } },
        ai: "StepAi",
        sleep: local,
        sleepUntil: local,
        waitForEvent: local,
        waitForSignal: local,
      },
    },
    StepAi: { members: { infer: { call: { waits: { on: "llm" } } }, wrap: during } },
  },
});
