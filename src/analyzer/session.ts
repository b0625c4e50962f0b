/**
 * Findings file by file, for hosts that ask again and again while files change. What was parsed is kept as long as its text is the
 * same, what was worked out as long as nothing on disk changes.
 */
import { posix } from "node:path";
import { prepare, widen, type Analysis } from "./analyze.ts";
import { check, type RuleSetting } from "./check.ts";
import { applyDirectives, type Commented } from "./directives.ts";
import type { IrModule } from "./ir/nodes.ts";
import { compileCatalog, type Catalog } from "./models/catalog.ts";
import type { LibraryModel } from "./models/schema.ts";
import type { Engine } from "./passes/engine.ts";
import { indexModule, type ModuleIndex } from "./passes/module-index.ts";
import { classify } from "./project/classify.ts";
import { dependentsOf } from "./project/dependents.ts";
import { withEdit } from "./project/edit.ts";
import type { Host } from "./project/host.ts";
import { loadModule, loadProject, type Project } from "./project/load.ts";
import { recordHost } from "./project/record-host.ts";
import { rememberModules, type Remembered } from "./project/remember.ts";
import type { Finding } from "./rule.ts";
import { lineStarts, positionAt, type FilePath, type Span } from "./source.ts";

/** What is known of one file as it is now. */
export type View = Readonly<{ findings: (setting: RuleSetting) => readonly Finding[]; lineOf: (span: Span) => number }>;
/** A file as the host has it; `lower` makes facts of a tree that the host has already, null where it has none. */
export type Shown = Readonly<{ file: FilePath; text: string; lower: ((file: FilePath) => IrModule) | null }>;
/** Null where nothing can be found in the file. */
export type Session = (shown: Shown) => View | null;
export type SessionRequest = Readonly<{ host: Host; root: string; models: readonly LibraryModel[]; includeTests: boolean }>;

/** So many files are answered each by itself; whoever asks for more asks for all. */
const ALONE = 2;
/** A file that is being edited is seen in the light of so many files that lead to it. */
const NEAR = 60;
/** Looking at the disk takes at most one part in so many of the time, and waits this long at least. */
const SHARE = 50;
const PAUSE = 1000;

type Answers = (setting: RuleSetting) => ReadonlyMap<FilePath, readonly Finding[]>;
type State = Readonly<{ project: Project; changed: () => boolean; engine: () => Engine; asked: Set<FilePath>; answers: Answers }>;

export function openSession(request: SessionRequest): Session {
  const catalog = compileCatalog(request.models);
  const remembered = rememberModules();
  const begin = (): State => beginState(request, catalog, remembered);
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
    const counts = request.includeTests || classify(shown.file) === "service";
    if (!counts) return null;
    const now = current();
    const edited = withEdit(now.project, { file: shown.file, text: shown.text, index: () => indexOf(shown) });
    if (!edited) return null;
    if (isAsParsed(now, remembered, shown)) return savedView(request, now, shown.file);
    if (!isStale(request, now, remembered, shown)) return editedView(request, catalog, edited, shown.file);
    state = begin();
    return isAsParsed(state, remembered, shown) ? savedView(request, state, shown.file) : editedView(request, catalog, edited, shown.file);
  };
}

function beginState(request: SessionRequest, catalog: Catalog, remembered: Remembered): State {
  const recording = recordHost(request.host);
  const project = loadProject(recording.host, request.root, request.models, remembered.load);
  remembered.keepOnly(project.glimpses);
  const engine = later(() => prepare(project.program, catalog));
  const whole = later(() => widen(engine(), counted(request, project.relevant)));
  const known = new Map<string, ReadonlyMap<FilePath, readonly Finding[]>>();
  const answers: Answers = (setting) => {
    const key = `${setting.rule.name} ${JSON.stringify(setting.options ?? {})}`;
    const found = known.get(key) ?? byFile(findIn(project, whole(), setting));
    known.set(key, found);
    return found;
  };
  return { project, changed: recording.changed, engine, asked: new Set(), answers };
}

function indexOf({ file, text, lower }: Shown): ModuleIndex | null {
  if (lower) return indexModule(lower(file));
  const loaded = loadModule(file, text);
  return loaded.ok ? loaded.index : null;
}

const counted = (request: SessionRequest, files: ReadonlySet<FilePath>): ReadonlySet<FilePath> =>
  request.includeTests ? files : new Set([...files].filter((file) => classify(file) === "service"));

function isAsParsed({ project }: State, remembered: Remembered, { file, text }: Shown): boolean {
  return project.relevant.has(file) && project.program.module(file) !== null && remembered.textOf(file) === text;
}

/** The disk has what is shown, and the project had something else there. */
function isStale({ host, root }: SessionRequest, { project }: State, remembered: Remembered, { file, text }: Shown): boolean {
  if (!project.glimpses.has(file) || remembered.textOf(file) === text) return false;
  return host.read(posix.join(root, file))?.toString("utf8").replace(/^\ufeff/, "") === text;
}

function savedView(request: SessionRequest, state: State, file: FilePath): View {
  state.asked.add(file);
  if (state.asked.size > ALONE) return { findings: (setting) => state.answers(setting).get(file) ?? [], lineOf: lineReader(state.project) };
  return viewOf(state.project, state.engine(), file, counted(request, dependentsOf(state.project, file, Infinity)));
}

function editedView(request: SessionRequest, catalog: Catalog, edited: Project, file: FilePath): View {
  return viewOf(edited, prepare(edited.program, catalog), file, counted(request, dependentsOf(edited, file, NEAR)));
}

function viewOf(project: Project, engine: Engine, file: FilePath, targets: ReadonlySet<FilePath>): View {
  const analysis: Analysis = { ...widen(engine, targets), targets: new Set([file]) };
  return { findings: (setting) => findIn(project, analysis, setting), lineOf: lineReader(project) };
}

/** ESLint applies comments of its own, and counts those that silence nothing: only the others are applied here. */
function findIn(project: Project, analysis: Analysis, setting: RuleSetting): readonly Finding[] {
  const commented = (file: FilePath): Commented => ({ text: project.text(file) ?? "", directives: project.program.module(file)?.module.directives ?? [] });
  return applyDirectives(check(analysis, [setting]), commented, ["lockscan"]).kept;
}

function byFile(findings: readonly Finding[]): ReadonlyMap<FilePath, readonly Finding[]> {
  const grouped = new Map<FilePath, Finding[]>();
  for (const finding of findings) grouped.set(finding.at.file, [...(grouped.get(finding.at.file) ?? []), finding]);
  return grouped;
}

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
