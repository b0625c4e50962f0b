/** Transactions at a level that may refuse to commit, and whether somebody tries them again. */
import type { Analysis } from "../analyze.ts";
import type { Moment, Scope, Timeline } from "../facts.ts";
import type { FunctionId } from "../ir/nodes.ts";
import { actionsAt } from "../passes/evaluate/evaluate-call.ts";
import { isTriedAgain } from "../passes/interpret/decorators.ts";
import { callAt, fileOf, type Engine } from "../passes/program/engine.ts";
import { momentsIn, partsOf } from "../passes/timelines/moments.ts";
import { functionsIn } from "../passes/timelines/reachable-functions.ts";

export type Unretried = Readonly<{ scope: Scope; level: string }>;

const REFUSING = /serializ|repeatable|snapshot/i;

export function* unretriedSerializable(analysis: Analysis): Iterable<Unretried> {
  const { engine } = analysis;
  if (!analysis.runs.some((run) => [...scopesIn(run.timeline, new Set())].length > 0)) return;
  const codes = engine.catalog.retryable;
  const knows = (words: readonly string[]): boolean => words.some((word) => RETRY_WORD.test(word) || codes.has(word));
  const retried = new Set<FunctionId>();
  const answered = new Set<string>();
  const look = (timeline: Timeline, within: boolean): void => {
    for (const moment of timeline) {
      const inside = within || (moment.kind === "guarded" && moment.handlers.some((one) => knows(one.words))) || isHandedToRetries(engine, moment);
      if (moment.kind === "scope" && inside) answered.add(moment.scope.id);
      if (moment.kind === "call" && inside) for (const fn of [moment.fn, ...functionsIn(moment.body)]) retried.add(fn);
      if (moment.kind !== "call") for (const part of partsOf(moment)) look(part, inside);
    }
  };
  for (const run of analysis.runs) {
    const again = isTriedAgain(engine, run.fn);
    if (again) retried.add(run.fn);
    look(run.timeline, again);
  }
  for (const run of analysis.runs) if (!retried.has(run.fn)) yield* scopesIn(run.timeline, answered);
}

/** `pRetry(() => book(seat))`. */
function isHandedToRetries(engine: Engine, moment: Moment): boolean {
  const call = moment.kind === "call" && moment.through === "callback" ? callAt(engine, moment.span) : null;
  return call !== null && actionsAt(engine, { file: fileOf(call.fn), env: null }, call.node).some(({ action }) => action.again);
}

const mayBeRefused = ({ opens, retries, isolation }: Scope): boolean => opens === "transaction" && !retries && REFUSING.test(isolation ?? "");

const RETRY_WORD = /retr(?:y|ies)|serializ(?:e|ation)|40001|40P01|deadlock/i;

function* scopesIn(timeline: Timeline, answered: ReadonlySet<string>): Iterable<Unretried> {
  for (const moment of momentsIn(timeline)) {
    if (moment.kind === "scope" && mayBeRefused(moment.scope) && !answered.has(moment.scope.id)) yield { scope: moment.scope, level: moment.scope.isolation ?? "" };
  }
}
