import { defineRule, lockCycles } from "../analyzer/index.ts";

export const consistentLockOrder = defineRule({
  name: "consistent-lock-order",
  meta: {
    description: "Require transactions to lock the same tables in the same order",
    config: "all", severity: "warning", fixable: false, hasSuggestions: false,
    messages: {
      reversed: "Locks {{first}} and then {{second}}, while another transaction locks them the other way round: each can wait for the other, a deadlock. Lock them in one order everywhere.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const { first, second, at, trace, confidence } of lockCycles(analysis)) report({ message: "reversed", data: { first, second }, at, trace, confidence });
  },
});
