/**
 * Findings file by file, for hosts that ask again and again while files change. What was parsed is kept as long as its text is the
 * same, what was worked out as long as nothing on disk changes.
 */
import { prepare, widen, type Analysis } from "./analyze.ts";
import { check, type RuleSetting } from "./check.ts";
import { applyDirectives, type Commented } from "./directives.ts";
import { groupedBy } from "./groups.ts";
import type { IrModule } from "./ir/nodes.ts";
import { compileCatalog, type Catalog } from "./models/catalog.ts";
import type { LibraryModel } from "./models/schema.ts";
import type { Engine, Program } from "./passes/program/engine.ts";
import { indexModule, type ModuleIndex } from "./passes/program/module-index.ts";
import { dependentsOf } from "./project/dependents.ts";
import { withEdit } from "./project/edit.ts";
import type { Host } from "./project/host.ts";
import { loadModule, loadProject, type Project } from "./project/load.ts";
import { readTypes, type TypeProgram } from "./project/read-types.ts";
import { recordHost } from "./project/record-host.ts";
import { couldMatter } from "./project/relevance.ts";
import { rememberModules, type Remembered } from "./project/remember.ts";
import { readSettings, type Settings } from "./project/settings.ts";
import type { AnyRule, Finding } from "./rule.ts";
import { lineStarts, positionAt, type FilePath, type Span } from "./source.ts";

/** What is known of one file as it is now. */
export type View = Readonly<{ findings: (setting: RuleSetting) => readonly Finding[]; lineOf: (span: Span) => number }>;
/** A file as the host has it; `lower` makes facts of a tree that the host has already, null where it has none. */
export type Shown = Readonly<{
  file: FilePath; text: string; lower: ((file: FilePath) => IrModule) | null;
  /** The types that the host knows. */
  types?: TypeProgram | null;
}>;
/** Null where nothing can be found in the file. */
export type Session = (shown: Shown) => View | null;
export type SessionRequest = Readonly<{
  host: Host; root: string; models: readonly LibraryModel[];
  /** All that there are: the settings file may speak of each. */
  rules: readonly AnyRule[];
  includeTests: boolean;
  /** Files are shown with types. */
  typed?: boolean;
}>;

/** So many files are answered each by itself; whoever asks for more asks for all. */
const ALONE = 2;
/** A file that is being edited is seen in the light of so many files that lead to it. */
const NEAR = 60;
/** Looking at the disk takes at most one part in so many of the time, and waits this long at least. */
const SHARE = 50;
const PAUSE = 1000;

type Findings = ReadonlyMap<FilePath, readonly Finding[]>;
/** What is known in the light of the same types, or of none. */
type Sight = Readonly<{
  /** Engines are large: they live as long as someone looks. */
  engine: () => Engine; whole: () => Analysis;
  asked: Set<FilePath>;
  /** All findings of the settings that have been asked about. */
  answers: Map<string, Findings>;
}>;
type State = Readonly<{
  project: Project; catalog: Catalog; changed: () => boolean;
  /** Whether findings may lie in a file. */
  counts: (project: Project, file: FilePath) => boolean;
  sightOf: (types: TypeProgram | null) => Sight;
}>;

export function openSession(request: SessionRequest): Session {
  const remembered = rememberModules();
  const begin = (): State => beginState(request, remembered);
  const mayMatter = couldMatter([...request.models, ...settingsOf(request).models], request.typed ?? false);
  let state: State | null = null;
  let nextLook = 0;
  const current = (): State => {
    const now = performance.now();
    if (state && now < nextLook) return state;
    if (!state || state.changed()) state = begin();
    const after = performance.now();
    nextLook = after + Math.max(PAUSE, (after - now) * SHARE);
    return state;
  };
  return (shown) => {
    if (!mayMatter(shown.file, shown.text)) return null;
    const now = current();
    if (now.counts(now.project, shown.file) && isAsParsed(now, remembered, shown)) return savedView(now, shown);
    const edited = withEdit(now.project, { file: shown.file, text: shown.text, index: () => indexOf(shown) });
    if (!edited || !now.counts(edited, shown.file)) return null;
    if (!isStale(now, remembered, shown)) return editedView(now, edited, shown);
    state = begin();
    return isAsParsed(state, remembered, shown) ? savedView(state, shown) : editedView(now, edited, shown);
  };
}

function beginState(request: SessionRequest, remembered: Remembered): State {
  const { host, changed } = recordHost(request.host);
  const settings = settingsOf({ ...request, host });
  const models = [...request.models, ...settings.models];
  const catalog = compileCatalog(models);
  const project = loadProject(host, request.root, models, { load: remembered.load, typed: request.typed });
  remembered.keepOnly(project.glimpses);
  const counts: State["counts"] = ({ program }, file) => (request.includeTests || program.role(file) === "service") && !settings.ignores(file);
  const look = (types: TypeProgram | null): Sight => {
    const fresh = (): Engine => prepare(typedProgram(project, types), catalog);
    const engine = weakly(fresh);
    // As the command does it, in its order and from nothing: what is kept of functions with many callers depends on who comes first.
    const whole = weakly(() => widen(fresh(), new Set(project.sources.filter((file) => project.relevant.has(file) && counts(project, file)))));
    return { engine, whole, asked: new Set(), answers: new Map() };
  };
  const plain = look(null);
  const typed = new WeakMap<TypeProgram, Sight>();
  const sightOf = (types: TypeProgram | null): Sight => {
    if (!types) return plain;
    const sight = typed.get(types) ?? look(types);
    typed.set(types, sight);
    return sight;
  };
  return { project, catalog, changed, counts, sightOf };
}

const typedProgram = ({ root, program, text }: Project, types: TypeProgram | null): Program =>
  types ? { ...program, typeAt: readTypes(types, root, text) } : program;

function settingsOf({ host, root, rules }: SessionRequest): Settings {
  const read = readSettings(host, root, rules);
  if (!read.ok) throw new Error(read.message);
  return read.settings;
}

/** A tree of an unknown flavour may have what no front-end knows: the text decides then. */
function indexOf({ file, text, lower }: Shown): ModuleIndex | null {
  try {
    if (lower) return indexModule(lower(file));
  } catch {
    // Said by the command line, which parses the text as well.
  }
  const loaded = loadModule(file, text);
  return loaded.ok ? loaded.index : null;
}

function isAsParsed({ project }: State, remembered: Remembered, { file, text }: Shown): boolean {
  return project.relevant.has(file) && project.program.module(file) !== null && remembered.textOf(file) === text;
}

/** The disk has what is shown, and the project had something else there. */
function isStale({ project }: State, remembered: Remembered, { file, text }: Shown): boolean {
  return project.glimpses.has(file) && remembered.textOf(file) !== text && project.text(file) === text;
}

function savedView(state: State, { file, types = null }: Shown): View {
  const sight = state.sightOf(types);
  sight.asked.add(file);
  if (sight.asked.size <= ALONE) return viewOf(state, state.project, sight.engine(), file, dependentsOf(state.project, file, Infinity));
  const whole = later(sight.whole);
  const answer = (setting: RuleSetting): Findings => {
    const key = `${setting.rule.name} ${JSON.stringify(setting.options ?? {})}`;
    const found = sight.answers.get(key) ?? byFile(findIn(state.project, whole(), setting));
    sight.answers.set(key, found);
    return found;
  };
  return { findings: (setting) => answer(setting).get(file) ?? [], lineOf: lineReader(state.project) };
}

function editedView(state: State, edited: Project, { file, types = null }: Shown): View {
  return viewOf(state, edited, prepare(typedProgram(edited, types), state.catalog), file, dependentsOf(edited, file, NEAR));
}

function viewOf(state: State, project: Project, engine: Engine, file: FilePath, files: ReadonlySet<FilePath>): View {
  const targets = new Set([...files].filter((one) => state.counts(project, one)));
  const analysis = widen(engine, targets);
  return { findings: (setting) => findIn(project, analysis, setting).filter(({ at }) => at.file === file), lineOf: lineReader(project) };
}

/** ESLint applies comments of its own, and counts those that silence nothing: only the others are applied here. */
function findIn(project: Project, analysis: Analysis, setting: RuleSetting): readonly Finding[] {
  const commented = (file: FilePath): Commented => ({ text: project.text(file) ?? "", directives: project.program.module(file)?.module.directives ?? [] });
  return applyDirectives(check(analysis, [setting]), commented, ["lockscan"]).kept;
}

const byFile = (findings: readonly Finding[]): Findings => groupedBy(findings, ({ at }) => at.file);

function lineReader(project: Project): View["lineOf"] {
  const starts = new Map<FilePath, readonly number[]>();
  return ({ file, start }) => {
    const known = starts.get(file) ?? lineStarts(project.text(file) ?? "");
    starts.set(file, known);
    return positionAt(known, start).line;
  };
}

function later<T>(make: () => T): () => T {
  let made: Readonly<{ value: T }> | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Made again when it is asked for after everybody has let go of it. */
function weakly<T extends object>(make: () => T): () => T {
  let made: WeakRef<T> | null = null;
  return () => {
    const value = made?.deref() ?? make();
    made = new WeakRef(value);
    return value;
  };
}
