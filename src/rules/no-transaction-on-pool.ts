import { defineRule, poolBegins, takeClient } from "../analyzer/index.ts";

export const noTransactionOnPool = defineRule({
  name: "no-transaction-on-pool",
  meta: {
    description: "Disallow BEGIN through a pool, where each statement may take another connection",
    config: "recommended", severity: "error", fixable: false, hasSuggestions: true,
    messages: {
      onPool: "Begins a transaction through the pool: the statements behind it, the COMMIT too, may each run on another connection, and the one with the BEGIN goes back with it open. Check out one connection, or use the library's own transaction function.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const begin of poolBegins(analysis)) {
      const { what, at, trace } = begin;
      report({ message: "onPool", data: {}, at, trace, confidence: what.confidence, suggestions: takeClient(analysis, begin) });
    }
  },
});
