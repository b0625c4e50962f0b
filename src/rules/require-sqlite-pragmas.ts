import {
  allOpenings, defineRule, isNamedByStrangers, isOwnFile, isSaidApart, isServer, setPragmas, triesDatabase, weakest, type Confidence,
  type Opening,
} from "../analyzer/index.ts";

export const requireSqlitePragmas = defineRule({
  name: "require-sqlite-pragmas",
  meta: {
    description: "Require a write-ahead log and a busy timeout where a server opens an SQLite file",
    config: "strict", severity: "warning", fixable: false, hasSuggestions: true,
    messages: {
      pragmas: "Opens an SQLite file ({{name}}) for a server without {{missing}}: {{effect}}. Set {{pragmas}} on this connection before its first statement.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    if (!isServer(analysis)) return;
    const all = allOpenings(analysis);
    const prepares = { log: isSaidApart(analysis, /journal_mode/i), timeout: isSaidApart(analysis, /busy_timeout/i) };
    for (const opening of all) {
      const { what } = opening;
      if ((opening.effect.engine ?? opening.effect.engineByDefault) !== "sqlite" || !isFile(opening)) continue;
      const wal = !prepares.log && !hasLog(opening);
      const busy = !prepares.timeout && !waits(opening);
      if (!wal && !busy) continue;
      const missing = [wal ? "a write-ahead log" : "", busy ? "a busy timeout" : ""].filter(Boolean).join(" and ");
      const effect = [wal ? "a writer and its readers shut each other out" : "", busy ? "a locked file fails at once" : ""].filter(Boolean).join(", and ");
      const pragmas = [wal ? "journal_mode = WAL" : "", busy ? "busy_timeout" : ""].filter(Boolean).join(" and ");
      const isAside = isOwnFile(analysis, opening) || triesDatabase(opening) || isNamedByStrangers(analysis, opening) || isForOneTask(opening);
      const confidence = weakest(what.confidence, isAside ? "low" : surenessOf(opening, all));
      const suggestions = setPragmas(analysis, what, [...(wal ? ["journal_mode = WAL"] : []), ...(busy ? ["busy_timeout = 5000"] : [])]);
      report({
        message: "pragmas",
        data: { name: what.name, missing, effect, pragmas },
        at: what.span,
        trace: [{ span: what.span, note: what.name }],
        confidence,
        suggestions,
      });
    }
  },
});

/** A log that one connection switches on stays with the file: of a connection among many it is asked only where no other may have done so. */
function surenessOf({ effect, repeated }: Opening, all: readonly Opening[]): Confidence {
  if (all.some((other) => other.effect.engine === "sqlite" && hasLog(other) && (repeated || mayBeSame(effect.address, other.effect.address)))) return "low";
  return repeated || effect.engine === null ? "medium" : "high";
}

/** A command, or a step at the start, reads something from a file and lets it go. */
const isForOneTask = ({ fate, lifetime }: Opening): boolean => fate === "dropped" && lifetime === "start-up";

const mayBeSame = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

/** Neither in memory, nor read-only, nor a server at an address. */
function isFile({ effect: { address, opens, settings } }: Opening): boolean {
  if (address !== null && (address === "" || /:memory:|mode=(?:memory|ro)\b|^sqlite(?:\+\w+)?:\/\/$/.test(address))) return false;
  if (settings.readOnly && settings.readOnly.state !== "absent") return false;
  return opens !== "client" || address?.startsWith("file:") === true;
}

/** Set where the file is opened, by a statement, or by something that can be seen only from afar. */
const isTold = ({ settings }: Opening["effect"], name: "wal" | "busyTimeout" | "prepares"): boolean => (settings[name]?.state ?? "absent") !== "absent";

const hasLog = (opening: Opening): boolean =>
  isTold(opening.effect, "wal") ||
  isTold(opening.effect, "prepares") ||
  opening.sets.some(({ name }) => name === "journal_mode") ||
  opening.mentions(/journal_mode/i);

const waits = (opening: Opening): boolean =>
  opening.effect.waitsByDefault ||
  isTold(opening.effect, "busyTimeout") ||
  isTold(opening.effect, "prepares") ||
  opening.sets.some(({ name }) => name === "busy_timeout") ||
  opening.mentions(/busy_timeout/i);
