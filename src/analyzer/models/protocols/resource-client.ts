/** Clients of services over HTTP: resources nest to any depth, and each of their methods is a request. */
import { defineProtocol } from "../schema.ts";

const local = { call: {} } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;

export const resourceClient = defineProtocol({
  name: "resource-client",
  types: {
    Client: { members: { on: listen, once: listen, off: local, webhooks: "Local", logger: "Local", config: "Local", options: "Local" }, others: "Resource" },
    // Both a namespace and, where it is called, a method.
    Resource: { call: { waits: { on: "http" } }, others: "Resource" },
    Local: { call: {}, others: "Local" },
  },
});
