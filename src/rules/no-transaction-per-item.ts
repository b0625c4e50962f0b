import { defineRule, perItemCommits } from "../analyzer/index.ts";

export const noTransactionPerItem = defineRule({
  name: "no-transaction-per-item",
  meta: {
    description: "Disallow committing every item of a collection by itself",
    config: "strict", severity: "warning", fixable: false, hasSuggestions: false,
    messages: {
      transaction: "Opens and commits a transaction for every item of the collection: each is a round trip and a flush to disk of its own, and takes its locks anew. Write the items in one bulk statement or in chunks, one transaction each.",
      write: "Commits {{statement}} for every item of the collection by itself: each is a round trip and a flush to disk of its own. Write the items in one bulk statement, or in one transaction per chunk.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const { write, transaction, at, trace, confidence } of perItemCommits(analysis)) {
      if (transaction) report({ message: "transaction", data: {}, at, trace, confidence });
      else if (write) report({ message: "write", data: { statement: write.name }, at, trace, confidence });
    }
  },
});
