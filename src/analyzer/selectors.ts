/** The words that rules speak. */
import type { Analysis } from "./analyze.ts";
import type { Confidence, Occurrence, Query, Run, Scope, TimelineHandler } from "./facts.ts";
import type { FunctionId } from "./ir/nodes.ts";
import { returnedValues } from "./ir/walk.ts";
import { weakest } from "./models/catalog.ts";
import { oncePer } from "./once-per.ts";
import { isOneOff } from "./passes/fates/lifetimes.ts";
import { fileOf, functionOf } from "./passes/program/engine.ts";
import { closureOf } from "./passes/program/module-index.ts";
import { momentsOf } from "./passes/timelines/moments.ts";
import { functionsIn, functionsNear } from "./passes/timelines/reachable-functions.ts";
import { writesOf, type Guard, type Known, type Protection, type Write } from "./passes/timelines/walk-lookups.ts";
import { runsIn, type Hop, type Open } from "./passes/timelines/open-scopes.ts";
import { walkOpen, type LoopFrame, type Visit } from "./passes/timelines/walk-open.ts";
import type { Step } from "./rule.ts";
import { asksForOwn } from "./questions/own-rows.ts";
import { callStep, openingStep } from "./steps.ts";
import { isOneTable, outcomeOfRace, type Outcome } from "./schemas/table-keys.ts";
import { beginTogether, isInside, type Span } from "./source.ts";

/** Something that happens while a transaction is open. */
export type During = Readonly<{
  what: Occurrence; scope: Scope;
  /** Where the function that holds the transaction goes towards it: the line its author can move. */
  at: Span; trace: readonly Step[];
  /** The calls that lead to it, and the loops round it that are inside the transaction, outermost first. */
  hops: readonly Hop[];
  loops: readonly LoopFrame[];
  /** Statements on the transaction's handle so far. */
  held: readonly Occurrence[];
  onHandle: boolean;
  /** Nothing has been written so far in a transaction that its first statement began: it holds a connection and no locks. */
  onlyReads: boolean;
  /** What was noted down before goes out with the next statement at the latest. */
  pending: boolean;
  confidence: Confidence;
}>;

/** Everything that happens in transactions, per function that holds one. */
export const duringTransactions = oncePer((analysis: Analysis): readonly During[] => {
  const found: During[] = [];
  for (const run of analysis.runs) {
    walkOpen(run.timeline, (visit) => {
      if (visit.what.kind !== "happens") return;
      const { what } = visit.what;
      for (const open of visit.open) if (open.scope.opens === "transaction" && isHeldHere(open, visit)) found.push(during(analysis, run, visit, what, open));
    });
  }
  return found;
});

/** A transaction that a callee opens and closes is the callee's: it is found in its own run. */
export const isHeldHere = (open: Open, visit: Visit): boolean => {
  const [opening] = open.hops;
  const [now] = visit.hops;
  return !opening || opening.span.start !== now?.span.start || opening.span.file !== now.span.file;
};

export function during(analysis: Analysis, run: Run, visit: Visit, what: Occurrence, open: Open): During {
  const hops = visit.hops.slice(open.hops.length > 0 && visit.hops.length < open.hops.length ? 0 : commonHops(open, visit));
  const place = locate(analysis, run, hops, what.span);
  const way = hops.filter((hop) => hop.through !== "callback" || hop.span.start !== open.scope.span.start || hop.span.file !== open.scope.span.file);
  return {
    what, scope: open.scope, at: place, trace: [openingStep(open.scope), ...way.map(callStep), { span: what.span, note: what.name }],
    hops: visit.hops, loops: visit.loops.slice(open.loops), held: open.held, onHandle: runsIn(what, open.scope), onlyReads: onlyReads(what, open),
    pending: open.held.some(({ effect }) => effect.kind === "query" && effect.query.staged === true),
    confidence: weakest(weakest(what.confidence, isPauseAfterFailure(visit, what) || onlyReads(what, open) ? "low" : open.scope.confidence), visit.confidence),
  };
}

/** What a first statement began takes no locks before something is written; what settings open is held for who waits once anything was sent for it. */
const onlyReads = (what: Occurrence, { scope, held }: Open): boolean =>
  scope.said && what.effect.kind !== "query" ? held.length === 0 : isLazy(scope) && ![what, ...held].some((one) => runsIn(one, scope) && takesLocks(one));

export const isLazy = ({ begun, said }: Scope): boolean => begun === true || said !== undefined;

/** A statement of which nobody can tell what it does is not taken to write. */
function takesLocks({ effect }: Occurrence): boolean {
  if (effect.kind === "control") return effect.step === "flush";
  if (effect.kind !== "query" || effect.query.staged || effect.query.verb === "unknown") return false;
  return effect.query.verb !== "select" || effect.query.locks !== "none";
}

/** A retry's pause: the failure may have ended the transaction already. */
const isPauseAfterFailure = (visit: Visit, { effect }: Occurrence): boolean => visit.answering && effect.kind === "wait" && effect.on === "timer";

const commonHops = (open: Open, visit: Visit): number => sharedHops(open.hops, visit.hops);

function sharedHops(a: readonly Hop[], b: readonly Hop[]): number {
  let n = 0;
  while (n < a.length && beginTogether(a[n]?.span, b[n]?.span)) n++;
  return n;
}

/** The last step that still stands in the text of the function that holds the transaction. */
export function locate(analysis: Analysis, run: Run, hops: readonly Hop[], effect: Span): Span {
  let holder = run.span;
  for (let i = 0; i < hops.length; i++) {
    const hop = hops[i];
    if (!hop) break;
    const isHere = (one: Hop, j: number): boolean => (j === i && isWrittenFor(analysis, one, hops[j - 1])) || isInside(spanOfFunction(analysis, one), holder);
    const next = hops.findIndex((one, j) => j >= i && one.through === "callback" && isHere(one, j));
    const closure = hops[next];
    if (!closure) return hop.span;
    holder = spanOfFunction(analysis, closure) ?? holder;
    i = next;
  }
  return effect;
}

/** The work of a function that was handed over is its writer's: also where it went through one wrapper more. */
const isWrittenFor = (analysis: Analysis, hop: Hop, before: Hop | undefined): boolean => !before || isClosure(analysis, hop) || isWrapper(analysis, before);

/** A function that another one gives back or puts into what it was given, as decorators do. */
function isWrapper({ engine }: Analysis, { fn }: Hop): boolean {
  const outer = functionOf(engine, functionOf(engine, fn)?.parent ?? fn);
  const index = engine.program.module(fileOf(fn));
  if (!outer || !index) return false;
  const stored = outer.params.flatMap(({ value }) => [...(index.stores.get(value)?.values() ?? [])].flat());
  return [...returnedValues(outer.body), ...stored].some((value) => closureOf(index, value) === fn);
}

/** Written where it is handed over, not declared for many. */
function isClosure(analysis: Analysis, { fn }: Hop): boolean {
  const outer = functionOf(analysis.engine, fn)?.parent ?? null;
  return outer !== null && functionOf(analysis.engine, outer)?.parent !== null;
}

function spanOfFunction(analysis: Analysis, hop: Hop): Span | null {
  const code = functionOf(analysis.engine, hop.fn);
  return code ? { file: fileOf(hop.fn), start: code.start, end: code.end } : null;
}

/** A row that was looked for, not found, and is then inserted. */
export type Race = Readonly<{
  lookup: Query; write: Write; at: Span; trace: readonly Step[]; confidence: Confidence; protections: readonly Protection[];
  /** Whoever comes second is told that the request cannot be granted, as if the lookup had found the row. */
  refuses: boolean;
}>;

export function* lookupsBeforeInserts(analysis: Analysis): Iterable<Race> {
  const protectedFunctions = guardedFunctions(analysis);
  const handedOver = closuresRunByTheirWriters(analysis);
  for (const run of analysis.runs) {
    if (protectedFunctions.has(run.fn) || handedOver.has(run.fn)) continue;
    const writes = writesOf(run.timeline);
    for (const write of writes) {
      if (write.query.conflict || write.guards.some((guard) => answersViolation(analysis, guard.handlers) || looksAgain(guard, write))) continue;
      const known = write.missing.find((one) => isSameRow(analysis, one, write) && isDecidedHere(analysis, run, one, write));
      if (known && !asksForOwn(analysis, known.lookup.query, writes)) yield race(analysis, run, known, write);
    }
  }
}

/** After a failed insert its row is looked for once more. */
const looksAgain = ({ looks }: Guard, { query }: Write): boolean => query.tables.slice(0, 1).some((table) => looks.has(table));

/** Whatever makes this one call fail, behind the lookup, is answered with a result. */
const isAnswered = (known: Known, { guards }: Write): boolean => guards.slice(known.guards).some((guard) => guard.alone && hasResult(guard));

const hasResult = ({ handlers }: Guard): boolean => handlers.some(({ exits, inPlace }) => !exits.throws && (inPlace === true || (exits.returns && !exits.on)));

/** A status that blames the request, and none that blames the service. */
const refuses = ({ words }: Guard): boolean => words.some((word) => /^(?:400|409|422)$/.test(word)) && !words.some((word) => /^5\d\d$/.test(word));

/** Functions written inside another that hands them over and so runs them: what they do is seen there, with what stands round it. */
function closuresRunByTheirWriters(analysis: Analysis): ReadonlySet<FunctionId> {
  const found = new Set<FunctionId>();
  for (const run of analysis.runs) {
    for (const fn of functionsIn(run.timeline)) if (fn !== run.fn && isWrittenIn(analysis, fn, run.fn)) found.add(fn);
  }
  return found;
}

function isWrittenIn(analysis: Analysis, inner: FunctionId, outer: FunctionId): boolean {
  for (let at = functionOf(analysis.engine, inner)?.parent ?? null; at; at = functionOf(analysis.engine, at)?.parent ?? null) if (at === outer) return true;
  return false;
}

/** Lookup and write that lie in one call of another function are that function's. */
function isDecidedHere(analysis: Analysis, run: Run, known: Known, write: Write): boolean {
  const own = (hops: readonly Hop[]): Hop | undefined => hops[hops.findLastIndex((hop) => isWrittenIn(analysis, hop.fn, run.fn)) + 1];
  const a = own(known.hops);
  const b = own(write.hops);
  return !a || !b || a.span.start !== b.span.start || a.span.file !== b.span.file;
}

function isSameRow(analysis: Analysis, known: Known, write: Write): boolean {
  const [table] = write.query.tables;
  const { query } = known.lookup;
  const [looked] = query.tables;
  return table !== undefined && looked !== undefined && query.verb === "select" && isOneTable(analysis.engine.program.schema, looked, table);
}

function race(analysis: Analysis, run: Run, known: Known, write: Write): Race {
  const site = known.lookup.query.site;
  const sure = isAnswered(known, write) || isOneOff(analysis.engine, run.fn) ? "low" : known.lookup.certain ? "high" : "medium";
  const looked: Step[] = site ? [{ span: site, note: `looks for ${known.lookup.query.tables[0] ?? "the row"}` }] : [];
  return {
    lookup: known.lookup.query, write, at: locate(analysis, run, write.hops, write.what.span),
    trace: [
      ...looked, ...known.hops.map(callStep), ...write.hops.slice(sharedHops(known.hops, write.hops)).map(callStep),
      { span: write.what.span, note: write.what.name },
    ],
    confidence: weakest(weakest(write.what.confidence, write.confidence), sure), protections: known.protections,
    refuses: write.guards.some((guard) => hasResult(guard) && refuses(guard)),
  };
}

/** Who answers a violation many calls away does not mean this one. */
const ANSWERED = 3;

/** Functions that run where a unique violation is answered. */
function guardedFunctions(analysis: Analysis): ReadonlySet<FunctionId> {
  const found = new Set<FunctionId>();
  for (const moment of momentsOf(analysis.runs)) {
    if (moment.kind === "guarded" && answersViolation(analysis, moment.handlers)) for (const fn of functionsNear(moment.body, ANSWERED)) found.add(fn);
  }
  return found;
}

/** What catches nothing but the program's own errors never sees the database's: only their names count, not what is said to the user. */
export const answersViolation = (analysis: Analysis, handlers: readonly TimelineHandler[]): boolean =>
  handlers.some(({ types, words }) => {
    const isOwn = types.length > 0 && types.every(({ own }) => own);
    return knowsUniqueViolation(analysis, isOwn ? words.filter((word) => types.some(({ name }) => name === word)) : words);
  });

function knowsUniqueViolation(analysis: Analysis, words: readonly string[]): boolean {
  const codes = analysis.engine.catalog.uniqueViolation;
  return words.some((word) => codes.has(word) || [...codes].some((code) => code.length > 5 && word.toLowerCase().includes(code.toLowerCase())));
}

/** What stays locked, in words. */
export function describeHeld(held: readonly Occurrence[]): string {
  const tables = [...new Set(held.flatMap(({ effect }) => (effect.kind === "query" && locks(effect.query) ? effect.query.tables.slice(0, 1) : [])))];
  if (tables.length === 0) return "an open transaction and its connection";
  return tables.length === 1 ? `row locks on ${tables[0] ?? ""}` : `row locks on ${tables.length} tables (${[...tables.slice(0, 4), ...(tables.length > 4 ? ["…"] : [])].join(", ")})`;
}

const LOCKING: ReadonlySet<Query["verb"]> = new Set(["insert", "update", "delete", "upsert", "lock", "ddl"]);
const locks = (query: Query): boolean => LOCKING.has(query.verb) || query.locks !== "none";

const WAITS: Readonly<Record<string, string>> = {
  http: "HTTP", rpc: "a remote call", mail: "e-mail", storage: "object storage", llm: "a language model", cache: "a cache on the network", timer: "a timer",
  process: "a child process", hashing: "a slow hash", lock: "another lock", thread: "another thread", search: "a search index", database: "another database",
};

export const describeWait = (on: string): string => WAITS[on] ?? on;

/** The statement that goes to the database here: itself, or, where what was noted down is sent, the last of that. */
export function sentStatement({ what, held }: Pick<During, "what" | "held">): Occurrence | null {
  // Locks that are no rows are taken one by one, in one order.
  if (what.effect.kind === "query") return what.effect.query.staged || what.effect.query.locks === "advisory" ? null : what;
  const noted = what.effect.kind === "control" && what.effect.step === "flush" ? held.findLast((one) => one !== what) : undefined;
  return noted?.effect.kind === "query" && noted.effect.query.staged ? noted : null;
}

/** Tables are few, and no statement changes several: a loop over them is as long as the schema. */
export const changesSchema = ({ effect }: Occurrence): boolean => effect.kind === "query" && effect.query.verb === "ddl";

/** The innermost loop that runs the statement for every item of a collection that may be large. Chunks are small by design. */
export function perItemLoop(during: During): Span | null {
  for (const loop of [...during.loops].reverse()) {
    if (loop.chunks) return null;
    if (!loop.each && !isPerRound(during.what)) return null;
    if (loop.bounded) continue;
    return isHandedTo(loop, during) ? during.at : loop.span;
  }
  return null;
}

/** A loop elsewhere that runs a function handed to it is nobody's to change: what hands it over is. */
function isHandedTo(loop: LoopFrame, { at, what, hops }: During): boolean {
  if (loop.span.file === at.file || what.span.file !== at.file) return false;
  const inner = hops.slice(loop.hops.length);
  return inner.some((hop) => hop.through === "callback") || [...inner, what].some(({ span }) => isInside(span, at));
}

/** `while (taken(code)) code = another()` asks until it is told no, page by page; what writes many rows at a time is handed them in chunks. */
const isPerRound = ({ effect }: Occurrence): boolean => effect.kind !== "query" || (!effect.query.bulk && effect.query.verb !== "select");

/** Something on the way keeps two requests from doing this at the same time. */
export function isCovered(race: Race): boolean {
  const [table] = race.write.query.tables;
  return race.protections.some(({ kind, query, scope }) => {
    if (kind === "transaction") return /serializable|immediate|exclusive/i.test(scope?.isolation ?? "");
    // Locking rows that are not there locks nothing: only a parent's row, or a lock that is no row, helps.
    return query === null || query.locks !== "rows" || !query.tables.some((one) => one === table);
  });
}

/** What becomes of the second of two requests: an error on a unique key, a duplicate row, or it cannot be told. */
export function outcomeOf(analysis: Analysis, { lookup, write }: Race): Outcome {
  const schema = analysis.engine.program.schema?.();
  const table = write.query.tables[0];
  return outcomeOfRace(schema && table !== undefined ? schema.find(table) : null, lookup.keys, write.query.values);
}
