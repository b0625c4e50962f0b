import { asyncBodiesOfSyncTransactions, defineRule } from "../analyzer/index.ts";

export const noAsyncInSyncTransaction = defineRule({
  name: "no-async-in-sync-transaction",
  meta: {
    description: "Disallow async functions as the body of a synchronous transaction",
    config: "recommended", severity: "error", fixable: false, hasSuggestions: false,
    messages: {
      commitsEarly: "{{opening}} commits as soon as this function returns, which an async function does at its first await: the rest runs outside the transaction. Make it synchronous and await what it needs before.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const { scope, body } of asyncBodiesOfSyncTransactions(analysis)) {
      const trace = [{ span: scope.span, note: `transaction opened by ${scope.name}` }, { span: body, note: "an async function" }];
      report({ message: "commitsEarly", data: { opening: scope.name || "The transaction" }, at: body, trace, confidence: scope.confidence });
    }
  },
});
