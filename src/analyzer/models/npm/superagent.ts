/** SuperAgent: a request is built step by step and sent when it is awaited or ended. */
import { defineModel } from "../schema.ts";

const start = { call: { waits: { on: "http" }, returns: "Request" } } as const;
// Each step takes over the wait that the request will bring.
const step = { call: { returns: "settled", callbacks: [] } } as const;
const methods = {
  get: start, head: start, post: start, put: start, patch: start, delete: start, del: start, options: start,
} as const;

export const superagent = defineModel({
  name: "superagent",
  language: "javascript",
  packages: ["superagent"],
  versions: "7–10",
  docs: "https://forwardemail.github.io/superagent/",
  exports: {
    default: { ...start, members: { ...methods, agent: { call: { returns: "Agent" }, construct: { returns: "Agent" } } } },
    SuperAgentRequest: { instance: "Request" },
  },
  types: {
    Agent: { members: methods },
    Request: {
      members: {
        end: { call: { callbacks: [{ argument: 0, runs: "later" }] } },
        on: { call: { returns: "settled", callbacks: [{ argument: 1, runs: "later" }] } },
        then: { call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during", settles: true }, { argument: 1, runs: "during", handles: true }] } },
        catch: { call: { returns: "settled", callbacks: [{ argument: 0, runs: "during", handles: true }] } },
      },
      others: step,
    },
  },
});
