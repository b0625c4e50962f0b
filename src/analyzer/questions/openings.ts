/** Connections and pools that last, with what they were told when they were opened and by statements afterwards. */
import type { Analysis } from "../analyze.ts";
import { creations, repeatedCreation, type Creation } from "../creations.ts";
import type { Occurrence, Timeline } from "../facts.ts";
import { SERVERS } from "../models/servers.ts";
import { partsOf } from "../passes/digest.ts";
import { walk } from "../ir/walk.ts";
import type { FilePath } from "../source.ts";
import type { Assignment } from "../sql.ts";

export type Opening = Creation & Readonly<{
  /** Settings that statements change on it, or on a connection that may be one of its own. */
  sets: readonly Assignment[];
  /** Its file has this word in some text: a hook or a helper may use it. */
  mentions: (word: RegExp) => boolean;
}>;

/** A statement that changes a setting of its session. */
export type Change = Readonly<{ what: Occurrence; sets: readonly Assignment[] }>;

/** What a function opens anew on each call is not asked for its settings: it should not be opened there. */
export function openings(analysis: Analysis): readonly Opening[] {
  const before = found.get(analysis);
  if (before) return before;
  const all = [...findOpenings(analysis)];
  found.set(analysis, all);
  return all;
}

const found = new WeakMap<Analysis, readonly Opening[]>();

function* findOpenings(analysis: Analysis): Iterable<Opening> {
  const all = [...creations(analysis)];
  const origins = new Set(all.flatMap(({ what }) => what.handle?.origin ?? []));
  const changes = settingChanges(analysis);
  for (const creation of all) {
    if (repeatedCreation(analysis, creation)) continue;
    const origin = creation.what.handle?.origin;
    const own = changes.filter(({ what: { handle } }) => !handle || handle.origin === origin || !origins.has(handle.origin));
    yield { ...creation, sets: own.flatMap((change) => change.sets), mentions: (word) => textsOf(analysis, creation.what.span.file).some((text) => word.test(text)) };
  }
}

const known = new WeakMap<Analysis, readonly Change[]>();

export function settingChanges(analysis: Analysis): readonly Change[] {
  const before = known.get(analysis);
  if (before) return before;
  const found: Change[] = [];
  const look = (timeline: Timeline): void => {
    for (const moment of timeline) {
      if (moment.kind === "happens" && moment.what.effect.kind === "query" && moment.what.effect.query.sets) found.push({ what: moment.what, sets: moment.what.effect.query.sets });
      for (const part of moment.kind === "call" && moment.through === "name" ? [] : partsOf(moment)) look(part);
    }
  };
  for (const run of analysis.runs) look(run.timeline);
  known.set(analysis, found);
  return found;
}

/** Text that a module writes anywhere. */
function textsOf({ engine }: Analysis, file: FilePath): readonly string[] {
  const texts: string[] = [];
  for (const fn of Object.values(engine.program.module(file)?.module.functions ?? {})) {
    walk(fn.body, (node) => {
      if (node.kind === "constant" && typeof node.value === "string") texts.push(node.value);
      else if (node.kind === "text") texts.push(node.parts.filter((part) => typeof part === "string").join("?"));
      else if (node.kind === "member" && node.property !== null) texts.push(node.property);
      else if (node.kind === "aggregate") for (const entry of node.entries) if (entry.name !== null) texts.push(entry.name);
    });
  }
  return texts;
}

/** Many requests share the process: something that serves is among the dependencies. */
export const isServer = ({ engine }: Analysis): boolean => SERVERS.some((name) => engine.program.installed(name));

/** "2s", "500ms", "5000" (milliseconds unless `unit` says seconds), "1min"; null where it cannot be read. */
export function millisecondsOf(value: string, unit = 1): number | null {
  const [, number, suffix = ""] = /^(\d+)\s*(ms|s|min|h|d)?$/.exec(value.trim()) ?? [];
  if (number === undefined) return null;
  return Number(number) * (UNITS[suffix] ?? unit);
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };
