/** Ky: requests are promises with shortcuts to the body. */
import { defineModel } from "../schema.ts";

const send = { call: { waits: { on: "http" }, returns: "Response" } } as const;
const extend = { call: { returns: "Instance" } } as const;
// A shortcut waits for the same request; with callbacks, though none, it is a promise of its own.
const body = { call: { returns: "settled", callbacks: [] } } as const;
const methods = { get: send, post: send, put: send, patch: send, head: send, delete: send, create: extend, extend } as const;

export const ky = defineModel({
  name: "ky",
  language: "javascript",
  packages: ["ky", "ky-universal"],
  versions: "0.25–1",
  docs: "https://github.com/sindresorhus/ky#readme",
  exports: {
    default: { ...send, members: methods },
    KyInstance: { instance: "Instance" },
    ResponsePromise: { instance: "Response" },
  },
  types: {
    Instance: { ...send, members: methods },
    Response: { members: { json: body, text: body, formData: body, arrayBuffer: body, blob: body } },
  },
});
