/** Transactions that are begun by a statement, where its text stands, and on what. */
import type { Analysis } from "../analyze.ts";
import type { Occurrence, Run, Timeline } from "../facts.ts";
import { anywhere, partsOf } from "../passes/timelines/moments.ts";
import { oncePer } from "../once-per.ts";
import { evaluate } from "../passes/evaluate/evaluate.ts";
import { callAt, stringOf } from "../passes/program/engine.ts";
import type { Step } from "../rule.ts";
import { placeOf, type Span } from "../source.ts";
import { isOfTypeAlone } from "../values/value.ts";

export type Begin = Readonly<{ what: Occurrence; run: Run }>;

/** Transactions that functions begin by themselves. */
export function* begins(analysis: Analysis): Iterable<Begin> {
  for (const run of analysis.runs) for (const { what, path } of waysIn(run.timeline, [])) if (path.length === 0) yield { what, run };
}

/** Those in what a function calls. */
export const beginsOf = (timeline: Timeline): readonly Occurrence[] => (mayBegin(timeline) ? waysIn(timeline, []).map(({ what }) => what) : []);

export type PoolBegin = Readonly<{ what: Occurrence; at: Span; trace: readonly Step[] }>;

/** BEGIN on what sends each statement to whichever connection is free; where it is an argument, at the call that gives it. */
export function poolBegins(analysis: Analysis): readonly PoolBegin[] {
  const found = new Map<string, PoolBegin>();
  for (const { what, path } of analysis.runs.filter((run) => run.frame === 0).flatMap((run) => waysIn(run.timeline, []))) {
    if (!isOnPool(what) || (what.handle && isOfTypeAlone(what.handle) && onGivenConnections(analysis).has(placeOf(what.span)))) continue;
    const chain = [...path, what.span];
    const said = Math.max(0, chain.findLastIndex((span) => isSaidAt(analysis, span)));
    const at = chain[said] ?? what.span;
    const trace = [...chain.slice(said, -1).map((span): Step => ({ span, note: "hands the text on" })), { span: what.span, note: what.name }];
    if (!found.has(placeOf(at))) found.set(placeOf(at), { what, at, trace });
  }
  return [...found.values()];
}

/** The text stands there, whoever calls. */
function isSaidAt({ engine }: Analysis, span: Span): boolean {
  const place = { file: span.file, env: null };
  return callAt(engine, span)?.node.args.some(({ value }) => stringOf(evaluate(engine, place, value)) !== null) ?? false;
}

/** `db: Pool | PoolConnection`, where all callers that are seen give it a connection. */
const onGivenConnections = oncePer((analysis: Analysis): ReadonlySet<string> => {
  const seen = analysis.runs.filter((run) => run.frame !== 0).flatMap((run) => waysIn(run.timeline, [])).filter(({ path }) => path.length === 0);
  const onPools = new Set(seen.filter(({ what }) => isOnPool(what)).map(({ what }) => placeOf(what.span)));
  return new Set(seen.map(({ what }) => placeOf(what.span)).filter((place) => !onPools.has(place)));
});

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
