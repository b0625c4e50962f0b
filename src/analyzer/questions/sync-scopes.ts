/** Transactions that end when a function returns, put round functions that return before they have run. */
import type { Analysis } from "../analyze.ts";
import type { Scope, Timeline } from "../facts.ts";
import { partsOf } from "../passes/digest.ts";
import type { Span } from "../source.ts";

export type AsyncBody = Readonly<{ scope: Scope; body: Span }>;

export function* asyncBodiesOfSyncTransactions(analysis: Analysis): Iterable<AsyncBody> {
  for (const run of analysis.runs) yield* inTimeline(run.timeline);
}

function* inTimeline(timeline: Timeline): Iterable<AsyncBody> {
  for (const moment of timeline) {
    if (moment.kind === "scope" && moment.scope.asyncBody) yield { scope: moment.scope, body: moment.scope.asyncBody };
    if (moment.kind !== "call") for (const part of partsOf(moment)) yield* inTimeline(part);
  }
}
