/** Transactions that are begun by a statement, and on what. */
import type { Analysis } from "../analyze.ts";
import type { Occurrence, Run, Timeline } from "../facts.ts";
import { partsOf } from "../passes/digest.ts";

export type Begin = Readonly<{ what: Occurrence; run: Run }>;

export function* begins(analysis: Analysis): Iterable<Begin> {
  for (const run of analysis.runs) for (const what of beginsIn(run.timeline)) yield { what, run };
}

function* beginsIn(timeline: Timeline): Iterable<Occurrence> {
  for (const moment of timeline) {
    if (moment.kind === "happens" && moment.what.effect.kind === "control" && moment.what.effect.step === "begin") yield moment.what;
    if (moment.kind !== "call") for (const part of partsOf(moment)) yield* beginsIn(part);
  }
}

/** Statements on it go to whichever connection is free. */
export const isOnPool = ({ what }: Begin): boolean => what.handle?.is === "root" && !what.sync;
