/** What runs beside the transaction that is open: on the root client, or in a second transaction that takes another connection. */
import type { Analysis } from "../analyze.ts";
import type { Occurrence, Run, Scope } from "../facts.ts";
import { weakest } from "../models/catalog.ts";
import { sameHandle, walkOpen, type Open, type Visit } from "../passes/timelines/walk-open.ts";
import { beginTogether } from "../source.ts";
import { isOfTypeAlone, type Handle } from "../values/value.ts";
import { during, isHeldHere, type During } from "../selectors.ts";
import { sameDatabase } from "./known-clients.ts";

export type Outside = Readonly<{ during: During; second: boolean }>;

export function* outsideTransactions(analysis: Analysis): Iterable<Outside> {
  for (const run of analysis.runs) {
    const found: Readonly<{ way: string; outside: readonly Outside[] }>[] = [];
    const inside = new Set<string>();
    const perhaps = new Set<string>();
    walkOpen(run.timeline, (visit) => {
      const what = startedBy(visit);
      if (!what || what.settling === "floating") return;
      if (runsInside(visit, what)) return void inside.add(wayTo(visit, what));
      if (what.handle === null || what.handle.is === "unknown") perhaps.add(wayTo(visit, what));
      found.push({ way: wayTo(visit, what), outside: besides(analysis, run, visit, what) });
    });
    // A value that is one of several handles may be the transaction's there.
    for (const { way, outside } of found) if (!inside.has(way)) yield* perhaps.has(way) ? outside.map(lessSure) : outside;
  }
}

/** One of the handles cannot be told. */
const lessSure = (one: Outside): Outside => ({ ...one, during: { ...one.during, confidence: "low" } });

/** The calls that lead to a statement, and its place. */
const wayTo = ({ hops }: Visit, { span }: Occurrence): string => [...hops.map((hop) => hop.span), span].map(({ file, start }) => `${file}:${start}`).join(" ");

/** A statement, or the opening of a transaction that is not part of another. */
function startedBy({ what: moment }: Visit): Occurrence | null {
  if (moment.kind === "happens") return moment.what.effect.kind === "query" || isBegin(moment.what) ? moment.what : null;
  if (moment.kind !== "scope" || moment.scope.opens !== "transaction" || moment.scope.nests || moment.scope.ambient) return null;
  const { name, handle, span, confidence, library } = moment.scope;
  return { effect: { kind: "control", step: "begin" }, name, handle, span, settling: "awaited", confidence, sync: false, library };
}

const isBegin = ({ effect }: Occurrence): boolean => effect.kind === "control" && effect.step === "begin";

const runsInside = ({ open }: Visit, { handle }: Occurrence): boolean =>
  open.some(({ scope }) => sameHandle(handle, scope.handle) || scope.ambient || (handle !== null && isSomeTransaction(handle)));

/** Somebody's transaction, of which only the type is known, may be the one that is open. */
const isSomeTransaction = (handle: Handle): boolean => handle.is === "transaction" && handle.scope === null && isOfTypeAlone(handle);

/** The next attempt at opening the one that is open. */
const isSamePlace = ({ span }: Scope, what: Occurrence): boolean => beginTogether(span, what.span);

function besides(analysis: Analysis, run: Run, visit: Visit, what: Occurrence): readonly Outside[] {
  const second = isBegin(what);
  if (!second && what.handle?.is !== "root") return [];
  // Tables made where they are missing are no part of anybody's unit of work, and what is only noted down runs on no connection.
  if (what.effect.kind === "query" && (what.effect.query.verb === "ddl" || what.effect.query.staged)) return [];
  return visit.open.flatMap((open: Open): readonly Outside[] => {
    const { scope } = open;
    if (scope.opens !== "transaction" || scope.sync || !isHeldHere(open, visit) || (second && isSamePlace(scope, what))) return [];
    const same = sameDatabase(analysis, scope, what);
    if (same === null) return [];
    const one = during(analysis, run, visit, what, open);
    return [{ during: { ...one, confidence: weakest(one.confidence, what.handle?.perhaps ? "low" : same) }, second }];
  });
}
