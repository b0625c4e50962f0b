/**
 * What a function knows, path by path, of the rows it looked for when it writes. A lookup that found nothing stays known on the
 * path where its result was missing, through helpers that look, helpers that throw and helpers that write.
 */
import type { Lookup, Moment, Occurrence, Query, Scope, Timeline, TimelineArm, TimelineHandler } from "../../facts.ts";
import { beginTogether } from "../../source.ts";
import { anywhere, partsOf } from "./moments.ts";
import { alongPaths, anyOf, going, type Ways } from "./paths.ts";
import { sameHandle, type Hop } from "./open-scopes.ts";

/** What keeps others out, on the way to the write. */
export type Protection = Readonly<{ kind: "lock" | "transaction"; query: Query | null; scope: Scope | null; tables: readonly string[] }>;
/** A lookup whose outcome is known, where in the calls and inside how many guards it became known, and what keeps others out on the paths on which it is. */
export type Known = Readonly<{ lookup: Lookup; hops: readonly Hop[]; guards: number; protections: readonly Protection[] }>;
/** `alone`: the guarded body is the one call; `looks`: tables that its handlers read. */
export type Guard = Readonly<{ words: readonly string[]; alone: boolean; looks: ReadonlySet<string>; handlers: readonly TimelineHandler[] }>;

export type Write = Readonly<{
  what: Occurrence; query: Query; missing: readonly Known[]; hops: readonly Hop[]; guards: readonly Guard[];
  confidence: Occurrence["confidence"];
}>;

type State = Readonly<{ known: readonly Known[]; protections: readonly Protection[] }>;
/** `noted`: writes that are only noted down so far, which fail where they are sent. */
type Walk = {
  readonly visit: (write: Write) => void; readonly noted: Write[];
  hops: readonly Hop[]; guards: readonly Guard[]; confidence: Occurrence["confidence"];
};

/** Everything that a function inserts. */
export function writesOf(timeline: Timeline): readonly Write[] {
  const found: Write[] = [];
  if (!inserts(timeline)) return found;
  const walk: Walk = { visit: (write) => found.push(write), noted: [], hops: [], guards: [], confidence: "high" };
  walkTimeline(walk, timeline, { known: [], protections: [] });
  return [...found, ...walk.noted];
}

const walkTimeline = (walk: Walk, timeline: Timeline, start: State): Ways<State> =>
  alongPaths(timeline, start, (moment, state) => walkMoment(walk, moment, state), meet);

/** A helper's lookup is another one for each table that it is asked for. */
const isOneSite = (a: Query, b: Query): boolean => beginTogether(a.site, b.site) && a.tables[0] === b.tables[0];
const isSameSite = (a: Known, b: Known): boolean => isOneSite(a.lookup.query, b.lookup.query);
const sameLookup = (a: Known, b: Known): boolean => a.lookup.found === b.lookup.found && isSameSite(a, b);

/**
 * What is known on either path may be what led here, unless the paths say opposite things of one lookup. Protections count where they
 * were taken on both.
 */
function meet(a: State | null, b: State | null): State | null {
  if (a === null || b === null) return a ?? b;
  if (a === b) return a;
  const shared = a.known.map((one) => {
    const other = b.known.find((two) => sameLookup(one, two));
    return other ? { ...one, protections: inBoth(one.protections, other.protections) } : one;
  });
  const known = [...shared, ...b.known.filter((one) => !a.known.some((other) => sameLookup(one, other)))];
  return {
    known: known.filter((one) => !known.some((other) => isSameSite(one, other) && one.lookup.found !== other.lookup.found)),
    protections: inBoth(a.protections, b.protections),
  };
}

const inBoth = (a: readonly Protection[], b: readonly Protection[]): readonly Protection[] => (a === b ? a : a.filter((one) => b.includes(one)));

function walkMoment(walk: Walk, moment: Moment, state: State): Ways<State> {
  switch (moment.kind) {
    case "happens":
      return going(walkEffect(walk, moment.what, state));
    case "call":
      return going(walkCall(walk, moment, state));
    case "scope":
      return walkScope(walk, moment, state);
    case "loop": {
      const ways = walkTimeline(walk, moment.body, state);
      return { on: meet(state, ways.on), returned: ways.returned };
    }
    case "concurrent":
      return walkTimeline(walk, moment.body, state);
    case "branch":
      return anyOf(moment.arms.map((arm) => walkTimeline(walk, arm.body, learn(walk, state, arm.lookups))), meet);
    case "guarded":
      return walkGuarded(walk, moment, state);
    case "exit":
      return moment.how === "return" ? { on: null, returned: state } : going(null);
    case "deferred":
    case "yields":
    case "unresolved":
    case "recursion":
      return going(state);
  }
}

function learn(walk: Walk, state: State, lookups: readonly Lookup[]): State {
  if (lookups.length === 0) return state;
  const fresh = lookups.filter((lookup) => lookup.certain || !isRefuted(state, lookup));
  const known = fresh.map((lookup): Known => ({ lookup, hops: walk.hops, guards: walk.guards.length, protections: state.protections }));
  const outdated = (one: Known): boolean => known.some((next) => isSameSite(one, next));
  return { ...state, known: [...state.known.filter((one) => !outdated(one)), ...known] };
}

/** A row that has been found is not what may be missing. */
const isRefuted = ({ known }: State, { query, found }: Lookup): boolean =>
  known.some(({ lookup }) => lookup.certain && lookup.found !== found && isOneSite(lookup.query, query));

function walkEffect(walk: Walk, what: Occurrence, state: State): State {
  const { effect } = what;
  if (effect.kind === "wait" && effect.on === "lock") return protect(state, { kind: "lock", query: null, scope: null, tables: [] });
  if (effect.kind === "control") send(walk, what);
  if (effect.kind !== "query") return state;
  const { query } = effect;
  const { hops, guards, confidence } = walk;
  if (isInsert(query)) writes(walk, { what, query, missing: state.known.filter((one) => !one.lookup.found), hops, guards, confidence });
  const next = query.verb === "select" ? forget(state, query) : isInsert(query) ? withRow(state, query) : state;
  return query.locks === "none" ? next : protect(next, { kind: "lock", query, scope: null, tables: query.tables });
}

const writes = ({ visit, noted }: Walk, write: Write): unknown => (write.query.staged ? noted.push(write) : visit(write));

/** `session.add(row)`, then `try: session.commit() except IntegrityError`: whoever sends it hears of the violation. */
function send({ visit, noted, guards }: Walk, { effect, handle }: Occurrence): void {
  if (effect.kind !== "control" || (effect.step !== "flush" && effect.step !== "commit")) return;
  const [sent, kept] = [true, false].map((isSent) => noted.filter((one) => sameHandle(one.what.handle, handle) === isSent));
  noted.splice(0, noted.length, ...(kept ?? []));
  for (const write of sent ?? []) visit({ ...write, guards: [...write.guards, ...guards.filter((one) => !write.guards.includes(one))] });
}

const isInsert = ({ verb }: Query): boolean => verb === "insert" || verb === "upsert";

/** A row that is looked for anew may be another. */
function forget(state: State, query: Query): State {
  const known = state.known.filter(({ lookup }) => !isOneSite(lookup.query, query));
  return known.length < state.known.length ? { ...state, known } : state;
}

/** A row that has been inserted is there: what is written of it later is written over. */
function withRow(state: State, { tables: [table] }: Query): State {
  const isMissing = ({ lookup }: Known): boolean => !lookup.found && lookup.query.tables[0] === table;
  const found = (one: Known): Known => (isMissing(one) ? { ...one, lookup: { ...one.lookup, found: true, certain: true } } : one);
  return state.known.some(isMissing) ? { ...state, known: state.known.map(found) } : state;
}

function protect({ known, protections }: State, protection: Protection): State {
  return { known: known.map((one) => ({ ...one, protections: [...one.protections, protection] })), protections: [...protections, protection] };
}

/** What a scope protects ends with it. */
const unprotected = ({ known }: State, { protections }: State): State =>
  ({ known: known.map((one) => ({ ...one, protections: inBoth(one.protections, protections) })), protections });

const inserts = anywhere((moment) => moment.kind === "happens" && moment.what.effect.kind === "query" && isInsert(moment.what.effect.query));

const isStep = ({ effect }: Occurrence): boolean => effect.kind === "query" || effect.kind === "control" || (effect.kind === "wait" && effect.on === "lock");

/** Whether it changes anything of what is known: it looks, it locks, it writes, it sends what was noted down. */
const concerns = anywhere((moment) =>
  (moment.kind === "happens" && isStep(moment.what)) ||
  (moment.kind === "branch" && moment.arms.some(({ lookups }) => lookups.length > 0)));

function walkCall(walk: Walk, moment: Extract<Moment, { kind: "call" }>, state: State): State {
  if (walk.hops.length > 12 || !concerns(moment.body)) return state;
  const outer = { hops: walk.hops, confidence: walk.confidence };
  walk.hops = [...walk.hops, { span: moment.span, fn: moment.fn, name: moment.name, through: moment.through }];
  if (moment.confidence !== "high") walk.confidence = moment.confidence;
  const ways = walkTimeline(walk, moment.body, state);
  Object.assign(walk, outer);
  return meet(ways.on, ways.returned) ?? { known: [], protections: [] };
}

function walkScope(walk: Walk, moment: Extract<Moment, { kind: "scope" }>, state: State): Ways<State> {
  const kind = moment.scope.opens === "lock" ? "lock" : "transaction";
  const ways = walkTimeline(walk, moment.body, protect(state, { kind, query: null, scope: moment.scope, tables: [] }));
  const after = meet(ways.on, ways.returned);
  return going(after && unprotected(after, state));
}

/** Lookups that throw where there is no row, by themselves or in what the program does then: a handler round them may run because of that. */
function insistedLookups(timeline: Timeline, depth: number): readonly Query[] {
  return timeline.flatMap((moment): readonly Query[] => {
    if (moment.kind === "happens") return moment.what.effect.kind === "query" && moment.what.effect.query.gives === "found" ? [moment.what.effect.query] : [];
    if (moment.kind === "branch" && depth > 0) return moment.arms.filter(throwsForMissing).flatMap(({ lookups }) => lookups.map(({ query }) => query));
    if (moment.kind === "scope") return insistedLookups(moment.body, depth);
    return moment.kind === "call" && depth < 3 ? insistedLookups(moment.body, depth + 1) : [];
  });
}

const throwsForMissing = ({ lookups, body }: TimelineArm): boolean => {
  const last = body.at(-1);
  return last?.kind === "exit" && last.how === "throw" && lookups.length === 1 && lookups.every(({ found }) => !found);
};

function guardOf({ body, handlers }: Extract<Moment, { kind: "guarded" }>): Guard {
  const alone = body.filter((one) => one.kind !== "exit" && one.kind !== "unresolved" && one.kind !== "yields").length === 1;
  return { words: handlers.flatMap((handler) => handler.words), alone, looks: new Set(handlers.flatMap((handler) => tablesRead(handler.body))), handlers };
}

const tablesRead = (timeline: Timeline): readonly string[] =>
  timeline.flatMap((moment) => {
    const effect = moment.kind === "happens" ? moment.what.effect : null;
    return effect?.kind === "query" && effect.query.verb === "select" ? effect.query.tables : partsOf(moment).flatMap(tablesRead);
  });

function walkGuarded(walk: Walk, moment: Extract<Moment, { kind: "guarded" }>, state: State): Ways<State> {
  const { guards } = walk;
  walk.guards = [...guards, guardOf(moment)];
  const body = walkTimeline(walk, moment.body, state);
  walk.guards = guards;
  const missing = moment.handlers.length > 0 ? insistedLookups(moment.body, 0).map((query) => ({ query, found: false, certain: false })) : [];
  const handled = moment.handlers.map((handler): Ways<State> => {
    const ways = walkTimeline(walk, handler.body, learn(walk, state, missing));
    // What only throws is not come back from, though nothing else happens in it.
    return handler.exits.on || handler.exits.returns ? ways : { on: null, returned: null };
  });
  const { on, returned } = anyOf([body, ...handled], meet);
  if (!moment.finalizer) return { on, returned };
  const last = walkTimeline(walk, moment.finalizer, on ?? returned ?? state);
  return { on: on && last.on, returned };
}
