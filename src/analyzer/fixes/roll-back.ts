/** Rolls a transaction back before the function is left, in the words in which the function does so elsewhere. */
import type { Analysis } from "../analyze.ts";
import type { Occurrence } from "../facts.ts";
import { momentsIn } from "../passes/timelines/moments.ts";
import { mayConcern, type Unfinished } from "../questions/unfinished-transactions.ts";
import type { Suggestion } from "../rule.ts";
import { isInside, type Span } from "../source.ts";
import { isSaidAlike, overlaps, putBefore, saidBy, statementAt, type Range, type Statement } from "./statements.ts";

/** All ways out that leave it open by themselves, or none: half of them would only look done. */
export function rollBackBeforeLeaving(analysis: Analysis, { what, run, left }: Unfinished): readonly Suggestion[] {
  if (left.length === 0) return [];
  const own = [...momentsIn(run.timeline)].flatMap((moment) => (moment.kind === "happens" && mayConcern(moment.what, what.handle) ? [moment.what] : []));
  const rollbacks = own.filter(({ effect, settling }) => effect.kind === "control" && effect.step === "rollback" && settling !== "floating");
  const words = rollbacks.flatMap(({ span }) => statementAt(analysis, span) ?? []).filter(({ isExpression }) => isExpression);
  const released = own.filter(({ effect }) => effect.kind === "release");
  const edits = left.map((exit) => editsAt(analysis, exit, words, released));
  const title = left.length === 1 ? "Roll back before this is left" : "Roll back before each way out";
  return edits.every((one) => one !== null) ? [{ title, edits: edits.flat() }] : [];
}

function editsAt(analysis: Analysis, exit: Span, words: readonly Statement[], released: readonly Occurrence[]): ReturnType<typeof putBefore> {
  const leaving = statementAt(analysis, exit);
  const said = leaving && words.find((one) => isSaidAlike(one, leaving));
  // What it gives back or throws may still be asked of the transaction.
  if (!leaving || !said || (leaving.isWork && overlaps(leaving.names, said.names))) return null;
  const { source: { file }, block } = leaving;
  const at = (range: Range): Span => ({ file, ...range });
  const isRelease = (range: Range): boolean => released.some(({ span }) => isInside(span, at(range)));
  const first = block.find((range) => range.start < exit.start && isRelease(range));
  const before = first ? statementAt(analysis, at(first)) : leaving;
  return before && putBefore(before, saidBy(said));
}
