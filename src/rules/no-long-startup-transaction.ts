import { defineRule, longStartupTransactions } from "../analyzer/index.ts";

export const noLongStartupTransaction = defineRule({
  name: "no-long-startup-transaction",
  meta: {
    description: "Disallow changing schema and data in one transaction at start-up",
    config: "strict", severity: "warning", fixable: false, hasSuggestions: false,
    messages: {
      long: "Holds {{changes}} in one transaction at start-up: every table it touches stays locked until the last of them is done, and other instances wait. Commit each step by itself, and move data in batches.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const { scope, changes, writes, repeated, last } of longStartupTransactions(analysis)) {
      const schema = repeated ? "a schema change per item" : `${changes} schema ${changes === 1 ? "change" : "changes"}`;
      report({ message: "long", data: { changes: writes > 0 ? `${schema} and data` : schema }, at: scope.span, trace: last.trace, confidence: last.confidence });
    }
  },
});
