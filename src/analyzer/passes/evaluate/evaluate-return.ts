/** What a function gives back in a frame: the returns that its conditions leave possible there. */
import type { Lookup } from "../../facts.ts";
import { mapIn } from "../../groups.ts";
import type { Arm, Block, FunctionId, IrFunction, IrNode, ValueId } from "../../ir/nodes.ts";
import { innerBlocks } from "../../ir/walk.ts";
import type { Env, Value } from "../../values/value.ts";
import { alternatives, constant, fileOf, functionOf, isNothing, isVague, once, perhaps, unionOf, type Engine } from "../program/engine.ts";
import { evaluate, type Place } from "./evaluate.ts";
import { languageOf } from "./evaluate-import.ts";
import { libraryBase } from "./evaluate-member.ts";
import { valueOfType } from "./evaluate-type.ts";
import { settle } from "./apply-action.ts";
import { withStandIn } from "./stand-in.ts";
import { asGiven, lookupsOf, truthOf } from "./truth.ts";

type Return = Readonly<{ value: ValueId | null; at: number; after: readonly Lookup[] }>;

export function returnOf(engine: Engine, fn: FunctionId, env: Env | null): Value {
  const known = mapIn(engine.returns, fn);
  const key = env?.id ?? 0;
  const inside = engine.working.get(fn) ?? 0;
  if (inside >= ACTIVATIONS && !known.has(key)) return engine.unknown;
  return once<number, Value>(engine, known, key, engine.unknown, () => {
    engine.working.set(fn, inside + 1);
    const found = workOut(engine, fn, env);
    engine.working.set(fn, inside);
    return found;
  });
}

/** A function inside itself, with other arguments each time, is asked this often what it gives. */
const ACTIVATIONS = 3;

function workOut(engine: Engine, fn: FunctionId, env: Env | null): Value {
  const code = functionOf(engine, fn);
  if (!code) return engine.unknown;
  if (code.isGenerator) return languageOf(engine, fileOf(fn)) === "python" ? yieldedBy(engine, code, env) : engine.unknown;
  const place = { file: fileOf(fn), env };
  const returns = returnsOf(engine, code, place);
  const cases = casesOf(engine, code, place, returns);
  return withStandIn(engine, place, orDeclared(engine, code, cases, outcomeOf(engine, cases)), returns.flatMap(({ value }) => (value === null ? [] : [value])));
}

function returnsOf(engine: Engine, { body }: IrFunction, place: Place): readonly Return[] {
  const returns: Return[] = [];
  collectReturns(engine, place, body, [], returns);
  return returns;
}

const casesOf = (engine: Engine, { isAsync }: IrFunction, place: Place, returns: readonly Return[]): readonly Case[] =>
  returns.map(({ value, at, after }) => {
    const given = value === null ? constant(engine, null) : evaluateAt(engine, place, value, at);
    return { value: isAsync ? settle(engine, given) : given, after };
  });

/** `if session: return session` gives the one that came in, whatever is put into the variable further down. */
const evaluateAt = (engine: Engine, place: Place, value: ValueId, at: number): Value => asGiven(engine, place, value, at) ?? evaluate(engine, place, value);

/** What each return of a function gives, with what is known there. */
export function returnCases(engine: Engine, fn: FunctionId, env: Env | null): readonly Case[] {
  const code = functionOf(engine, fn);
  const place = { file: fileOf(fn), env };
  return code ? casesOf(engine, code, place, returnsOf(engine, code, place)) : [];
}

/** `return found`, `return None`: of what was found, the signature may know more than that it may be missing. */
function orDeclared(engine: Engine, { id, returns }: IrFunction, cases: readonly Case[], outcome: Value): Value {
  if (!returns || !cases.some(({ value }) => isVague(value))) return outcome;
  if (isNothing(outcome)) return unionOf(engine, [valueOfType(engine, fileOf(id), returns), outcome]);
  // `return current ? current : this`: a client of the program's own class, if it is not something else.
  const client = outcome.kind === "instance" && valueOfType(engine, fileOf(id), returns).kind === "typed" ? libraryBase(engine, outcome) : null;
  return client ? perhaps(engine, client) : outcome;
}

/** A generator gives what it yields, one after the other. */
function yieldedBy(engine: Engine, code: IrFunction, env: Env | null): Value {
  const items: Value[] = [];
  collectYields(engine, { file: fileOf(code.id), env }, code.body, items);
  return engine.interner.value({ kind: "tuple", items });
}

function collectYields(engine: Engine, place: Place, block: Block, into: Value[]): void {
  for (const node of block) {
    if (node.kind === "yield" && node.value !== null && !node.delegate) into.push(evaluateAt(engine, place, node.value, node.start));
    const inner = node.kind === "branch" ? possibleArms(engine, place, node).map((arm) => arm.body) : innerBlocks(node);
    for (const one of inner) collectYields(engine, place, one, into);
  }
}

export type Case = Readonly<{ value: Value; after: readonly Lookup[] }>;

/**
 * One of several values. Where which one it is tells whether a lookup found something (`if (!row) return undefined`), that is
 * what the value says.
 */
export function outcomeOf(engine: Engine, cases: readonly Case[]): Value {
  const whole = unionOf(engine, cases.map((one) => one.value));
  if (cases.length < 2 || !cases.some((one) => vague(one.value))) return whole;
  const lookups = cases.map((one) => one.after.find((lookup) => lookup.query.verb === "select") ?? null);
  const query = lookups.find((lookup) => lookup !== null)?.query;
  if (!query) return whole;
  const polarity = (found: boolean) => cases.filter((_, i) => lookups[i]?.found === found).map((one) => truthiness(one.value));
  const withRow = polarity(true);
  const without = polarity(false);
  if (withRow.length === 0 || without.length === 0) return whole;
  if (without.every((one) => one === false) && withRow.every((one) => one !== false)) return presence(engine, query, true);
  if (withRow.every((one) => one === false) && without.every((one) => one !== false)) return presence(engine, query, false);
  return whole.kind === "unknown" ? presence(engine, query, null) : whole;
}

const presence = (engine: Engine, query: Lookup["query"], found: boolean | null): Value => engine.interner.value({ kind: "presence", query, found });

const vague = (value: Value): boolean => isVague(value) || value.kind === "constant";

function truthiness(value: Value): boolean | null {
  if (value.kind === "constant") return Boolean(value.value);
  return value.kind === "record" || value.kind === "fields" || value.kind === "instance" || value.kind === "typed" || value.kind === "list" ? true : null;
}

/** Gathers the returns of a block; true when nothing can run after it. */
function collectReturns(engine: Engine, place: Place, block: Block, after: readonly Lookup[], into: Return[]): boolean {
  let known = after;
  for (const node of block) {
    if (node.kind === "exit") {
      if (node.how === "return") into.push({ value: node.value, at: node.start, after: known });
      return node.how === "return" || node.how === "throw";
    }
    const ended = collectFromNode(engine, place, node, known, into);
    if (ended === true) return true;
    if (ended) known = [...known, ...ended];
  }
  return false;
}

/** True when the node always leaves the function, else what is known after it. */
function collectFromNode(engine: Engine, place: Place, node: IrNode, known: readonly Lookup[], into: Return[]): true | readonly Lookup[] | null {
  switch (node.kind) {
    case "branch":
      return collectFromBranch(engine, place, node, known, into);
    case "loop":
      collectReturns(engine, place, node.body, known, into);
      return null;
    case "with":
      return collectReturns(engine, place, node.body, known, into) || null;
    case "await":
      return insisted(engine, place, [node]).map((query) => ({ query, found: true, certain: true }));
    case "try": {
      const missing = [...known, ...insisted(engine, place, node.body).map((query) => ({ query, found: false, certain: false }))];
      const handled = node.handlers.map((one) => collectReturns(engine, place, one.body, missing, into));
      const ends = [collectReturns(engine, place, node.body, known, into), ...handled];
      const last = node.finalizer ? collectReturns(engine, place, node.finalizer, known, into) : false;
      return last || ends.every(Boolean) || null;
    }
    default:
      return null;
  }
}

/** Lookups that throw where there is no row. */
const insisted = (engine: Engine, place: Place, block: Block): readonly Lookup["query"][] =>
  block
    .flatMap((node) => (node.kind === "await" ? alternatives(evaluate(engine, place, node.into)) : []))
    .flatMap((value) => (value.kind === "result" && value.query.gives === "found" && value.via.length === 0 ? [value.query] : []));

function collectFromBranch(
  engine: Engine,
  place: Place,
  node: Extract<IrNode, { kind: "branch" }>,
  known: readonly Lookup[],
  into: Return[],
): true | readonly Lookup[] | null {
  const arms = possibleArms(engine, place, node);
  const open = arms.filter((arm) => !collectReturns(engine, place, arm.body, [...known, ...lookupsOf(engine, place, arm.facts)], into));
  if (open.length === 0) return true;
  const [only] = open;
  return open.length === 1 && arms.length > 1 && only ? lookupsOf(engine, place, only.facts) : null;
}

/** The arms that can be taken in this frame. */
export function possibleArms(engine: Engine, place: Place, { arms, start }: Extract<IrNode, { kind: "branch" }>): readonly Arm[] {
  const truths = arms.map((arm) => arm.facts.filter((fact) => fact.certain).map((fact) => truthOf(engine, place, fact, start)));
  const sure = arms.findIndex((arm, i) => arm.facts.length > 0 && arm.facts.every((fact) => fact.certain) && (truths[i] ?? []).every((one) => one === true));
  const taken = arms[sure];
  if (taken) return [taken];
  return arms.filter((_, i) => !(truths[i] ?? []).includes(false));
}
