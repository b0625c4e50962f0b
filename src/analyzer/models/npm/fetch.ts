/** The platform's HTTP client. */
import { defineModel } from "../schema.ts";

export const fetch = defineModel({
  name: "fetch",
  language: "javascript",
  packages: ["node-fetch", "node-fetch-native", "cross-fetch", "isomorphic-fetch", "isomorphic-unfetch", "make-fetch-happen", "minipass-fetch", "unfetch", "undici"],
  versions: "Node.js 20–24; node-fetch 2, 3; undici 5–7",
  docs: "https://developer.mozilla.org/docs/Web/API/Fetch_API",
  globals: { fetch: { call: { waits: { on: "http" } } } },
  exports: {
    default: { call: { waits: { on: "http" } } },
    fetch: { call: { waits: { on: "http" } } },
    request: { call: { waits: { on: "http" } } },
    stream: { call: { waits: { on: "http" } } },
    pipeline: { call: { waits: { on: "http" } } },
  },
});
