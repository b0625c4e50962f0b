/**
 * Which files can matter, seen from their text alone: parsing is what a scan costs. A file matters when it touches a database or
 * a model (it imports such a library, or a file that does), or when work in a transaction can reach waiting code through it.
 */
import { addTo } from "../groups.ts";
import { PURPOSES, type Purpose, type Telling } from "../models/purposes.ts";
import type { Action, LibraryModel, Member } from "../models/schema.ts";
import { oncePer } from "../once-per.ts";
import { detached } from "./detached.ts";
import { languageOfFile, type Language } from "./language.ts";
import { glimpsePython } from "./relevance-python.ts";

/** Each language has packages of its own, some of the same name. */
export type Vocabulary = Readonly<Record<Language, Words>>;

export type Words = Readonly<{
  /** Packages with handles, transactions or heavy loads, and the export names that matter. */
  holding: ReadonlyMap<string, ReadonlySet<string>>;
  /** Packages that wait or enqueue. */
  waiting: ReadonlySet<string>;
  /** Names that tell where they come from, whatever module is imported. */
  distinct: ReadonlySet<string>;
  /** Methods that show, without an import, that a file touches a database. */
  telling: RegExp;
  /** Globals that wait. */
  waits: RegExp;
  /** What settings are called that say what handlers of requests run in. */
  settings: RegExp;
}>;

/** What a file's text shows. */
export type Glimpse = Readonly<{
  holds: boolean; waits: boolean; injects: boolean; words: boolean; declares: boolean; fulfils: boolean;
  imports: readonly string[]; typeImports: readonly string[];
  /** Folders whose files it loads by names that it works out: `require(`./models/${name}`)`. */
  folders: readonly string[];
  /** What it imports is for one thing only. */
  purpose: Purpose | null;
}>;

/** Statements that others carry out may be put together in a file that touches nothing itself. */
const STATEMENT =
  /\b(?:INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\S+\s+SET|SELECT\s[^;]{1,200}?\sFROM|SET\s+LOCAL)\s|["'`](?:BEGIN|START TRANSACTION|COMMIT|ROLLBACK|SAVEPOINT)\b/;

/** What any text shows, whatever it imports. `injects`: a class calls what its constructor was given; what that is, only those who construct it know. */
export const shownBy = (words: Words, { injected, delegates }: Injection, text: string): Pick<Glimpse, "holds" | "waits" | "injects" | "words"> => ({
  holds: words.telling.test(text) || words.settings.test(text), waits: words.waits.test(text), words: STATEMENT.test(text),
  injects: injected.test(text) && delegates.test(text),
});

export type Injection = Readonly<{ injected: RegExp; delegates: RegExp }>;

const INJECTION: Injection = { injected: /\bconstructor\s*\([^)]/, delegates: /\bthis\.#?\w+\.\w+\s*[(<]/ };

/** What is promised in one file and done in another: `interface Store`, `class PgStore implements Store`, `createStore(): Store`. */
const DECLARED = /\b(?:interface\s+[A-Z]|abstract\s+class\s)/;
const FULFILLED = /\b(?:implements|extends)\s+[A-Z]|\)\s*:\s*(?:Promise<)?[A-Z]\w*>?\s*(?:=>|\{)|\bconst\s+\w+\s*:\s*[A-Z]\w*\s*=/;

type Verdict = Readonly<{ holds: boolean; waits: boolean }>;

/** A transaction's name is worth a look, whatever is imported, where a library that opens it is installed, or where types are known (`typed`). */
export function vocabularyOf(models: readonly LibraryModel[], installed: (name: string) => boolean, typed = false): Vocabulary {
  const of = (language: Language): Words => wordsOf(models.filter((model) => model.language === language), installed, typed);
  return { javascript: of("javascript"), python: of("python") };
}

export const glimpseFile = (vocabulary: Vocabulary, file: string, text: string): Glimpse =>
  languageOfFile(file) === "python" ? glimpsePython(vocabulary.python, text) : glimpse(vocabulary.javascript, text);

function wordsOf(models: readonly LibraryModel[], installed: (name: string) => boolean, typed: boolean): Words {
  const holding = new Map<string, ReadonlySet<string>>();
  const waiting = new Set<string>();
  const telling: string[] = [];
  for (const model of models) {
    if (typed || model.packages.some(installed)) telling.push(...transactionNames(model).map((name) => `\\.${escaped(name)}`));
    const verdict = judge(model);
    const names = new Set(Object.keys(model.exports ?? {}));
    for (const name of model.packages) {
      if (verdict.holds) holding.set(base(name), new Set([...(holding.get(base(name)) ?? []), ...names]));
      if (verdict.waits) waiting.add(base(name));
    }
    // What names rows that lead back says something where those are declared: such files are found by that.
    for (const shape of model.shapes ?? []) if (!shape.leadsBack && (!shape.installed || model.packages.some(installed))) {
      telling.push(`${shape.receiver ? `\\b${shape.receiver}\\s*` : ""}\\.${escaped(shape.method)}`);
    }
  }
  const globals = models.flatMap((model) => Object.entries(model.globals ?? {}).filter(([, member]) => judgeMember(member).waits).map(([name]) => name));
  const settings = models.flatMap(({ inRequests }) => inRequests?.setting.at(-1) ?? []);
  return {
    holding, waiting, distinct: new Set(models.flatMap((model) => model.distinct ?? [])), telling: anyOf(telling),
    waits: anyOf(globals.map((name) => `(?<![\\w$.])${escaped(name)}`)), settings: new RegExp(settings.length === 0 ? "^(?!)" : `\\b(?:${settings.join("|")})\\b`),
  };
}

const transactionNames = ({ types = {}, follows = [] }: LibraryModel): readonly string[] =>
  [...Object.values(types), ...follows.flatMap((protocol) => Object.values(protocol.types))].flatMap(({ members = {} }) =>
    Object.entries(members).filter(([, member]) => opensTransaction(member)).map(([name]) => name));

const opensTransaction = (member: Member): boolean =>
  typeof member === "object" && (member.call?.opens?.scope === "transaction" || member.call?.transaction === "begin");

const base = (name: string): string => name.replace(/[/.]\*$/, "");

const escaped = (name: string): string => name.replace(/\$/g, "\\$");

/** Calls of any of these. What never matches is not looked for at every place. */
const anyOf = (patterns: readonly string[]): RegExp => (patterns.length === 0 ? /^(?!)/ : new RegExp(`(?:${[...new Set(patterns)].join("|")})\\s*[(<]`));

function judge(model: LibraryModel): Verdict {
  const types = [...Object.values(model.types ?? {}), ...(model.follows ?? []).flatMap((protocol) => Object.values(protocol.types))];
  const inTypes = types.flatMap(({ members = {}, others }) => [...Object.values(members), ...(others === undefined ? [] : [others])]);
  const members = [...Object.values(model.exports ?? {}), ...inTypes];
  const verdicts = [...members.map(judgeMember), ...types.map((type) => judgeAction(type.call))];
  return { holds: verdicts.some((one) => one.holds), waits: verdicts.some((one) => one.waits) };
}

function judgeMember(member: Member): Verdict {
  if (typeof member === "string") return NEITHER;
  const inner = [judgeAction(member.call), judgeAction(member.construct), ...Object.values(member.members ?? {}).map(judgeMember)];
  return { holds: inner.some((one) => one.holds), waits: inner.some((one) => one.waits) };
}

const NEITHER: Verdict = { holds: false, waits: false };

function judgeAction(action: Action | undefined): Verdict {
  if (!action) return NEITHER;
  const holds = Boolean(action.connects ?? action.statement ?? action.loads) || action.opens?.scope === "transaction" || action.transaction !== undefined;
  return { holds, waits: Boolean(action.waits ?? action.enqueues ?? action.loads) };
}

const IMPORT = /\b(?:import\b(?<clause>[^'"();]*?)\bfrom\s*|export\b(?<again>[^'"();]*?)\bfrom\s*|import\s*\(\s*|import\s*|require\s*\(\s*)(?<quote>['"])(?<specifier>[^'"\n]+)\k<quote>/g;

/** What is written in front of the name; another path is taken to lie below the file itself. */
const GATHERS = /\brequire\s*\(\s*(?:`(?<head>[^`$]*)\$\{|[^'"`\s)])/g;

const foldersIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(GATHERS)]
      .map(({ groups }) => groups?.["head"] ?? "./")
      .filter((head) => head.startsWith("."))
      .map((head) => head.slice(0, head.lastIndexOf("/") + 1)),
  ),
];

function glimpse(words: Words, text: string): Glimpse {
  const imports: string[] = [];
  const typeImports: string[] = [];
  let holds = false;
  let waits = false;
  let purpose: Purpose | null = null;
  for (const match of text.matchAll(IMPORT)) {
    const { clause, again, specifier = "" } = match.groups ?? {};
    const owner = ownerOf(words, specifier);
    const names = namesIn(clause ?? again);
    if (owner.holding && !holds) holds = names === null || names.some((name) => matters(owner.holding, name, text));
    if (owner.waiting) waits = true;
    if (owner.telling) purpose ??= servedBy(owner.telling, names);
    if (!owner.holding && names?.some((name) => words.distinct.has(name))) holds = true;
    if (!owner.holding && !owner.waiting) (/^\s*type\s/.test(clause ?? "") ? typeImports : imports).push(specifier);
  }
  const shown = shownBy(words, INJECTION, text);
  return {
    ...shown,
    holds: holds || shown.holds,
    waits: waits || shown.waits,
    declares: DECLARED.test(text),
    fulfils: FULFILLED.test(text),
    imports,
    typeImports,
    folders: foldersIn(text),
    purpose: purpose ?? (isSuite(text) ? "test" : null),
  };
}

/** A test of texts by themselves: what fails it matters in no project. */
export function couldMatter(models: readonly LibraryModel[], typed: boolean): (file: string, text: string) => boolean {
  const vocabulary = vocabularyOf(models, () => true, typed);
  return (file, text) => {
    const { holds, waits, imports, typeImports } = glimpseFile(vocabulary, file, text);
    return holds || waits || imports.length > 0 || typeImports.length > 0;
  };
}

type Owner = Readonly<{ holding: ReadonlySet<string> | null; waiting: boolean; telling: Telling | null }>;

/** The same few packages are imported everywhere. */
const ownersOf = oncePer<Words, Map<string, Owner>>(() => new Map());

function ownerOf(words: Words, specifier: string): Owner {
  const owners = ownersOf(words);
  const known = owners.get(specifier);
  if (known) return known;
  const whole = detached(specifier);
  const claimed = longestPart(whole, (name) => words.holding.has(name) || words.waiting.has(name));
  const telling = PURPOSES.javascript.get(longestPart(whole, (name) => PURPOSES.javascript.has(name)));
  const owner: Owner = { holding: words.holding.get(claimed) ?? null, waiting: words.waiting.has(claimed), telling: telling ?? null };
  owners.set(whole, owner);
  return owner;
}

/** A framework that puts its words among the globals need not be imported. */
const isSuite = (text: string): boolean => text.includes("describe(") && /^describe\(\s*["'`]/m.test(text);

/** The longest part of a specifier of which something is known: the package that it belongs to, or a folder of it. */
function longestPart(specifier: string, isKnown: (name: string) => boolean): string {
  let end = specifier.length;
  while (end > 0 && !isKnown(specifier.slice(0, end))) end = specifier.lastIndexOf("/", end - 1);
  return specifier.slice(0, Math.max(0, end));
}

const servedBy = ({ names: telling, purpose }: Telling, names: readonly string[] | null): Purpose | null =>
  !telling || names?.some((name) => telling.has(name)) ? purpose : null;

/** The names in an import's braces; null where the whole module, or its default, is taken. */
function namesIn(clause: string | undefined): readonly string[] | null {
  const braces = clause === undefined ? null : /^[^{,]*\{([^}]*)\}/.exec(clause);
  return braces ? (braces[1] ?? "").split(",").map((one) => one.trim().replace(/^type\s+/, "").split(/\s+as\s+/)[0] ?? "") : null;
}

/** An import of enums and types of rows touches no database: the name, or a member of it that the text uses, must be in the model. */
function matters(names: ReadonlySet<string> | null, name: string, text: string): boolean {
  if (!names || names.size === 0 || names.has(name)) return true;
  return [...names].some((one) => one.startsWith(`${name}.`) && text.includes(one));
}

export type Seen<File> = Readonly<{
  holds: boolean; waits: boolean; injects: boolean; words: boolean; declares: boolean; fulfils: boolean; purpose: Purpose | null;
  to: readonly File[]; types: readonly File[];
}>;

/**
 * The files that can matter, among all, given what each imports. A type counts where the file that states it holds a handle itself
 * (`type Db = …`); types of services and rows are everywhere and say little.
 */
export function relevantFiles<File>(glimpses: ReadonlyMap<File, Seen<File>>): ReadonlySet<File> {
  const importers = new Map<File, File[]>();
  for (const [file, { to }] of glimpses) for (const target of to) addTo(importers, target, file);
  const seeds = (test: (one: Seen<File>) => boolean) => [...glimpses].filter(([, one]) => test(one)).map(([file]) => file);
  const holders = closure(seeds((one) => one.holds || one.types.some((target) => glimpses.get(target)?.holds)), (file) => importers.get(file) ?? []);
  const waiters = closure(seeds((one) => one.waits), (file) => importers.get(file) ?? []);
  const promises = promisesOf(glimpses, holders);
  const askers = [...glimpses].filter(([file, one]) => one.injects && !holders.has(file) && [...one.to, ...one.types].some((target) => promises.has(target)));
  for (const file of closure(askers.map(([file]) => file), (file) => importers.get(file) ?? [])) holders.add(file);
  const reached = closure([...holders], (file) => glimpses.get(file)?.to ?? []);
  return new Set([...holders, ...promises, ...[...reached].filter((file) => waiters.has(file) || glimpses.get(file)?.injects || glimpses.get(file)?.words)]);
}

/** Files that declare what a file that matters fulfils: who is given one of those knows no more than the declaration. */
function promisesOf<File>(glimpses: ReadonlyMap<File, Seen<File>>, holders: ReadonlySet<File>): ReadonlySet<File> {
  const found = new Set<File>();
  for (const file of holders) {
    const one = glimpses.get(file);
    if (one?.fulfils) for (const target of [...one.to, ...one.types]) if (glimpses.get(target)?.declares) found.add(target);
  }
  return found;
}

function closure<File>(seeds: readonly File[], next: (file: File) => readonly File[]): Set<File> {
  const found = new Set(seeds);
  const pending = [...seeds];
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    for (const other of next(file)) {
      if (found.has(other)) continue;
      found.add(other);
      pending.push(other);
    }
  }
  return found;
}
