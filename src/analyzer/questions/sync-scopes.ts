/** Transactions that end when a function returns, put round functions that return before they have run. */
import type { Analysis } from "../analyze.ts";
import type { Scope } from "../facts.ts";
import { momentsOf } from "../passes/timelines/moments.ts";
import type { Span } from "../source.ts";

export type AsyncBody = Readonly<{ scope: Scope; body: Span }>;

export function* asyncBodiesOfSyncTransactions(analysis: Analysis): Iterable<AsyncBody> {
  for (const moment of momentsOf(analysis.runs)) {
    if (moment.kind === "scope" && moment.scope.asyncBody) yield { scope: moment.scope, body: moment.scope.asyncBody };
  }
}
