/** Work that leaves for a broker while a transaction is open. */
import type { Analysis } from "../analyze.ts";
import type { Effect } from "../facts.ts";
import { duringTransactions, type During } from "../selectors.ts";

export type Enqueue = Readonly<{ to: Extract<Effect, { kind: "enqueue" }>["to"]; during: During }>;

export function* enqueuesInTransactions(analysis: Analysis): Iterable<Enqueue> {
  for (const during of duringTransactions(analysis)) {
    const { effect } = during.what;
    // A queue in the same database commits with the transaction where it runs on its handle; which one it runs on is often not said.
    if (effect.kind === "enqueue" && !effect.sameDatabase) yield { to: effect.to, during };
  }
}
