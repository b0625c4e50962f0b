/** Transactions that nobody opens: with some libraries the first statement does, and the transaction lasts until it is ended. */
import type { Handle, Moment, Occurrence, Scope, Timeline } from "../../facts.ts";
import { oncePer } from "../../once-per.ts";
import type { Span } from "../../source.ts";
import { partsOf } from "./moments.ts";

/** What is only noted down is not sent, so that it begins nothing; sending it does. */
export function beginsByItself({ effect, handle }: Occurrence): boolean {
  if (!handle?.begins || handle.is !== "connection") return false;
  return effect.kind === "query"
    ? !effect.query.staged && (handle.begins === true || /^(?:insert|update|delete|upsert)$/.test(effect.query.verb))
    : effect.kind === "control" && effect.step === "flush";
}

export const begunScope = (what: Occurrence): Scope => ({
  id: `${what.handle?.origin ?? "?"} since ${what.span.file}:${what.span.start}`, opens: "transaction", name: "", span: what.span, handle: what.handle, library: what.library,
  nests: false, atomic: false, sync: what.sync, ambient: false, isolation: null, confidence: what.confidence, begun: true,
});

/** Whether any statement in it would begin a transaction. */
export const beginsInside = oncePer((timeline: Timeline): boolean => timeline.some(beginsIn));

const beginsIn = (moment: Moment): boolean =>
  moment.kind === "happens" ? beginsByItself(moment.what) : moment.kind !== "deferred" && partsOf(moment).some(beginsInside);

/** Handles are told apart by the places where they are made. */
export function isMadeIn(handle: Handle | null, { file, start, end }: Span): boolean {
  const colon = handle?.origin.lastIndexOf(":") ?? -1;
  if (!handle || colon < 0 || handle.origin.slice(0, colon) !== file) return false;
  const at = Number(handle.origin.slice(colon + 1));
  return at >= start && at < end;
}
