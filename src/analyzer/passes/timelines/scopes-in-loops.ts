/** Transactions that are open in a loop, where its rounds commit: what they run is then committed item by item, or chunk by chunk. */
import type { Moment, Occurrence, Timeline } from "../../facts.ts";
import { oncePer } from "../../once-per.ts";
import { leavesAtOnce, partsOf } from "./moments.ts";
import { ends, type Open, type State } from "./open-scopes.ts";

/** What a round commits does not last as long as the loop. `depth`: the number of loops round this one. */
export function outOfLoop(state: State, body: Timeline, depth: number): State {
  // What a call opened may be begun and ended once more inside.
  const isOut = ({ scope }: Open): boolean => scope.begun === true && commitsInside(body).some(({ handle }) => ends(handle, scope));
  return state.open.some(isOut) ? { open: state.open.map((one) => (isOut(one) ? { ...one, loops: depth + 1 } : one)) } : state;
}

/** What a round leaves open is open for later loops. */
export const behindLoop = (state: State | null, depth: number): State | null =>
  (state?.open.some((one) => one.loops > depth) ? { open: state.open.map((one) => (one.loops > depth ? { ...one, loops: depth } : one)) } : state);

/** Those behind which the loop is left, and those that answer a failure, come once. */
const commitsInside = oncePer((timeline: Timeline): readonly Occurrence[] => timeline.flatMap(commitsOf));

function commitsOf(moment: Moment): readonly Occurrence[] {
  switch (moment.kind) {
    case "happens":
      return moment.what.effect.kind === "control" && moment.what.effect.step === "commit" ? [moment.what] : [];
    case "branch":
      return moment.arms.flatMap(({ body }) => (leavesAtOnce(body) ? [] : commitsInside(body)));
    case "guarded":
      return [...commitsInside(moment.body), ...(moment.finalizer ? commitsInside(moment.finalizer) : [])];
    case "deferred":
      return [];
    default:
      return partsOf(moment).flatMap(commitsInside);
  }
}
