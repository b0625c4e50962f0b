import { changesSchema, defineRule, duringTransactions, perItemLoop, sentStatement, weakest, writeInBulk } from "../analyzer/index.ts";

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
    const all = duringTransactions(analysis);
    for (const during of all) {
      const sent = sentStatement(during);
      if (!sent || during.what.settling === "floating" || (during.onlyReads && !during.pending) || changesSchema(sent)) continue;
      // Where no call opened the transaction, only what runs in it says that it is open.
      const loop = during.scope.begun && !during.onHandle ? null : perItemLoop(during);
      if (!loop) continue;
      // A synchronous in-process driver has no round trips: its loop of prepared statements is the recommended bulk insert.
      // A batch is sent at once, without round trips, however long it is.
      // What is written in bulk each time is written in chunks.
      const inBulk = sent.effect.kind === "query" && sent.effect.query.bulk;
      const confidence = weakest(during.what.sync || inBulk ? "low" : during.scope.atomic ? "medium" : "high", during.confidence);
      report({
        message: "perItem", data: { statement: sent.name }, at: loop, trace: during.trace, confidence, ...writeInBulk(analysis, during, loop, all),
      });
    }
  },
});
