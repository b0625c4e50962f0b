import { defineRule, enqueuesInTransactions, sendBehind } from "../analyzer/index.ts";

const WHAT = { job: "a job", message: "a message", event: "an event" } as const;

export const noEnqueueInTransaction = defineRule({
  name: "no-enqueue-in-transaction",
  meta: {
    description: "Disallow handing jobs, messages and events to a broker before the transaction commits",
    config: "recommended", severity: "error", fixable: false, hasSuggestions: true,
    messages: {
      early: "Sends {{what}} ({{name}}{{distance}}) before the transaction commits: a worker can be faster and find no rows, and a rollback does not take it back. Send it after the commit, or write it to an outbox table in the transaction.",
    },
    options: { allow: [] as string[] },
    schema: { allow: { type: "array", items: { enum: ["job", "message", "event"] }, uniqueItems: true } },
  },
  check(analysis, report, { allow }) {
    for (const { to, during } of enqueuesInTransactions(analysis)) {
      if (allow.includes(to)) continue;
      const calls = during.trace.length - 2;
      const distance = calls > 0 ? `, ${calls} ${calls === 1 ? "call" : "calls"} down` : "";
      const { at, trace, confidence, what: { name } } = during;
      report({ message: "early", data: { what: WHAT[to], name, distance }, at, trace, confidence, suggestions: sendBehind(analysis, during) });
    }
  },
});
