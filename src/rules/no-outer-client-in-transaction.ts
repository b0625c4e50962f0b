import { defineRule, outsideTransactions, useHandle } from "../analyzer/index.ts";

export const noOuterClientInTransaction = defineRule({
  name: "no-outer-client-in-transaction",
  meta: {
    description: "Disallow statements on the root client while a transaction is open",
    config: "recommended", severity: "error", fixable: false, hasSuggestions: true,
    messages: {
      outside: "Runs {{statement}} beside the transaction opened by {{opening}}: on a second connection, not undone by a rollback, and stuck when the pool is used up. Use the transaction's handle, or hand it to the function that runs this.",
      second: "Opens a second transaction ({{statement}}) while the one opened by {{opening}} holds its connection and locks: the two can wait for each other. Hand the open transaction on, or move this before or behind it.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const { during, second } of outsideTransactions(analysis)) {
      const { what, at, trace, confidence, scope } = during;
      report({
        message: second ? "second" : "outside",
        data: { statement: what.name, opening: scope.name || "this function" },
        at,
        trace,
        confidence,
        suggestions: second ? [] : useHandle(analysis, during),
      });
    }
  },
});
