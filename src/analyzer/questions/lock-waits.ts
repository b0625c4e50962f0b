/** How long statements and transactions may wait for locks: what options and SET statements say, and where nothing does. */
import type { Analysis } from "../analyze.ts";
import type { Confidence, Occurrence, Setting, Settings } from "../facts.ts";
import { weakest } from "../models/catalog.ts";
import { isWrittenHere, momentsOf } from "../passes/timelines/moments.ts";
import type { Span } from "../source.ts";
import { allOpenings, isSaidApart, millisecondsOf, openings, settingChanges, textsOf, type Opening } from "./openings.ts";

/** A bound, long or short. */
export type LongWait = Readonly<{ what: string; milliseconds: number; at: Span; confidence: Confidence }>;

export function* longWaits(analysis: Analysis): Iterable<LongWait> {
  yield* transactionLimits(analysis);
  const written = writtenWaits(analysis);
  yield* written;
  const told = new Set(written.map(({ what, milliseconds }) => `${what} ${milliseconds}`));
  for (const { what, sets } of settingChanges(analysis)) {
    for (const { name, value } of sets) {
      const milliseconds = WAITS.has(name) ? millisecondsOf(value, WAITS.get(name)) : null;
      if (milliseconds !== null && !told.has(`${waitBy(name)} ${milliseconds}`))
        yield { what: waitBy(name), milliseconds, at: what.span, confidence: what.confidence };
    }
  }
  for (const { effect: { settings }, what } of allOpenings(analysis)) {
    for (const { name, setting } of boundsIn(settings)) {
      const milliseconds = setting?.state === "set" ? setting.value : null;
      if (milliseconds !== null) yield { what: name, milliseconds, at: what.span, confidence: what.confidence };
    }
  }
}

type Bound = Readonly<{ name: string; setting: Setting | undefined }>;

/** A bound on waiting for locks is nearer than one on statements. */
function boundsIn({ lockTimeout, busyTimeout, statementTimeout, transactionTimeout }: Settings): readonly Bound[] {
  const lock = [lockTimeout, busyTimeout].find((one) => one?.state === "set");
  return [
    lock ? { name: "a wait for a lock", setting: lock } : { name: "a statement", setting: statementTimeout },
    { name: "a transaction", setting: transactionTimeout },
  ];
}

const waitBy = (name: string): string => `a wait for a lock (${name})`;

const SETTING = /\bset\s+(?:local\s+|session\s+)?(lock_timeout|innodb_lock_wait_timeout)\s*(?:=|\bto\b)\s*'?(\d+\s*(?:ms|s|min|h)?)\b/g;

/** Where the text of a statement stands, be it carried out there or put together for others. */
const writtenWaits = (analysis: Analysis): readonly LongWait[] =>
  [...analysis.targets].flatMap((file) => textsOf(analysis, file)).flatMap(({ text, span }) =>
    [...text.toLowerCase().matchAll(SETTING)].flatMap(([, name = "", value = ""]): readonly LongWait[] => {
      const milliseconds = millisecondsOf(value, WAITS.get(name));
      return milliseconds === null ? [] : [{ what: waitBy(name), milliseconds, at: span, confidence: "high" }];
    }));

/** Settings of sessions, and the milliseconds that a bare number of each stands for. */
const WAITS: ReadonlyMap<string, number> = new Map([["lock_timeout", 1], ["busy_timeout", 1], ["innodb_lock_wait_timeout", 1000], ["lock_wait_timeout", 1000]]);

function* transactionLimits(analysis: Analysis): Iterable<LongWait> {
  for (const moment of momentsOf(analysis.runs, isWrittenHere)) {
    if (moment.kind === "scope" && moment.scope.timeout) yield { what: "a transaction", ...moment.scope.timeout, confidence: moment.scope.confidence };
  }
}

/** A pool on which nothing bounds a wait; `option` is what would. */
export type Unbounded = Readonly<{ what: Occurrence; option: string; confidence: Confidence }>;

export function* unboundedOpenings(analysis: Analysis): Iterable<Unbounded> {
  const saidApart = isSaidApart(analysis, EACH);
  for (const opening of openings(analysis)) {
    const { effect, what } = opening;
    if (saidApart || effect.opens !== "pool" || effect.engine === "sqlite" || effect.engine === "mongodb" || !isUnbounded(opening)) continue;
    // MySQL has a bound of its own, which its drivers cannot change.
    if (effect.engine === "mysql") continue;
    // A pool that is told nothing at all is another matter, and comes first.
    if (effect.settings.max && Object.values(effect.settings).every(({ state }) => state === "absent")) continue;
    const option = effect.settings.lockTimeout ? "a lock timeout" : "a statement timeout";
    yield { what, option, confidence: effect.engine === null ? weakest(what.confidence, "medium") : what.confidence };
  }
}

/** Only where the driver can be told, and neither options nor statements nor hooks tell it. */
function isUnbounded(opening: Opening): boolean {
  const { statementTimeout, lockTimeout, prepares } = opening.effect.settings;
  const settings = [statementTimeout, lockTimeout].filter((one) => one !== undefined);
  if (settings.length === 0 || settings.some((one) => one.state !== "absent") || (prepares && prepares.state !== "absent")) return false;
  return !opening.sets.some(({ name }) => BOUNDS.test(name)) && !opening.mentions(BOUNDS);
}

/** What is said to every connection, and not to a transaction of its own. */
const EACH = /(?<!\blocal\s+)\b(?:statement|lock|lock_wait)_timeout\s*(?:=|to\b)/i;
const BOUNDS = /(?:statement|lock|query|lock_wait)_timeout|max_execution_time|^timeout$/i;
