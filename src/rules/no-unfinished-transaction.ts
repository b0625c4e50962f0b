import { defineRule, lostWrites, rollBackBeforeLeaving, unfinishedTransactions } from "../analyzer/index.ts";

const WAYS = { returns: "when the function returns early", ends: "when the function ends", throws: "when a statement in it fails" } as const;

export const noUnfinishedTransaction = defineRule({
  name: "no-unfinished-transaction",
  meta: {
    description: "Disallow leaving a function with the transaction it began neither committed nor rolled back",
    config: "strict", severity: "error", fixable: false, hasSuggestions: true,
    messages: {
      open: "The transaction begun here stays open {{way}}: its locks and its connection are kept until the connection dies. Commit or roll back on every path, in a catch or finally block for errors.",
      lost: "Writes ({{statement}}) on a connection that is closed without a commit: its first statement began a transaction, and closing it undoes what was written. Commit before it is closed.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const unfinished of unfinishedTransactions(analysis)) {
      const { what, way, trace, confidence } = unfinished;
      report({ message: "open", data: { way: WAYS[way] }, at: what.span, trace, confidence, suggestions: rollBackBeforeLeaving(analysis, unfinished) });
    }
    for (const { what, trace, confidence } of lostWrites(analysis)) report({ message: "lost", data: { statement: what.name }, at: what.span, trace, confidence });
  },
});
