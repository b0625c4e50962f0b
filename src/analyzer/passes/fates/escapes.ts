/** Whether somebody else may come to give a value back: it is stored, returned, or handed to code that cannot be seen. */
import type { Timeline } from "../../facts.ts";
import type { Action } from "../../models/schema.ts";
import type { CallNode, FunctionId, IrNode, ValueId } from "../../ir/nodes.ts";
import { belongsElsewhere } from "./follow-creation.ts";
import { alternatives, fileOf, type Engine } from "../program/engine.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { actionsAt } from "../evaluate/evaluate-call.ts";
import type { ModuleIndex } from "../program/module-index.ts";
import { spanOfMoment } from "../../facts.ts";
import { isWrittenHere, momentsIn } from "../timelines/moments.ts";
import { usesOf } from "../program/uses.ts";

type Search = Readonly<{
  engine: Engine; index: ModuleIndex; fn: FunctionId; seen: Set<ValueId>; visible: ReadonlySet<string>; depth: number; lends: boolean;
}>;

/** `timeline` is what the function does: calls that stand in it can be seen. `lends`: what it yields comes back to it. */
export function escapes(engine: Engine, fn: FunctionId, timeline: Timeline, value: ValueId, lends: boolean): boolean {
  const index = engine.program.module(fileOf(fn));
  return !index || follow({ engine, index, fn, seen: new Set(), visible: placesIn(timeline), depth: 0, lends }, value);
}

function follow(search: Search, value: ValueId): boolean {
  if (search.seen.has(value)) return false;
  search.seen.add(value);
  return usesOf(search.index, value).some((use) => leaves(search, value, use));
}

function leaves(search: Search, value: ValueId, use: IrNode): boolean {
  const { engine, index, fn } = search;
  switch (use.kind) {
    case "assign":
    case "typed":
      return belongsElsewhere(engine, index, fn, use.into) || follow(search, use.into);
    case "await":
    case "aggregate":
      return follow(search, use.into);
    case "yield":
      return !search.lends;
    case "exit":
    case "with": // it ends with the block
      return true;
    case "store":
      return use.value === value;
    case "call":
      return use.callee !== value && isUnseen(search, value, use);
    case "member":
      return isRecord(search, value) ? follow(search, use.into) : usesOf(index, use.into).some((one) => one.kind === "call" && leavesThrough(search, use.into, one));
    default:
      return false;
  }
}

/** It stands in there beside others, such as the function that gives it back. */
const isRecord = ({ engine, fn }: Search, value: ValueId): boolean =>
  alternatives(evaluate(engine, { file: fileOf(fn), env: null }, value)).some(({ kind }) => kind === "record");

/** A call that the timeline does not show may keep or release what it is given; a wrapper that it shows has the same fate. */
function isUnseen(search: Search, value: ValueId, call: CallNode): boolean {
  return isVisible(search, call) ? (call.as === "construct" || givesTheSame(search, call)) && follow(search, call.into) : isKeptBy(search, value, call);
}

const isVisible = ({ visible }: Search, { start, end }: CallNode): boolean => visible.has(`${start}:`) || visible.has(`:${end}`);

/** `closing(connection)` */
const givesTheSame = ({ engine, fn }: Search, call: CallNode): boolean =>
  actionsAt(engine, { file: fileOf(fn), env: null }, call).some(({ action: { returns } }) => typeof returns === "object" && "argument" in returns);

/** A function without effects of its own does not stand in the timeline, but can be read. */
function isKeptBy(search: Search, value: ValueId, call: CallNode): boolean {
  const { engine, fn, depth } = search;
  const at = call.args.findIndex((argument) => argument.value === value);
  const callees = alternatives(evaluate(engine, { file: fileOf(fn), env: null }, call.callee));
  return depth > 2 || at < 0 || callees.some((callee) => {
    const index = callee.kind === "function" ? engine.program.module(fileOf(callee.fn)) : null;
    const param = callee.kind === "function" ? index?.module.functions[callee.fn]?.params[at] : undefined;
    return (
      callee.kind !== "function" ||
      !index ||
      !param ||
      follow({ ...search, index, fn: callee.fn, seen: new Set(), visible: NOWHERE, depth: depth + 1 }, param.value)
    );
  });
}

const NOWHERE: ReadonlySet<string> = new Set();

/**
 * A method that gives the value back is taken without being called, `.finally(client.release)`, or is called by somebody who does not
 * stand in the timeline, such as an object that is returned; one that gives the same again goes on: `.options(…)`.
 */
function leavesThrough(search: Search, member: ValueId, call: CallNode): boolean {
  const does = (word: (action: Action) => boolean): boolean => methodsOf(search, member).some(word);
  if (call.callee === member && does(({ returns }) => returns === "receiver") && follow(search, call.into)) return true;
  return (call.callee !== member || !isVisible(search, call)) && does(({ releases }) => releases !== undefined);
}

const methodsOf = ({ engine, fn }: Search, member: ValueId): readonly Action[] =>
  alternatives(evaluate(engine, { file: fileOf(fn), env: null }, member)).flatMap((one): readonly Action[] => {
    if (one.kind !== "method" || one.of.kind !== "typed") return [];
    const found = engine.catalog.member(one.of.library, one.of.type, one.name)?.member;
    return typeof found === "object" && found.call ? [found.call] : [];
  });

/** Places of the calls in a function's own timeline, those in its closures included. */
function placesIn(timeline: Timeline): ReadonlySet<string> {
  const found = new Set<string>();
  for (const moment of momentsIn(timeline, isWrittenHere)) {
    const { start, end } = spanOfMoment(moment);
    // What is awaited or chained stands in the timeline with the place of the whole.
    if (moment.kind !== "unresolved") found.add(`${start}:`).add(`:${end}`);
  }
  return found;
}
