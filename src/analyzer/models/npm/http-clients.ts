/** HTTP clients that are a function: it sends, and so do the methods that hang on it. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
// Those that take a callback call it with the answer, whoever waits.
const send = { call: { waits: { on: "http" }, callbacks: [{ argument: "last", runs: "later" }] } } as const;
const another = { call: { returns: "Client" } } as const;
const methods = {
  get: send, post: send, put: send, patch: send, head: send, del: send, delete: send, options: send, request: send, raw: send, native: send,
  promisified: send, unpromisified: send, curl: send, defaults: another, create: another, extend: another, jar: local, cookie: local, stringify: local,
} as const;
const client = { ...send, members: methods } as const;

export const httpClients = defineModel({
  name: "http-clients",
  language: "javascript",
  packages: ["ofetch", "needle", "request", "request-promise", "request-promise-native", "phin", "urllib", "gaxios", "redaxios", "centra", "simple-get"],
  versions: "ofetch 1; needle 2–3; request 2; request-promise 4; phin 2–3; urllib 2–4; gaxios 4–7; redaxios 0",
  docs: "https://github.com/unjs/ofetch#readme",
  exports: {
    default: client,
    ofetch: client,
    $fetch: client,
    fetch: send,
    createFetch: another,
    request: client,
    curl: send,
    get: send,
    post: send,
    put: send,
    patch: send,
    head: send,
    concat: send,
    defaults: local,
    Gaxios: { instance: "Client", construct: { returns: "Client" } },
    HttpClient: { instance: "Client", construct: { returns: "Client" } },
  },
  types: { Client: { ...send, members: methods } },
});
