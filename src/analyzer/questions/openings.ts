/** Connections and pools that last, with what they were told when they were opened and by statements afterwards. */
import type { Analysis } from "../analyze.ts";
import { creations, repeatedCreation, setsUp, type Creation } from "../creations.ts";
import type { Occurrence } from "../facts.ts";
import type { IrNode } from "../ir/nodes.ts";
import { SERVERS } from "../models/servers.ts";
import { oncePer } from "../once-per.ts";
import { importedBy, makersIn, type ModuleIndex } from "../passes/program/module-index.ts";
import { isWrittenHere, momentsOf } from "../passes/timelines/moments.ts";
import { isProgram } from "../passes/program/file-roles.ts";
import { isOneOff } from "../passes/fates/lifetimes.ts";
import { programModules } from "../passes/program/program-modules.ts";
import { isInside, type FilePath, type Span, spanOf } from "../source.ts";
import type { Assignment } from "../sql.ts";

export type Opening = Creation & Readonly<{
  /** Settings that statements change on it, or on a connection that may be one of its own. */
  sets: readonly Assignment[];
  /** Its file has this word in some text: a hook or a helper may use it. What is said to another connection does not count. */
  mentions: (word: RegExp) => boolean;
  /** So has a file that it imports and that opens nothing: options, or a hook, may come from there. */
  imports: (word: RegExp) => boolean;
  /** Opened anew again and again. */
  repeated: boolean;
}>;

/** A statement that changes a setting of its session. */
export type Change = Readonly<{ what: Occurrence; sets: readonly Assignment[] }>;

/**
 * What a function opens anew on each call is not asked for its settings: it should not be opened there. What it closes again without having
 * given it to anybody, or opens to set up tables, serves nobody else.
 */
export const openings = (analysis: Analysis): readonly Opening[] => allOpenings(analysis).filter((one) => !one.repeated && !servesItself(one) && !setsUp(one));

const servesItself = ({ fate, ends, lifetime }: Opening): boolean => (fate === "dropped" && (ends || lifetime === "start-up")) || (lifetime === "import" && ends);

/** What a command opens serves nobody but itself. */
export const allOpenings = oncePer((analysis: Analysis): readonly Opening[] => [...findOpenings(analysis)]);

function* findOpenings(analysis: Analysis): Iterable<Opening> {
  const all = creations(analysis).filter((one) => !isOneOff(analysis.engine, one.fn) && !isForMigrations(analysis, one));
  const origins = new Set(all.flatMap(({ what }) => what.handle?.origin ?? []));
  // Where the connection is not seen that is told something, it is one of the same file if that opens any.
  const opens = new Set(all.map(({ what }) => what.span.file));
  const changes = settingChanges(analysis);
  for (const creation of all) {
    const origin = creation.what.handle?.origin;
    const mayBeIts = ({ file }: Span): boolean => file === creation.what.span.file || !opens.has(file);
    const own = changes.filter(({ what: { handle, span } }) => (handle && origins.has(handle.origin) ? handle.origin === origin : mayBeIts(span)));
    const others = all.map((one) => one.what.span).filter((one) => !isInside(creation.what.span, one));
    const mentions = (word: RegExp): boolean =>
      textsOf(analysis, creation.what.span.file).some(({ text, span }) => word.test(text) && !others.some((one) => isInside(span, one)));
    const imports = (word: RegExp): boolean =>
      filesImportedBy(analysis, creation.what.span.file).some((file) => !opens.has(file) && textsOf(analysis, file).some(({ text }) => word.test(text)));
    yield { ...creation, sets: own.flatMap((change) => change.sets), mentions, imports, repeated: repeatedCreation(analysis, creation) !== null };
  }
}

/** What is exported and told where migrations are, in a file that no other imports, is there for the tool that runs them. */
function isForMigrations(analysis: Analysis, { effect, lifetime, what: { span } }: Creation): boolean {
  if (lifetime !== "import" || (effect.settings.migrations?.state ?? "absent") === "absent") return false;
  const index = analysis.engine.program.module(span.file);
  return index !== null && !isProgram(index) && !importedFiles(analysis).has(span.file);
}

const importedFiles = oncePer((analysis: Analysis): ReadonlySet<FilePath> =>
  new Set([...programModules(analysis.engine)].flatMap(({ module }) => filesImportedBy(analysis, module.file))));

function filesImportedBy({ engine: { program } }: Analysis, from: FilePath): readonly FilePath[] {
  const index = program.module(from);
  return [...(index ? importedBy(index) : [])].flatMap((name) => {
    const target = program.resolve(from, name);
    return target.to === "file" ? [target.file] : [];
  });
}

export const settingChanges = oncePer((analysis: Analysis): readonly Change[] => {
  const found: Change[] = [];
  for (const moment of momentsOf(analysis.runs, isWrittenHere)) {
    const query = moment.kind === "happens" && moment.what.effect.kind === "query" ? moment.what.effect.query : null;
    if (moment.kind === "happens" && query?.sets) found.push({ what: moment.what, sets: query.sets });
  }
  return found;
});

export type Written = Readonly<{ text: string; span: Span }>;

/** What the settings are called that anybody asks for: the rest of a program's text is much, and says nothing of them. */
const SETTING = /timeout|max_execution_time|journal_mode|read[\s_-]?committed/i;

/** Text that a module writes anywhere, and the names of its members, where they may speak of settings. */
export function textsOf({ engine }: Analysis, file: FilePath): readonly Written[] {
  const index = engine.program.module(file);
  return index ? textsIn(index) : [];
}

const textsIn = oncePer((index: ModuleIndex): readonly Written[] =>
  makersIn(index).flatMap((node) => wordsOf(node).filter((text) => SETTING.test(text)).map((text) => ({ text, span: spanOf(index.module.file, node) }))));

const NONE: readonly string[] = [];

function wordsOf(node: IrNode): readonly string[] {
  switch (node.kind) {
    case "constant":
      return typeof node.value === "string" ? [node.value] : NONE;
    case "text":
      return [node.parts.map((part) => (typeof part === "string" ? part : "?")).join("")];
    case "member":
      return node.property === null ? NONE : [node.property];
    case "aggregate":
      return node.entries.flatMap(({ name }) => name ?? []);
    default:
      return NONE;
  }
}

/** A file that opens nothing itself says it, to connections that it is handed: a hook, a function that prepares them. */
export function isSaidApart(analysis: Analysis, word: RegExp): boolean {
  const opens = new Set(creations(analysis).map(({ what }) => what.span.file));
  if ([...analysis.targets].some((file) => !opens.has(file) && textsOf(analysis, file).some(({ text }) => word.test(text)))) return true;
  const { program } = analysis.engine;
  return [...besideOpenings(analysis)].some((file) => word.test(program.text?.(file) ?? ""));
}

/** Files that touch no database, imported by those that open one: lists of settings, functions that are handed connections. */
const besideOpenings = oncePer((analysis: Analysis): ReadonlySet<FilePath> => {
  const { program } = analysis.engine;
  const found = new Set<FilePath>();
  for (const file of new Set(creations(analysis).map(({ what }) => what.span.file))) {
    const index = program.module(file);
    for (const name of index ? importedBy(index) : []) {
      const target = program.resolve(file, name);
      if (target.to === "file" && !analysis.targets.has(target.file)) found.add(target.file);
    }
  }
  return found;
});

/** Many requests share the process: something that serves is among the dependencies, or imported. */
export const isServer = oncePer(({ engine }: Analysis): boolean => {
  const { program } = engine;
  const imports = (name: string): boolean => SERVERS.some((server) => name === server || name.startsWith(`${server}/`) || name.startsWith(`${server}.`));
  return SERVERS.some((name) => program.installed(name)) || [...programModules(engine)].some((index) => [...importedBy(index)].some(imports));
});

/** "2s", "500ms", "5000" (milliseconds unless `unit` says seconds), "1min"; null where it cannot be read. */
export function millisecondsOf(value: string, unit = 1): number | null {
  const [, number, suffix = ""] = /^(\d+)\s*(ms|s|min|h|d)?$/.exec(value.trim()) ?? [];
  if (number === undefined) return null;
  return Number(number) * (UNITS[suffix] ?? unit);
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };
