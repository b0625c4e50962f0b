/** In which order a transaction locks tables, path by path: what it holds when it locks another. */
import type { Moment, Occurrence, Query, Timeline } from "../../facts.ts";
import type { Scope } from "../../facts.ts";
import type { Span } from "../../source.ts";
import { anywhere } from "./moments.ts";
import { sameHandle } from "./open-scopes.ts";

/** `then` is locked while `held` is. Each with the statement that locks it first. */
export type LockStep = Readonly<{ held: string; then: string; first: Occurrence; second: Occurrence; scope: Scope; at: Span }>;

type Held = ReadonlyMap<string, Occurrence>;
type State = Readonly<{ scope: Scope | null; held: Held; own: ReadonlySet<string> }>;
type Walk = Readonly<{ visit: (step: LockStep) => void; call: Span | null }>;

const NOTHING: State = { scope: null, held: new Map(), own: new Set() };

export function walkLockOrder(timeline: Timeline, visit: (step: LockStep) => void): void {
  if (opens(timeline)) walkTimeline({ visit, call: null }, timeline, NOTHING);
}

function walkTimeline(walk: Walk, timeline: Timeline, start: State): State | null {
  let state: State | null = start;
  for (const moment of timeline) {
    if (state === null) return null;
    state = walkMoment(walk, moment, state);
  }
  return state;
}

function walkMoment(walk: Walk, moment: Moment, state: State): State | null {
  switch (moment.kind) {
    case "happens":
      return walkEffect(walk, moment.what, state);
    case "call": // a callee that returns early goes on in its caller
      return moment.settling === "floating" || !(state.scope || opens(moment.body)) ? state : (walkTimeline({ ...walk, call: walk.call ?? (moment.through === "name" ? moment.span : null) }, moment.body, state) ?? state);
    case "loop":
    case "concurrent":
      return join(state, walkTimeline(walk, moment.body, state));
    case "scope": {
      if (moment.scope.opens !== "transaction" || state.scope) return walkTimeline(walk, moment.body, state) ?? state;
      walkTimeline(walk, moment.body, { ...NOTHING, scope: moment.scope });
      return state;
    }
    case "branch":
      return moment.arms.map((arm) => walkTimeline(walk, arm.body, state)).reduce(join, null);
    case "guarded": {
      const after = [walkTimeline(walk, moment.body, state), ...moment.handlers.map((handler) => walkTimeline(walk, handler.body, state))].reduce(join, null);
      return moment.finalizer ? (after && walkTimeline(walk, moment.finalizer, after)) : after;
    }
    case "exit":
      return null;
    case "deferred":
    case "yields":
    case "unresolved":
    case "recursion":
      return state;
  }
}

const opens = anywhere((moment) => moment.kind === "scope" && moment.scope.opens === "transaction");

function join(a: State | null, b: State | null): State | null {
  if (a === null || b === null) return a ?? b;
  return { scope: a.scope ?? b.scope, held: new Map([...b.held, ...a.held]), own: new Set([...a.own, ...b.own]) };
}

function walkEffect(walk: Walk, what: Occurrence, state: State): State {
  const { effect, handle } = what;
  if (effect.kind !== "query" || !state.scope || !sameHandle(handle, state.scope.handle)) return state;
  const table = effect.query.tables[0]?.toLowerCase();
  if (table === undefined) return state;
  // A row that the transaction has just made is nobody else's.
  if (effect.query.verb === "insert") return { ...state, own: new Set([...state.own, table]) };
  if (!locksRows(effect.query) || state.own.has(table) || state.held.has(table)) return state;
  for (const [held, first] of state.held) walk.visit({ held, then: table, first, second: what, scope: state.scope, at: walk.call ?? what.span });
  return { ...state, held: new Map([...state.held, [table, what]]) };
}

const locksRows = (query: Query): boolean => query.verb === "update" || query.verb === "delete" || query.locks === "rows" || query.locks === "table";
