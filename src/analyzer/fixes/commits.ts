/** Where the function round a place commits, for those who move things behind that. */
import type { Analysis } from "../analyze.ts";
import type { Occurrence } from "../facts.ts";
import { momentsIn } from "../passes/timelines/moments.ts";
import { isInside, type Span } from "../source.ts";

export function commitsRound(analysis: Analysis, at: Span, concerns: (what: Occurrence) => boolean): readonly Span[] {
  const own = analysis.runs.filter(({ span }) => isInside(at, span)).flatMap(({ timeline }) => [...momentsIn(timeline)]);
  return own.flatMap((one) => (one.kind === "happens" && isCommit(one.what) && concerns(one.what) ? [one.what.span] : []));
}

const isCommit = ({ effect }: Occurrence): boolean => effect.kind === "control" && effect.step === "commit";
