/** Transactions at start-up that hold the schema locked for all of their work. */
import type { Analysis } from "../analyze.ts";
import type { Query, Scope } from "../facts.ts";
import { lifetimeOf } from "../passes/fates/lifetimes.ts";
import { duringTransactions, type During } from "../selectors.ts";
import { isInside, placeOf } from "../source.ts";

export type Startup = Readonly<{ scope: Scope; changes: number; writes: number; repeated: boolean; last: During }>;

type Seen = { readonly changes: Set<string>; readonly writes: Set<string>; repeated: boolean; last: During };

export function* longStartupTransactions(analysis: Analysis): Iterable<Startup> {
  const seen = new Map<Scope, Seen>();
  for (const during of duringTransactions(analysis)) {
    const { effect, span } = during.what;
    if (effect.kind !== "query" || !during.onHandle) continue;
    const one = seen.get(during.scope) ?? { changes: new Set<string>(), writes: new Set<string>(), repeated: false, last: during };
    seen.set(during.scope, one);
    const place = placeOf(span);
    if (effect.query.verb === "ddl") one.changes.add(place);
    if (WRITES.has(effect.query.verb)) one.writes.add(place);
    one.repeated ||= effect.query.verb === "ddl" && during.loops.some((loop) => !loop.bounded);
    one.last = during;
  }
  for (const [scope, { changes, writes, repeated, last }] of seen) {
    if (changes.size + (repeated ? 1 : 0) + Math.min(writes.size, 1) < 2 || changes.size === 0 || !isAtStart(analysis, scope)) continue;
    yield { scope, changes: changes.size, writes: writes.size, repeated, last };
  }
}

const WRITES: ReadonlySet<Query["verb"]> = new Set(["update", "insert", "delete", "upsert"]);

function isAtStart(analysis: Analysis, { span }: Scope): boolean {
  const around = analysis.runs.filter((run) => isInside(span, run.span));
  const length = ({ span: { start, end } }: (typeof around)[number]): number => end - start;
  const innermost = around.reduce<(typeof around)[number] | null>((to, run) => (to === null || length(run) < length(to) ? run : to), null);
  const lifetime = innermost ? lifetimeOf(analysis.engine, innermost.fn) : "unknown";
  return lifetime === "start-up" || lifetime === "import";
}
