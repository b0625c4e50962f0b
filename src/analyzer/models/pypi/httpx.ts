/** HTTPX, with functions, clients and asynchronous clients. */
import { defineModel } from "../schema.ts";

const wait = { call: { waits: { on: "http" }, returns: "Response" } } as const;
const verbs = { get: wait, post: wait, put: wait, patch: wait, delete: wait, head: wait, options: wait, request: wait, stream: wait } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;
const asyncClient = { instance: "AsyncClient", construct: { returns: "AsyncClient" } } as const;

export const httpx = defineModel({
  name: "httpx",
  language: "python",
  packages: ["httpx", "authlib.integrations.httpx_client"],
  versions: "0.20–0.28",
  docs: "https://www.python-httpx.org/api/",
  exports: { ...verbs, Client: client, AsyncClient: asyncClient, AsyncOAuth2Client: asyncClient, Timeout: { call: {} }, Limits: { call: {} } },
  types: {
    Client: {
      members: { ...verbs, send: wait, fetch_token: wait, build_request: { call: {} }, close: { call: {} }, aclose: { call: {} }, is_closed: "Plain" },
    },
    AsyncClient: { extends: "Client", coroutines: true },
    Response: { others: { call: {} } },
    Plain: {},
  },
  errors: { unrelated: ["HTTPStatusError", "RequestError", "TimeoutException", "ConnectError"] },
});
