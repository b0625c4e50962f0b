import { defineRule, lockCycles, unorderedRows } from "../analyzer/index.ts";

export const consistentLockOrder = defineRule({
  name: "consistent-lock-order",
  meta: {
    description: "Require transactions to lock the same tables, and rows, in the same order",
    config: "all", severity: "warning", fixable: false, hasSuggestions: false,
    messages: {
      reversed: "Locks {{first}} and then {{second}}, while another transaction locks them the other way round: each can wait for the other, a deadlock. Lock them in one order everywhere.",
      unsorted: "Locks rows of {{table}} one by one, in the order in which they are given: two transactions with the same rows in two orders wait for each other, a deadlock. Sort them by their key first, or lock them in one statement that orders them.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const { table, at, trace, confidence } of unorderedRows(analysis)) report({ message: "unsorted", data: { table }, at, trace, confidence });
    for (const { first, second, at, trace, confidence } of lockCycles(analysis)) report({ message: "reversed", data: { first, second }, at, trace, confidence });
  },
});
