/** What was not understood where it matters: calls inside transactions of which nothing is known, by the reason. */
import type { Analysis } from "../analyze.ts";
import { groupedBy } from "../groups.ts";
import { walkOpen } from "../passes/timelines/walk-open.ts";
import { placeOf, type Span } from "../source.ts";

export type Reason = Readonly<{ reason: string; sites: readonly Span[] }>;
/** Places in transactions, each once: what happens there, or a call whose callee is not known. `reasons`: the commonest first. */
export type Coverage = Readonly<{ understood: number; unresolved: number; reasons: readonly Reason[] }>;

export function coverage(analysis: Analysis): Coverage {
  const understood = new Set<string>();
  const unresolved = new Map<string, Readonly<{ reason: string; span: Span }>>();
  for (const run of analysis.runs) {
    if (!analysis.targets.has(run.span.file)) continue;
    walkOpen(run.timeline, ({ what, open }) => {
      if (!open.some((one) => one.scope.opens === "transaction")) return;
      if (what.kind === "happens") understood.add(placeOf(what.what.span));
      else if (what.kind === "unresolved") unresolved.set(placeOf(what.span), what);
    });
  }
  const reasons = groupedBy(unresolved.values(), ({ reason }) => reason);
  return {
    understood: understood.size, unresolved: unresolved.size,
    reasons: [...reasons].map(([reason, all]): Reason => ({ reason, sites: all.map(({ span }) => span) })).sort(commonerFirst),
  };
}

const commonerFirst = (a: Reason, b: Reason): number => b.sites.length - a.sites.length || (a.reason < b.reason ? -1 : 1);
