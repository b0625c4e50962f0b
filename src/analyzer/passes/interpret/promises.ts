/**
 * When work that was started counts as done. A promise's effects wait in the stash under the value of the call and enter the
 * timeline where it is awaited, returned or gathered; a lazy statement happens only there.
 */
import type { CallNode, IrNode, ValueId } from "../../ir/nodes.ts";
import type { Effect, Moment, Settling, Timeline } from "../../facts.ts";
import { beginTogether } from "../../source.ts";
import type { Query, TypedValue } from "../../values/value.ts";
import { alternatives, type Worked } from "../program/engine.ts";
import { encloses } from "../fates/follow-creation.ts";
import { choiceOf, forChosen } from "../collections/chosen-items.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { spanIn, type Frame } from "./interpret.ts";
import { waitedFor } from "./awaited.ts";
import { definitionsOf, onlyDefinition } from "../program/module-index.ts";
import { nameOfStatement } from "./effect-names.ts";
import { lookupsOf } from "../evaluate/truth.ts";
import { usesAt } from "../program/uses.ts";

export type Stash = Map<ValueId, Timeline>;

const EMPTY: Timeline = [];

/** Everything that waiting for a value brings: stashed work of the calls it comes from, and the statement it is. */
export function settleValue(frame: Frame, value: ValueId, at: IrNode, how: Settling): Timeline {
  const stashed = frame.stash.size === 0 ? EMPTY : takeStashed(frame, value, new Set()).map((moment) => resettle(moment, how));
  // A function that is not async hands its statement on: it happens where the caller waits.
  if (how === "returned") return stashed;
  return [...stashed, ...statementsOf(frame, value, at, how, stashed)];
}

function resettle(moment: Moment, how: Settling): Moment {
  if (moment.kind === "call") return { ...moment, settling: how };
  // Nobody waits for what a loop has started either: `items.forEach(async …)`.
  if (how === "floating" && (moment.kind === "loop" || moment.kind === "concurrent")) return { ...moment, body: moment.body.map((one) => resettle(one, how)) };
  // `work().catch(log)` waits for nothing either.
  if (how === "floating" && moment.kind === "guarded") return { ...moment, body: moment.body.map((one) => resettle(one, how)) };
  if (moment.kind === "branch") return { ...moment, arms: moment.arms.map((arm) => ({ ...arm, body: arm.body.map((one) => resettle(one, how)) })) };
  return moment.kind === "happens" ? { ...moment, what: { ...moment.what, settling: how } } : moment;
}

/** Takes the stashed work of the calls that a value comes from, through variables, lists and members. */
export function takeStashed(frame: Frame, value: ValueId, seen: Set<ValueId>): Moment[] {
  if (seen.has(value) || frame.stash.size === 0) return [];
  seen.add(value);
  const own = frame.stash.get(value);
  if (own) {
    frame.stash.delete(value);
    return [...own];
  }
  const definitions = definitionsOf(frame.engine.program.module(frame.place.file), value);
  return definitions.flatMap((definition) => (definition.by === "node" ? sourcesOf(definition.node) : []).flatMap((source) => takeStashed(frame, source, seen)));
}

/** The values through which a promise may have come. */
function sourcesOf(node: IrNode): readonly ValueId[] {
  switch (node.kind) {
    case "assign":
      return node.from;
    case "typed":
      return node.value === null ? [] : [node.value];
    case "aggregate":
      return node.entries.map((entry) => entry.value);
    case "call":
      return node.args.map((argument) => argument.value);
    default:
      return [];
  }
}

/** The lazy statements that a value, or an item of the list that it is, stands for; what stands on one side of a choice happens there. */
function statementsOf(frame: Frame, value: ValueId, at: IrNode, how: Settling, stashed: Timeline): Timeline {
  const choice = choiceAt(frame, value, 0);
  if (!choice) return statementsOfValue(frame, value, at, how, stashed);
  const arms = choice.from.map((source, i) => ({
    lookups: lookupsOf(frame.engine, frame.place, choice.given?.[i] ?? []), body: statementsOf(frame, source, at, how, stashed),
  }));
  if (arms.every(({ lookups }) => lookups.length === 0)) return statementsOfValue(frame, value, at, how, stashed);
  return arms.some(({ body }) => body.length > 0) ? [{ kind: "branch", span: spanIn(frame, at), arms }] : EMPTY;
}

/** `known ?? create()`, also through a variable. */
function choiceAt(frame: Frame, value: ValueId, depth: number): Extract<IrNode, { kind: "assign" }> | null {
  const only = onlyDefinition(frame.engine.program.module(frame.place.file), value);
  if (depth > 4 || only?.by !== "node" || only.node.kind !== "assign") return null;
  const { from, given } = only.node;
  if (given?.some((facts) => facts.length > 0)) return only.node;
  return from.length === 1 && from[0] !== undefined ? choiceAt(frame, from[0], depth + 1) : null;
}

function statementsOfValue(frame: Frame, value: ValueId, at: IrNode, how: Settling, stashed: Timeline): Timeline {
  const pending = pendingStatements(frame, value);
  const fresh = pending.filter((one) => !stashed.some((moment) => holdsStatement(moment, one)));
  const inserts = fresh.some((one) => one.query?.verb === "insert");
  const moments = fresh.map((one) => statementMoment(frame, one, at, how));
  if (moments.length < 2) return inserts ? forChosen(choiceOf(frame.engine, frame.place, [value]), spanIn(frame, at), moments) : moments;
  return [{ kind: "branch", span: spanIn(frame, at), arms: moments.map((moment) => ({ lookups: [], body: [moment] })) }];
}

export function pendingStatements(frame: Frame, value: ValueId): TypedValue[] {
  return alternatives(evaluate(frame.engine, frame.place, value)).filter(isPending);
}

export const isPending = (value: ReturnType<typeof evaluate>): value is TypedValue => value.kind === "typed" && value.query !== null && value.acts === "awaited";

/** The same statement may have been seen as the result of a helper's call. */
function holdsStatement(moment: Moment, value: TypedValue): boolean {
  if (moment.kind === "happens") return moment.what.effect.kind === "query" && beginTogether(moment.what.effect.query.site, value.query?.site ?? null);
  if (moment.kind === "branch") return moment.arms.some((arm) => arm.body.some((inner) => holdsStatement(inner, value)));
  return moment.kind === "call" && moment.body.some((inner) => holdsStatement(inner, value));
}

const effectOf = (query: Query): Effect => (query.control ? { kind: "control", step: query.control } : { kind: "query", query });

/** The statement where it is waited for; in a call of the helper that made it, when it comes from elsewhere. */
export function statementMoment(frame: Frame, value: TypedValue, at: Readonly<{ start: number; end: number }>, how: Settling): Moment {
  const query = value.query;
  const here = spanIn(frame, at);
  const site = query?.site ?? here;
  const inside = site.file === frame.place.file && site.start >= frame.code.start && site.end <= frame.code.end;
  const moment: Moment = {
    kind: "happens",
    what: {
      effect: query ? effectOf(query) : { kind: "acquire" }, name: query ? nameOfStatement(query) : "", handle: value.handle, span: inside ? here : site,
      settling: how, confidence: value.confidence, sync: false, library: value.library, ...(how === "floating" ? { idle: true } : {}),
    },
  };
  if (inside) return moment;
  return { kind: "call", span: here, fn: frame.code.id, name: "", through: "name", settling: how, confidence: value.confidence, body: [moment] };
}

/** Nothing but a timer, or a function that only sets one: where the first of several counts, a bound and not a wait. */
export function isTimer(moment: Moment): boolean {
  if (moment.kind === "happens") return moment.what.effect.kind === "wait" && moment.what.effect.on === "timer";
  return moment.kind === "call" && moment.body.length > 0 && moment.body.every((one) => one.kind === "exit" || isTimer(one));
}

/** Work that was started and kept, but never waited for here. What went into a list that a function round this one waits for stays: it is that one's. */
export function takeLeftovers(frame: Frame): Timeline {
  if (frame.stash.size === 0) return EMPTY;
  const left = [...frame.stash].filter(([value]) => !isOfOuter(frame, value));
  for (const [value] of left) frame.stash.delete(value);
  return left.flatMap(([, work]) => work.map((moment) => resettle(moment, "floating")));
}

/** `const jobs = []; items.forEach((item) => jobs.push(save(item))); await Promise.all(jobs);` */
function isOfOuter(frame: Frame, value: ValueId): boolean {
  const { engine, place, code } = frame;
  const index = engine.program.module(place.file);
  const isOuter = definitionsOf(index, value).some(({ fn }) => fn !== index?.module.main && encloses(engine, fn, code.id));
  return isOuter && waitedFor(frame, value, new Set());
}

/** What a function that is called here has put into lists of this one, or of one round it, settles with the list. */
export function keepCollected(frame: Frame, { collected }: Worked, called: (work: Timeline) => Moment): void {
  for (const [list, work] of collected ?? []) keep(frame, list, [called(work)]);
}

/** Puts a call's work under its value, to enter the timeline when the value settles; work that nobody keeps happens on its own. */
export function stashWork(frame: Frame, value: ValueId, work: Timeline): Timeline {
  if (work.length === 0) return EMPTY;
  const uses = usesAt(frame.engine, frame.place.file, value);
  if (uses.length === 0) return work.map((moment) => resettle(moment, "floating"));
  keep(frame, value, work);
  return EMPTY;
}

/** A coroutine that nobody takes up never runs. */
export function stashCoroutine(frame: Frame, value: ValueId, work: Timeline): Timeline {
  return stashWork(frame, value, work).map((moment) => {
    if (moment.kind === "call") return { ...moment, idle: true };
    return moment.kind === "happens" ? { ...moment, what: { ...moment.what, idle: true } } : moment;
  });
}

/** Work that a call starts settles with the call's result; where nobody keeps that, it goes on alone from here. */
export function startWork(frame: Frame, node: CallNode, argument: number): Timeline {
  const started = node.args[argument]?.value;
  const uses = usesAt(frame.engine, frame.place.file, node.into);
  return started === undefined || uses.length > 0 ? EMPTY : takeStashed(frame, started, new Set()).map((moment) => resettle(moment, "floating"));
}

const keep = (frame: Frame, value: ValueId, work: Timeline): void => void frame.stash.set(value, [...(frame.stash.get(value) ?? []), ...work]);

/** What is put into a list settles with it; a lazy statement only where something waits for the list. */
export function collectInto(frame: Frame, list: ValueId, items: readonly ValueId[], at: IrNode, awaited: boolean): void {
  const work = items.flatMap((item) => (awaited ? settleValue(frame, item, at, "awaited") : takeStashed(frame, item, new Set())));
  if (work.length > 0) keep(frame, list, work);
}

/** What a part has started and kept was started there: in every round of a loop, on one side of a choice. */
export function wrapKept(frame: Frame, before: Stash, wrap: (work: Timeline) => Timeline): void {
  for (const [value, work] of frame.stash) {
    const old = before.get(value) ?? EMPTY;
    if (work.length > old.length) frame.stash.set(value, [...old, ...wrap(work.slice(old.length))]);
  }
}
