/**
 * Locks that two transactions take in opposite orders, so that each may wait for the other: of two tables, or of the rows of one, which
 * are locked one by one in the order in which somebody gave them.
 */
import type { Analysis } from "../analyze.ts";
import type { Confidence, Occurrence, Query } from "../facts.ts";
import { addTo } from "../groups.ts";
import { weakest } from "../models/catalog.ts";
import { clientOf, engineBehind } from "./known-clients.ts";
import { isInGivenOrder } from "./given-order.ts";
import { oncePer } from "../once-per.ts";
import type { Step } from "../rule.ts";
import { duringTransactions, perItemLoop, type During } from "../selectors.ts";
import { placeOf, type Span } from "../source.ts";

export type LockCycle = Readonly<{ first: string; second: string; other: Span; at: Span; trace: readonly Step[]; confidence: Confidence }>;

/** `second` is the first lock on a table while `first` is held. */
type LockStep = Readonly<{ held: string; then: string; first: Occurrence; second: Occurrence; during: During }>;

/** The order that fewer transactions follow is the odd one; of two, the later. */
export function* lockCycles(analysis: Analysis): Iterable<LockCycle> {
  const byOrder = new Map<string, Map<string, LockStep>>();
  for (const step of locksOf(analysis).flatMap(stepsTo)) {
    const order = `${databaseOf(step.during)}|${step.held}|${step.then}`;
    const steps = byOrder.get(order) ?? new Map<string, LockStep>();
    // Transactions that come to the same two statements have one fault.
    const pair = `${placeOf(step.first.span)} ${placeOf(step.second.span)}`;
    byOrder.set(order, steps.set(pair, steps.get(pair) ?? step));
  }
  for (const [order, steps] of byOrder) {
    const [database = "", held = "", then = ""] = order.split("|");
    const others = byOrder.get(`${database}|${then}|${held}`);
    if (!others || steps.size > others.size || (steps.size === others.size && isEarlier(steps, others))) continue;
    for (const step of steps.values()) {
      const other = [...others.values()].find((one) => transactionOf(one.during) !== transactionOf(step.during));
      if (other) yield cycle(step, other);
    }
  }
}

/** A lock that is taken while a transaction is open, of rows that it has not locked or made before. SQLite has one lock for all of them. */
const locksOf = oncePer((analysis: Analysis): readonly During[] =>
  duringTransactions(analysis).filter((during) => {
    const table = lockedBy(during.what);
    const { handle } = during.scope;
    if (handle && engineBehind(analysis, handle) === "sqlite") return false;
    return during.onHandle && table !== null && !during.held.some((one) => lockedBy(one) === table || madeBy(one) === table);
  }));

function stepsTo(during: During): readonly LockStep[] {
  const then = lockedBy(during.what);
  const firsts = new Map<string, Occurrence>();
  const made = new Set<string>();
  for (const one of during.held) {
    const [table, own] = [lockedBy(one), madeBy(one)];
    if (own !== null) made.add(own);
    if (table !== null && !made.has(table) && !firsts.has(table)) firsts.set(table, one);
  }
  return then === null ? [] : [...firsts].map(([held, first]) => ({ held, then, first, second: during.what, during }));
}

const lockedBy = ({ effect }: Occurrence): string | null =>
  effect.kind === "query" && locksRows(effect.query) ? (effect.query.tables[0]?.toLowerCase() ?? null) : null;

const locksRows = (query: Query): boolean =>
  !query.staged && (query.verb === "update" || query.verb === "delete" || query.locks === "rows" || query.locks === "table");

/** A row that the transaction has just made is nobody else's. */
const madeBy = ({ effect }: Occurrence): string | null =>
  effect.kind === "query" && effect.query.verb === "insert" ? (effect.query.tables[0]?.toLowerCase() ?? null) : null;

const databaseOf = ({ scope: { handle } }: During): string => (handle ? clientOf(handle) : "");

/** Where a function of the house opens them all, they are told apart by the work that they are given. */
const transactionOf = ({ scope, hops }: During): string => `${placeOf(scope.span)} ${hops.find(({ through }) => through === "callback")?.fn ?? ""}`;

type Steps = ReadonlyMap<string, LockStep>;

function isEarlier(steps: Steps, others: Steps): boolean {
  const [first] = [...steps.values(), ...others.values()].sort(({ during: { at: a } }, { during: { at: b } }) =>
    (a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1));
  return first !== undefined && [...steps.values()].includes(first);
}

function cycle(step: LockStep, other: LockStep): LockCycle {
  const trace: Step[] = [
    { span: step.first.span, note: `locks ${step.held} first` }, { span: step.second.span, note: `then ${step.then}` },
    { span: other.first.span, note: `elsewhere ${other.held} is locked first` }, { span: other.second.span, note: `then ${other.then}` },
  ];
  const surest = weakest(weakest(step.first.confidence, step.second.confidence), weakest(other.first.confidence, other.second.confidence));
  return { first: step.held, second: step.then, other: other.second.span, at: step.during.at, trace, confidence: weakest(surest, "medium") };
}

export type UnorderedRows = Readonly<{ table: string; at: Span; trace: readonly Step[]; confidence: Confidence }>;

/** Rows of one table, one statement each, in the order of what was given. Where no other transaction does so, it meets itself. */
export function* unorderedRows(analysis: Analysis): Iterable<UnorderedRows> {
  const byTable = new Map<string, During[]>();
  for (const during of locksOf(analysis)) {
    const table = lockedBy(during.what);
    if (table !== null && isPerRow(during) && perItemLoop(during) !== null && isInGivenOrder(analysis, during))
      addTo(byTable, `${databaseOf(during)}|${table}`, during);
  }
  for (const [key, all] of byTable) {
    for (const during of new Map(all.map((one) => [placeOf(one.at), one])).values()) {
      const other = all.find((one) => transactionOf(one) !== transactionOf(during)) ?? during;
      const table = key.slice(key.lastIndexOf("|") + 1);
      const there = other === during ? "again, with the same rows in another order" : "elsewhere in another order";
      const trace = [{ span: during.what.span, note: `locks rows of ${table}, one by one` }, { span: other.what.span, note: there }];
      yield { table, at: during.at, trace, confidence: other === during ? "low" : weakest(during.confidence, "medium") };
    }
  }
}

/** A row by its key; nothing that was locked on purpose before lets only one transaction in. */
function isPerRow({ what: { effect }, held }: During): boolean {
  const isGuard = ({ effect: before }: Occurrence): boolean => before.kind === "query" && before.query.locks !== "none";
  return effect.kind === "query" && effect.query.keys.length > 0 && !effect.query.bulk && !held.some(isGuard);
}
