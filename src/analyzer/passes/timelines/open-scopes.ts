/**
 * Scopes that are open at one point of a path, and what is open where paths come together. Nothing here walks: `walkOpen` does.
 */
import type { Handle, Occurrence, Scope } from "../../facts.ts";
import type { FunctionId } from "../../ir/nodes.ts";
import type { Span } from "../../source.ts";

/** A step on the way to an effect: a call, and the function that it calls. */
export type Hop = Readonly<{ span: Span; fn: FunctionId; name: string; through: "name" | "callback" }>;

/**
 * A scope that is open, with what stood round it when it opened, and what has run in it on the way here. `borrowed`: on a handle that
 * nobody knows where it is open. `again`: how often it was begun while it was open, as by a function that begins it `if (!nested)`.
 */
export type Open = Readonly<{
  scope: Scope; hops: readonly Hop[]; loops: number; guards: number; concurrent: number; held: readonly Occurrence[]; borrowed?: true; again?: number;
}>;

export type State = Readonly<{ open: readonly Open[] }>;

/** Open on one path is open. */
export function join(a: State | null, b: State | null): State | null {
  if (a === null || b === null) return a ?? b;
  if (a === b) return a;
  const shared = a.open.map((one) => withHeldOf(one, b.open.find((other) => isSame(one.scope, other.scope))));
  return { open: [...shared, ...b.open.filter((one) => !a.open.some((other) => isSame(one.scope, other.scope)))] };
}

/** What has run on either path has run. Mostly one path only went on from where the other was. */
export function withHeldOf(known: Open, other: Open | undefined): Open {
  const one = depthOf(other) > depthOf(known) ? { ...known, again: depthOf(other) } : known;
  if (!other || other.held.length === 0 || other.held === one.held) return one;
  const [shorter, longer] = one.held.length < other.held.length ? [one.held, other.held] : [other.held, one.held];
  const held = shorter.every((what, i) => what === longer[i]) ? longer : [...new Set([...one.held, ...other.held])];
  return held === one.held ? one : { ...one, held };
}

/** A condition under which a transaction is ended that a call opened is taken to be the one under which it is open: `if (own) await commit()`. */
export function sameFate(ways: readonly Readonly<{ from: State; to: State | null }>[], joined: State | null): State | null {
  if (joined === null || ways.every(({ from }) => from.open.length === 0)) return joined;
  const left = ways.flatMap(({ from, to }) => (to === null ? [] : from.open.flatMap((one) => (one.scope.begun ? [] : endedOnce(one, to)))));
  if (left.length === 0) return joined;
  return { open: joined.open.flatMap((one) => left.find(({ scope }) => scope === one.scope)?.left ?? [one]) };
}

/** What is left of a transaction that a path ends: nothing, or what it is inside. */
function endedOnce(before: Open, { open }: State): readonly Readonly<{ scope: Scope; left: readonly Open[] }>[] {
  const { scope } = before;
  const after = open.find((one) => one.scope === scope);
  if (!after) return [{ scope, left: [] }];
  return depthOf(after) < depthOf(before) ? [{ scope, left: [after] }] : [];
}

const depthOf = (one: Open | undefined): number => one?.again ?? 0;

/** Two first statements on two paths begin one transaction. */
export const isSame = (a: Scope, b: Scope): boolean => a.id === b.id || (a.begun === true && b.begun === true && sameHandle(a.handle, b.handle));

/** It is begun where it is open already. */
export const begunAgain = (one: Open): Open => ({ ...one, again: depthOf(one) + 1 });

/** The end of what was begun again inside itself is not its own. */
export const outside = (one: Open): readonly Open[] => (depthOf(one) > 0 ? [{ ...one, again: depthOf(one) - 1 }] : []);

/** A commit on a handle ends what was begun on it; one whose handle is not known ends the innermost guess: all. */
export function ends(handle: Handle | null, scope: Scope): boolean {
  if (!handle || !scope.handle || handle.is === "unknown") return true;
  return sameHandle(handle, scope.handle);
}

/** A statement runs in a transaction on its handle, and in one that is the thread's. */
export const runsIn = ({ handle, library }: Occurrence, scope: Scope): boolean =>
  sameHandle(handle, scope.handle) || (scope.ambient && library === scope.library && handle?.is !== "transaction");

export function sameHandle(a: Handle | null, b: Handle | null): boolean {
  if (!a || !b) return false;
  if (a.joins || b.joins) return true;
  if (a.scope !== null || b.scope !== null) return a.scope === b.scope;
  return a.origin === b.origin;
}
