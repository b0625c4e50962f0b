/** aiohttp's client. The request is sent where it is awaited or its block is entered; the body is read after that. */
import { defineModel } from "../schema.ts";

const wait = { call: { waits: { on: "http" }, returns: "Response" } } as const;
const verbs = { get: wait, post: wait, put: wait, patch: wait, delete: wait, head: wait, options: wait, request: wait, ws_connect: wait } as const;
const session = { instance: "Session", construct: { returns: "Session" } } as const;

export const aiohttp = defineModel({
  name: "aiohttp",
  language: "python",
  packages: ["aiohttp", "aiohttp.client", "aiohttp_retry"],
  versions: "3",
  docs: "https://docs.aiohttp.org/en/stable/client_reference.html",
  exports: { ClientSession: session, RetryClient: session, request: wait, ClientTimeout: { call: {} }, TCPConnector: { call: {} }, FormData: { call: {} } },
  types: {
    Session: { members: { ...verbs, close: { call: {} } } },
    Response: { members: { json: { call: {} }, text: { call: {} }, read: { call: {} }, raise_for_status: { call: {} }, release: { call: {} } } },
  },
});
