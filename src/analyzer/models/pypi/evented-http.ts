/** Clients of HTTP for event loops other than asyncio's own: Tornado's and Twisted's. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const wait = { call: { waits: { on: "http" } } } as const;
const verbs = { get: wait, post: wait, put: wait, patch: wait, delete: wait, head: wait, request: wait } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const eventedHttp = defineModel({
  name: "evented-http",
  language: "python",
  packages: ["tornado.httpclient", "tornado.simple_httpclient", "treq", "treq.client"],
  versions: "tornado 5–6; treq 20–26",
  docs: "https://www.tornadoweb.org/en/stable/httpclient.html",
  exports: {
    AsyncHTTPClient: client,
    HTTPClient: client,
    HTTPRequest: { construct: {} },
    ...verbs,
    content: local,
    json_content: local,
    text_content: local,
  },
  types: { Client: { members: { ...verbs, fetch: wait, close: local } } },
});
