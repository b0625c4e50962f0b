/** Transactions that are begun by a statement, where its text stands, and on what. */
import type { Analysis } from "../analyze.ts";
import type { Occurrence, Run, Timeline } from "../facts.ts";
import { anywhere, partsOf } from "../passes/timelines/moments.ts";
import type { Step } from "../rule.ts";
import { placeOf, type Span } from "../source.ts";

export type Begin = Readonly<{ what: Occurrence; run: Run }>;

/** Transactions that functions begin by themselves. */
export function* begins(analysis: Analysis): Iterable<Begin> {
  for (const run of analysis.runs) for (const { what, path } of waysIn(run.timeline, [])) if (path.length === 0) yield { what, run };
}

export type PoolBegin = Readonly<{ what: Occurrence; at: Span; trace: readonly Step[] }>;

/** BEGIN on what sends each statement to whichever connection is free; where it is an argument, at the call that gives it. */
export function poolBegins(analysis: Analysis): readonly PoolBegin[] {
  const whole = analysis.runs.filter((run) => run.frame === 0).flatMap((run) => waysIn(run.timeline, [])).filter(({ what }) => isOnPool(what));
  const said = new Set(whole.map(({ what, path }) => placeOf(path[0] ?? what.span)));
  return whole.flatMap(({ what, path }): PoolBegin[] => {
    const inner = [...path.slice(1), ...(path.length > 0 ? [what.span] : [])];
    if (inner.some((span) => said.has(placeOf(span)))) return [];
    return [{ what, at: path[0] ?? what.span, trace: [...path.map((span): Step => ({ span, note: "hands the text on" })), { span: what.span, note: what.name }] }];
  });
}

export const isOnPool = ({ handle, sync }: Occurrence): boolean => handle?.is === "root" && !sync;

type Way = Readonly<{ what: Occurrence; path: readonly Span[] }>;
const DEEPEST = 4;

const isBegin = ({ effect }: Occurrence): boolean => effect.kind === "control" && effect.step === "begin";
const mayBegin = anywhere((moment) => moment.kind === "happens" && isBegin(moment.what));

function waysIn(timeline: Timeline, path: readonly Span[]): Way[] {
  return timeline.flatMap((moment): Way[] => {
    if (moment.kind === "happens") return isBegin(moment.what) ? [{ what: moment.what, path }] : [];
    if (moment.kind !== "call") return partsOf(moment).flatMap((part) => waysIn(part, path));
    return path.length < DEEPEST && mayBegin(moment.body) ? waysIn(moment.body, [...path, moment.span]) : [];
  });
}
