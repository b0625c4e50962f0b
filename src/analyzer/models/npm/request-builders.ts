/** HTTP clients that are put together first: the request is sent by its verb, or by the function that was made. */
import { defineModel } from "../schema.ts";

const step = { call: { returns: "receiver" } } as const;
const send = { call: { waits: { on: "http" }, returns: "Answer" } } as const;
// What is asked of the answer waits for the same request.
const body = { call: { returns: "settled", callbacks: [] } } as const;
const catcher = { call: { returns: "settled", callbacks: [{ argument: "last", runs: "later" }] } } as const;

export const requestBuilders = defineModel({
  name: "request-builders",
  language: "javascript",
  packages: ["wretch", "bent"],
  versions: "wretch 1–3; bent 7",
  docs: "https://github.com/elbywan/wretch#readme",
  exports: {
    // One makes a builder, the other a function.
    default: { call: { returns: "Builder" } },
    wretch: { call: { returns: "Builder" } },
    Wretch: { instance: "Builder" },
  },
  types: {
    Builder: {
      ...send,
      members: { get: send, post: send, put: send, patch: send, delete: send, head: send, opts: send, fetch: send },
      others: step,
    },
    Answer: {
      members: { json: body, text: body, blob: body, formData: body, arrayBuffer: body, res: body },
      others: catcher,
    },
  },
});
