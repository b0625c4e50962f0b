/** Got: requests are promises with shortcuts to the body. */
import { defineModel } from "../schema.ts";

const send = { call: { waits: { on: "http" }, returns: "Response" } } as const;
const extend = { call: { returns: "Instance" } } as const;
// A shortcut waits for the same request; with callbacks, though none, it is a promise of its own.
const body = { call: { returns: "settled", callbacks: [] } } as const;
// A stream is nothing to wait for: its events come later.
const stream = { call: {} } as const;
const methods = { get: send, post: send, put: send, patch: send, head: send, delete: send, extend } as const;

export const got = defineModel({
  name: "got",
  language: "javascript",
  packages: ["got"],
  versions: "11–14",
  docs: "https://github.com/sindresorhus/got#readme",
  exports: {
    default: {
      ...send,
      members: { ...methods, stream, paginate: { ...send, members: { all: send, each: send } } },
    },
    got: { ...send, members: { ...methods, stream, paginate: { ...send, members: { all: send, each: send } } } },
    Got: { instance: "Instance" },
    CancelableRequest: { instance: "Response" },
  },
  types: {
    Instance: { ...send, members: { ...methods, stream, paginate: "Pages" } },
    Pages: { ...send, members: { all: send, each: send } },
    Response: { members: { json: body, text: body, buffer: body, on: { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } }, cancel: { call: {} } } },
  },
});
