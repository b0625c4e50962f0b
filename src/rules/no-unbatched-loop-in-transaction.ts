import { defineRule, duringTransactions, perItemLoop, sentStatement, weakest, writeInBulk } from "../analyzer/index.ts";

export const noUnbatchedLoopInTransaction = defineRule({
  name: "no-unbatched-loop-in-transaction",
  meta: {
    description: "Disallow a statement per item of an unbounded collection in one transaction",
    config: "recommended", severity: "error", fixable: true, hasSuggestions: true,
    messages: {
      perItem: "Runs {{statement}} once per item while the transaction holds its locks, for as long as the collection lasts. Use one bulk statement, or commit in chunks.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    const all = [...duringTransactions(analysis)];
    for (const during of all) {
      const sent = sentStatement(during);
      const loop = sent && !during.onlyReads && during.what.settling !== "floating" ? perItemLoop(during) : null;
      if (!sent || !loop) continue;
      // A synchronous in-process driver has no round trips: its loop of prepared statements is the recommended bulk insert.
      // A batch is sent at once, without round trips, however long it is.
      const confidence = weakest(during.what.sync ? "low" : during.scope.atomic ? "medium" : "high", during.confidence);
      report({
        message: "perItem", data: { statement: sent.name }, at: loop, trace: during.trace, confidence, ...writeInBulk(analysis, during, loop, all),
      });
    }
  },
});
