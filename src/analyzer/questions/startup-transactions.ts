/** Transactions at start-up that hold the schema locked for all of their work. */
import type { Analysis } from "../analyze.ts";
import type { Query, Scope } from "../facts.ts";
import type { FunctionId } from "../ir/nodes.ts";
import { isOfCommands, lifetimeOf } from "../passes/fates/lifetimes.ts";
import { duringTransactions, type During } from "../selectors.ts";
import { isInside, placeOf } from "../source.ts";

export type Startup = Readonly<{ scope: Scope; changes: number; writes: number; repeated: boolean; last: During }>;

type Seen = { readonly changes: Set<string>; readonly writes: Set<string>; repeated: boolean; last: During };

export function* longStartupTransactions(analysis: Analysis): Iterable<Startup> {
  const seen = new Map<Scope, Map<FunctionId | null, Seen>>();
  for (const during of duringTransactions(analysis)) {
    const { effect, span } = during.what;
    if (effect.kind !== "query" || !during.onHandle) continue;
    const parts = seen.get(during.scope) ?? new Map<FunctionId | null, Seen>();
    seen.set(during.scope, parts);
    const handed = during.hops.find(({ through }) => through === "callback")?.fn ?? null;
    const one = parts.get(handed) ?? { changes: new Set<string>(), writes: new Set<string>(), repeated: false, last: during };
    parts.set(handed, one);
    const place = placeOf(span);
    if (effect.query.verb === "ddl") one.changes.add(place);
    if (WRITES.has(effect.query.verb)) one.writes.add(place);
    one.repeated ||= effect.query.verb === "ddl" && during.loops.some((loop) => !loop.bounded);
    one.last = during;
  }
  for (const [scope, parts] of seen) {
    const { changes, writes, repeated, last } = longest(parts);
    if (changes.size + (repeated ? 1 : 0) + Math.min(writes.size, 1) < 2 || changes.size === 0 || !isAtStart(analysis, scope)) continue;
    yield { scope, changes: changes.size, writes: writes.size, repeated, last };
  }
}

/** Of the functions that a helper is handed by its callers each is a transaction of its own; what it does itself is a part of all. */
function longest(parts: ReadonlyMap<FunctionId | null, Seen>): Seen {
  const own = parts.get(null);
  const whole = [...parts.values()].map((one): Seen => (own && one !== own ? joined(one, own) : one));
  return whole.reduce((to, one) => (one.changes.size + one.writes.size > to.changes.size + to.writes.size ? one : to));
}

const joined = (a: Seen, b: Seen): Seen =>
  ({ changes: new Set([...a.changes, ...b.changes]), writes: new Set([...a.writes, ...b.writes]), repeated: a.repeated || b.repeated, last: a.last });

const WRITES: ReadonlySet<Query["verb"]> = new Set(["update", "insert", "delete", "upsert"]);

function isAtStart(analysis: Analysis, { span }: Scope): boolean {
  const around = analysis.runs.filter((run) => isInside(span, run.span));
  const length = ({ span: { start, end } }: (typeof around)[number]): number => end - start;
  const innermost = around.reduce<(typeof around)[number] | null>((to, run) => (to === null || length(run) < length(to) ? run : to), null);
  const lifetime = innermost ? lifetimeOf(analysis.engine, innermost.fn) : "unknown";
  return lifetime === "import" || (lifetime === "start-up" && innermost !== null && !isOfCommands(analysis.engine, innermost.fn));
}
