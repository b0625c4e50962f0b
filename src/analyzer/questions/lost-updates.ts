/** Rows that are read, changed in code and written back: what somebody else wrote in between is lost. */
import type { Analysis } from "../analyze.ts";
import type { Confidence, Moment, Occurrence, Query, Run, Timeline } from "../facts.ts";
import type { FunctionId } from "../ir/nodes.ts";
import { callAt, fileOf, functionOf } from "../passes/program/engine.ts";
import { lifetimeOf } from "../passes/fates/lifetimes.ts";
import { momentsIn } from "../passes/timelines/moments.ts";
import { functionsIn } from "../passes/timelines/reachable-functions.ts";
import { changesOfRows, writtenBack, writtenBackBy, type WrittenBack } from "../passes/fates/written-back.ts";
import { walkEverywhere, type Visit } from "../passes/timelines/walk-open.ts";
import type { Step } from "../rule.ts";
import { answersViolation } from "../selectors.ts";
import type { Span } from "../source.ts";

/** `numbers`: a new row is given the next number after what was read. */
export type LostUpdate = Readonly<{ at: Span; table: string; column: string; numbers: boolean; trace: readonly Step[]; confidence: Confidence }>;

type Candidate = Readonly<{ fn: FunctionId; what: Occurrence; table: string; at: Span; back: WrittenBack }>;

export function* lostUpdates(analysis: Analysis): Iterable<LostUpdate> {
  const candidates = new Map<string, Candidate>();
  for (const run of analysis.runs) {
    if (isRunOnce(analysis, run)) continue;
    for (const one of [...writesIn(analysis, run), ...writesThrough(analysis, run), ...changesIn(analysis, run)])
      candidates.set(`${placeOf(one.what.span)} ${placeOf(one.at)}`, one);
  }
  const covered = candidates.size === 0 ? new Set<string>() : coveredPlaces(analysis, [...candidates.values()]);
  for (const one of candidates.values()) if (!covered.has(placeOf(one.what.span))) yield lost(one);
}

const isRunOnce = (analysis: Analysis, run: Run): boolean => ["start-up", "import"].includes(lifetimeOf(analysis.engine, run.fn));
const placeOf = ({ file, start, end }: Span): string => `${file}:${start}-${end}`;

function lost({ what, table, at, back }: Candidate): LostUpdate {
  const read: Step[] = back.read.site ? [{ span: back.read.site, note: `reads ${table}` }] : [];
  const trace = [...read, { span: back.at, note: `a new ${back.column} is computed from it` }, { span: what.span, note: what.name }];
  return {
    at,
    table,
    column: back.column,
    numbers: what.effect.kind === "query" && what.effect.query.verb === "insert",
    trace,
    confidence: what.confidence === "low" ? "low" : "medium",
  };
}

/** Statements of the function's own text. */
function* ownEffects(timeline: Timeline): Iterable<Occurrence> {
  for (const moment of momentsIn(timeline, ({ kind }) => kind !== "call" && kind !== "deferred")) if (moment.kind === "happens") yield moment.what;
}

function* writesIn(analysis: Analysis, run: Run): Iterable<Candidate> {
  for (const { what, query, table } of writesOf(analysis, run.timeline)) {
    const back = writtenBack(analysis.engine, run, what.span, query);
    if (back && !checksVersion(query, back.read)) yield { fn: run.fn, what, table, at: what.span, back };
  }
}

/** What a function writes that is called with the new value: `setBalance(id, balance - amount)`. */
function* writesThrough(analysis: Analysis, run: Run): Iterable<Candidate> {
  for (const moment of momentsIn(run.timeline, ({ kind }) => kind !== "call" && kind !== "deferred")) {
    if (moment.kind !== "call" || moment.through !== "name") continue;
    for (const { what, query, table } of writesOf(analysis, moment.body)) {
      const call = callAt(analysis.engine, moment.span);
      const back = call && writtenBackBy(analysis.engine, run, call.node, what.span, query);
      if (back && !checksVersion(query, back.read)) yield { fn: run.fn, what, table, at: moment.span, back };
    }
  }
}

type Write = Readonly<{ what: Occurrence; query: Query; table: string }>;

/** The updates and inserts of a function's own text that somebody else may run at the same time. */
function* writesOf(analysis: Analysis, timeline: Timeline): Iterable<Write> {
  for (const what of ownEffects(timeline)) {
    if (what.effect.kind !== "query" || what.idle || isAlone(analysis, what)) continue;
    const { query } = what.effect;
    const [table] = query.tables;
    if (table !== undefined && (query.verb === "update" || query.verb === "insert") && !query.conflict) yield { what, query, table };
  }
}

/** Rows that are objects: a column is set to what is computed from it, and later saved, or sent with everything that changed. */
function* changesIn(analysis: Analysis, run: Run): Iterable<Candidate> {
  const changes = changesOfRows(analysis.engine, run);
  if (changes.length === 0) return;
  const effects = [...ownEffects(run.timeline)].filter((what) => !isAlone(analysis, what));
  for (const back of changes) {
    const [table] = back.read.tables;
    const after = effects.filter(({ span }) => span.file === back.at.file && span.start >= back.at.end);
    const save = after.find(({ effect }) => effect.kind === "query" && effect.query.verb === "update" && effect.query.tables[0] === table && !effect.query.staged);
    // A session sends what has changed in its objects; it is known by beginning transactions by itself.
    const sent =
      save ??
      after.find(
        ({ effect, handle }) => handle?.begins !== undefined && effect.kind === "control" && (effect.step === "commit" || effect.step === "flush"),
      );
    if (table !== undefined && sent) yield { fn: run.fn, what: sent, table, at: save ? save.span : back.at, back };
  }
}

/** A synchronous driver lets nobody else run in between, where there is one thread. */
const isAlone = ({ engine }: Analysis, what: Occurrence): boolean => what.sync && engine.program.module(what.span.file)?.module.language === "javascript";

/** The condition names the value that was read, or something beside the key by which the row was found: a version, a state. */
function checksVersion(write: Query, read: Query): boolean {
  if (write.keys.some((key) => write.values.includes(key))) return true;
  return write.keys.length > 1 && write.keys.some((key) => !read.keys.includes(key));
}

/** Writes that are seen somewhere under a lock, or where a conflict is answered: nothing is lost there. */
function coveredPlaces(analysis: Analysis, candidates: readonly Candidate[]): ReadonlySet<string> {
  const byPlace = new Map(candidates.map((one) => [placeOf(one.what.span), one]));
  const functions = new Set(candidates.flatMap((one) => withOuter(analysis, one.fn)));
  const covered = new Set<string>();
  for (const run of analysis.runs) {
    if (!functions.has(run.fn) && ![...functionsIn(run.timeline)].some((fn) => functions.has(fn))) continue;
    let advisory = false;
    walkEverywhere(run.timeline, (visit) => {
      const what = occurrenceOf(visit.what);
      if (what?.effect.kind === "query" && what.effect.query.locks === "advisory") advisory = true;
      const candidate = what ? byPlace.get(placeOf(what.span)) : undefined;
      if (what && candidate && (advisory || isCoveredHere(analysis, visit, candidate))) covered.add(placeOf(what.span));
    });
  }
  return covered;
}

const occurrenceOf = (moment: Moment): Occurrence | null => (moment.kind === "happens" ? moment.what : null);

function withOuter(analysis: Analysis, fn: FunctionId): readonly FunctionId[] {
  const outer = functionOf(analysis.engine, fn)?.parent ?? null;
  return outer === null || fileOf(outer) !== fileOf(fn) ? [fn] : [fn, ...withOuter(analysis, outer)];
}

const STRICT = /serializ|repeatable|snapshot|immediate|exclusive/i;

function isCoveredHere(analysis: Analysis, { open, guards }: Visit, { what, table }: Candidate): boolean {
  const inserts = what.effect.kind === "query" && what.effect.query.verb === "insert";
  if (inserts && guards.some(({ handlers }) => answersViolation(analysis, handlers))) return true;
  return open.some(({ scope, held }) => {
    if (scope.opens === "lock" || STRICT.test(scope.isolation ?? "")) return true;
    return held.some((one) => one.span.start !== what.span.start && one.effect.kind === "query" && locks(one.effect.query, table));
  });
}

/** A lock that comes before, of whatever rows; a row that was written is locked as well. */
const locks = ({ verb, locks: kind, tables }: Query, table: string): boolean =>
  kind !== "none" || verb === "lock" || ((verb === "update" || verb === "delete") && tables.includes(table));
