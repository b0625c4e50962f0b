import { defineRule, describeWait, keptConnections } from "../analyzer/index.ts";

export const noConnectionAcrossRequest = defineRule({
  name: "no-connection-across-request",
  meta: {
    description: "Disallow keeping a connection while a request waits for something slow",
    config: "strict", severity: "warning", fixable: false, hasSuggestions: false,
    messages: {
      session: "Keeps the session's connection while waiting for {{wait}} ({{name}}): as many such waits as the pool has connections, and every other request stands still. End the session's transaction or close it before the wait, and take another connection afterwards.",
      connection: "Keeps a connection while waiting for {{wait}} ({{name}}): as many such waits as the pool has connections, and every other request stands still. Release it before the wait, and take another one afterwards.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const { what, on, session, at, trace, confidence } of keptConnections(analysis)) {
      report({ message: session ? "session" : "connection", data: { wait: describeWait(on), name: what.name }, at, trace, confidence });
    }
  },
});
