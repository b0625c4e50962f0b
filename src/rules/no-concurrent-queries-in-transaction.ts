import { awaitInTurn, concurrentStatements, defineRule } from "../analyzer/index.ts";

export const noConcurrentQueriesInTransaction = defineRule({
  name: "no-concurrent-queries-in-transaction",
  meta: {
    description: "Disallow starting several statements of one transaction at once",
    config: "recommended", severity: "error", fixable: false, hasSuggestions: true,
    messages: {
      together: "Starts {{statements}} together on the one connection of a transaction: they queue, and when one fails the others still run after the rollback. Await them one after the other, or write one statement.",
      alone: "Starts {{statements}} together on one connection taken from the pool: they queue all the same, and drivers come to refuse it. Await them one after the other, write one statement, or run them through the pool.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const { statements, perItem, alone, at, trace, confidence } of concurrentStatements(analysis)) {
      const names = [...new Set(statements.map((one) => one.name))].slice(0, 3).join(", ");
      report({
        message: alone ? "alone" : "together",
        data: { statements: perItem ? `${names} for every item` : names },
        at,
        trace,
        confidence,
        suggestions: awaitInTurn(analysis, at),
      });
    }
  },
});
