/** Node's own HTTP clients: nothing is awaited, so the wait counts only where a promise is made of it. */
import { defineModel } from "../schema.ts";

const send = { call: { waits: { on: "http" }, returns: "Request", callbacks: [{ argument: "last", runs: "later" }] } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;

export const nodeHttp = defineModel({
  name: "node-http",
  language: "javascript",
  packages: ["http", "https", "node:http", "node:https"],
  versions: "Node.js 18–24",
  docs: "https://nodejs.org/api/http.html",
  exports: {
    default: { members: { request: send, get: send, createServer: { call: { returns: "Server", callbacks: [{ argument: "last", runs: "later" }] } } } },
    ClientRequest: { instance: "Request" },
    Server: { instance: "Server" },
    Agent: { construct: {} },
  },
  types: {
    Request: { members: { on: listen, once: listen, setTimeout: listen, write: { call: {} }, end: { call: {} }, destroy: { call: {} } } },
    Server: { members: { on: listen, once: listen, listen: { call: { returns: "receiver", callbacks: [{ argument: "last", runs: "later" }] } }, close: { call: {} } } },
  },
});
