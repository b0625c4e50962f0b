import { defineRule, floatingStatements } from "../analyzer/index.ts";

export const noFloatingQueryInTransaction = defineRule({
  name: "no-floating-query-in-transaction",
  meta: {
    description: "Disallow statements of a transaction for which nothing waits",
    config: "recommended", severity: "error", fixable: true, hasSuggestions: false,
    messages: {
      floats: "Nothing waits for {{statement}}: it may run after the transaction has ended, and its error is lost. Await it, or return it.",
      idle: "{{statement}} never runs: the statement is only built, and is sent when something awaits it. Await it.",
      ends: "Nothing waits for the {{statement}}: the caller goes on while the transaction is still open, and its error is lost. Await it.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const { what, at, trace, confidence, fix } of floatingStatements(analysis)) {
      const { effect } = what;
      if (effect.kind === "control") report({ message: "ends", data: { statement: effect.step }, at, trace, confidence, fix });
      else report({ message: what.idle ? "idle" : "floats", data: { statement: what.name }, at, trace, confidence, fix });
    }
  },
});
