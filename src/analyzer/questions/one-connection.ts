/** Whether a statement surely runs on a transaction or a checked-out connection, and not, on another day, on the root client. */
import type { Occurrence, Timeline } from "../facts.ts";
import { partsOf } from "../passes/timelines/moments.ts";
import { placeOf } from "../source.ts";

export function isOnOneConnection({ handle, span, sync }: Occurrence, timeline: Timeline): boolean {
  if (!handle || sync || runsOnRoot(timeline, placeOf(span))) return false;
  return handle.is === "transaction" || (handle.is === "connection" && (handle.from !== undefined || handle.begins === true));
}

/** `executor: Client | Transaction`: the same statement is seen on each. */
function runsOnRoot(timeline: Timeline, place: string): boolean {
  return timeline.some((moment) => {
    if (moment.kind === "happens") return (moment.what.handle?.is === "root" || moment.what.handle?.is === "unknown") && placeOf(moment.what.span) === place;
    return partsOf(moment).some((part) => runsOnRoot(part, place));
  });
}
