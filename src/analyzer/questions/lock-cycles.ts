/** Pairs of transactions that lock the same two tables in opposite orders: each may wait for the other. */
import type { Analysis } from "../analyze.ts";
import { weakest } from "../models/catalog.ts";
import type { Confidence } from "../facts.ts";
import { walkLockOrder, type LockStep } from "../passes/timelines/lock-order.ts";
import type { Step } from "../rule.ts";
import { placeOf, type Span } from "../source.ts";

export type LockCycle = Readonly<{ first: string; second: string; other: Span; at: Span; trace: readonly Step[]; confidence: Confidence }>;

/** The order that fewer transactions follow is the odd one; of two, the later. */
export function* lockCycles(analysis: Analysis): Iterable<LockCycle> {
  const byOrder = new Map<string, Map<string, LockStep>>();
  for (const run of analysis.runs) {
    walkLockOrder(run.timeline, (step) => {
      const order = `${step.scope.handle?.origin ?? ""}|${step.held}|${step.then}`;
      const steps = byOrder.get(order) ?? new Map<string, LockStep>();
      // Transactions that come to the same two statements have one fault.
      const pair = `${placeOf(step.first.span)} ${placeOf(step.second.span)}`;
      byOrder.set(order, steps.set(pair, steps.get(pair) ?? step));
    });
  }
  for (const [order, steps] of byOrder) {
    const [origin = "", held = "", then = ""] = order.split("|");
    const others = byOrder.get(`${origin}|${then}|${held}`);
    if (!others || steps.size > others.size || (steps.size === others.size && isEarlier(steps, others))) continue;
    for (const step of steps.values()) {
      const other = [...others.values()].find((one) => placeOf(one.scope.span) !== placeOf(step.scope.span));
      if (other) yield cycle(step, other);
    }
  }
}

type Steps = ReadonlyMap<string, LockStep>;

function isEarlier(steps: Steps, others: Steps): boolean {
  const [first] = [...steps.values(), ...others.values()].sort((a, b) => (a.at.file === b.at.file ? a.at.start - b.at.start : a.at.file < b.at.file ? -1 : 1));
  return first !== undefined && [...steps.values()].includes(first);
}

function cycle(step: LockStep, other: LockStep): LockCycle {
  const trace: Step[] = [
    { span: step.first.span, note: `locks ${step.held} first` }, { span: step.second.span, note: `then ${step.then}` },
    { span: other.first.span, note: `elsewhere ${other.held} is locked first` }, { span: other.second.span, note: `then ${other.then}` },
  ];
  const surest = weakest(weakest(step.first.confidence, step.second.confidence), weakest(other.first.confidence, other.second.confidence));
  return { first: step.held, second: step.then, other: other.second.span, at: step.at, trace, confidence: weakest(surest, "medium") };
}
