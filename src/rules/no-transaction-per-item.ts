import { defineRule, perItemCommits, writeInBulk, type Analysis, type PerItem, type Suggestion } from "../analyzer/index.ts";

export const noTransactionPerItem = defineRule({
  name: "no-transaction-per-item",
  meta: {
    description: "Disallow committing every item of a collection by itself",
    config: "strict", severity: "warning", fixable: false, hasSuggestions: true,
    messages: {
      transaction: "Opens and commits a transaction for every item of the collection: each is a round trip and a flush to disk of its own, and takes its locks anew. Write the items in one bulk statement or in chunks, one transaction each.",
      write: "Commits {{statement}} for every item of the collection by itself: each is a round trip and a flush to disk of its own. Write the items in one bulk statement, or in one transaction per chunk.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const item of perItemCommits(analysis)) {
      const { write, transaction, at, trace, confidence } = item;
      if (transaction) report({ message: "transaction", data: {}, at, trace, confidence });
      else if (write) report({ message: "write", data: { statement: write.name }, at, trace, confidence, suggestions: inBulk(analysis, item) });
    }
  },
});

/** All rows at once fail or succeed together, which is for the author to want. */
function inBulk(analysis: Analysis, { write, at, round, confidence }: PerItem): readonly Suggestion[] {
  if (!write) return [];
  const all = round.map((what) => ({ what, at: what.span.file === at.file ? what.span : at, confidence }));
  const { fix, suggestions } = writeInBulk(analysis, { what: write, at: write.span, confidence }, at, all);
  return fix ? [{ title: "Write all rows with one statement", edits: fix }] : suggestions;
}
