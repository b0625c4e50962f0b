/** Requests that are noted down, or handed to threads, and waited for later: grequests, requests-futures. */
import { defineModel } from "../schema.ts";

const wait = { call: { waits: { on: "http" } } } as const;
const noted = { call: { returns: "Noted" } } as const;
const begun = { call: { returns: "Coming" } } as const;

export const deferredRequests = defineModel({
  name: "deferred-requests",
  language: "python",
  packages: ["grequests", "requests_futures.sessions"],
  versions: "grequests 0; requests-futures 0–1",
  docs: "https://github.com/spyoungtech/grequests",
  exports: {
    get: noted,
    post: noted,
    put: noted,
    patch: noted,
    delete: noted,
    head: noted,
    request: noted,
    map: wait,
    imap: wait,
    imap_enumerated: wait,
    FuturesSession: { instance: "Session", construct: { returns: "Session" } },
  },
  types: {
    Noted: { members: { send: wait } },
    Session: { members: { get: begun, post: begun, put: begun, patch: begun, delete: begun, head: begun, options: begun, request: begun } },
    Coming: { members: { result: wait, exception: wait, done: { call: {} }, cancel: { call: {} } } },
  },
});
