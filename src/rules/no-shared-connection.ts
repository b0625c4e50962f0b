import { defineRule, transactionsOnSharedConnections } from "../analyzer/index.ts";

export const noSharedConnection = defineRule({
  name: "no-shared-connection",
  meta: {
    description: "Disallow transactions on one connection that concurrent requests share",
    config: "strict", severity: "error", fixable: false, hasSuggestions: false,
    messages: {
      shared: "Begins a transaction on the one connection ({{connection}}) that all requests share: statements of others fall into it, and are committed or rolled back with it. Take a connection of its own from a pool.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const { connection, at, trace, confidence } of transactionsOnSharedConnections(analysis)) {
      report({ message: "shared", data: { connection: connection.name }, at, trace, confidence });
    }
  },
});
