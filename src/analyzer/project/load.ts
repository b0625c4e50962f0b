/** A program on disk: files are read and lowered when they are first asked for. */
import { posix } from "node:path";
import { parseModule } from "../frontends/estree/parse.ts";
import { parsePython } from "../frontends/python/parse.ts";
import { indexModule, type ModuleIndex } from "../passes/program/module-index.ts";
import type { LibraryModel } from "../models/schema.ts";
import type { Program, Resolution } from "../passes/program/engine.ts";
import { readSchema } from "../schemas/read-schema.ts";
import type { Schema } from "../schemas/table-keys.ts";
import { filePath, lineStarts, positionAt, type FilePath } from "../source.ts";
import { describeFailure } from "../failure.ts";
import { classify } from "./classify.ts";
import { discover, type Discovered } from "./discover.ts";
import type { Host } from "./host.ts";
import { readSource, type Readable } from "./readable.ts";
import { glimpseFile, relevantFiles, vocabularyOf, type Seen as Glimpsed } from "./relevance.ts";
import { languageOfFile } from "./language.ts";
import { distributionName, packagesOf, readRequirements } from "./requirements.ts";
import { rolesOf } from "./roles.ts";
import { createResolver, type Resolver } from "./resolve.ts";
import { createPythonResolver } from "./resolve-python.ts";
import type { Problem } from "./tsconfig.ts";
import { below, wayDown } from "./way-down.ts";
import { readWorkspace } from "./workspace.ts";

export type Project = Readonly<{
  root: string; program: Program; sources: readonly FilePath[];
  /** The sources that can matter. */
  relevant: ReadonlySet<FilePath>;
  discovered: Discovered; problems: Problem[]; text: (file: FilePath) => string | null;
  /** How many files have been parsed so far. */
  parsed: () => number;
  /** What the text of each source shows, and what any text in its place would. */
  glimpses: ReadonlyMap<FilePath, Seen>; glimpse: (file: FilePath, text: string) => Seen;
}>;

export type Seen = Glimpsed<FilePath>;
export type Loaded = Readonly<{ ok: true; index: ModuleIndex } | { ok: false; message: string }>;
/** From text to facts: what is asked again and again keeps its answers. */
export type Load = (file: FilePath, text: string) => Loaded;

/** `named`: paths that were asked for, whatever the ignore files say. `typed`: types are asked where names lead nowhere. */
type Wishes = Readonly<{ load?: Load; named?: readonly string[]; typed?: boolean | undefined }>;

export function loadProject(host: Host, root: string, models: readonly LibraryModel[], { load = loadModule, named = [], typed = false }: Wishes = {}): Project {
  const discovered = discover(host, root, named);
  const problems: Problem[] = [...discovered.problems];
  const workspace = readWorkspace(host, discovered.manifests, problems);
  const requirements = readRequirements(host, discovered.requirements);
  const installed = (name: string): boolean => workspace.dependsOn(name) || requirements.has(distributionName(name));
  const known = new Set(discovered.sources);
  const resolveScript = createResolver({ host, root, workspace, problems, sources: known, generated: new Map() });
  const resolvePython = createPythonResolver({ root, sources: known, isPackage: packagesOf(models, requirements) });
  const resolve: Resolver = (from, specifier) => (languageOfFile(from) === "python" ? resolvePython : resolveScript)(from, specifier);
  const sources = discovered.sources.map((path) => filePath(wayDown(root, path)));
  /** What was looked at and is to be lowered. */
  const kept = new Map<FilePath, Readable>();
  const read = (file: FilePath): Readable => {
    const bytes = host.read(below(root, file));
    return bytes ? readSource(bytes) : { ok: false, message: "this file cannot be read" };
  };
  const text = (file: FilePath): string | null => textOf(read(file));
  const words = vocabularyOf(models, installed, typed);
  const glimpseAt = (file: FilePath, source: string): Seen => {
    const { imports, typeImports, folders, ...shows } = glimpseFile(words, file, source);
    const targets = (specifiers: readonly string[]) => specifiers.flatMap((specifier) => target(resolve(file, specifier)));
    const gathered = folders.flatMap((folder) => filesBelow(sources, posix.join(posix.dirname(file), folder))).filter((one) => one !== file);
    return { ...shows, to: [...targets(imports), ...gathered], types: targets(typeImports) };
  };
  const glimpses = new Map(sources.map((file) => {
    const source = read(file);
    if (!source.ok) problems.push({ file, message: source.message });
    else if (source.note) problems.push({ file, message: source.note });
    kept.set(file, source);
    return [file, glimpseAt(file, textOf(source) ?? "")];
  }));
  const relevant = relevantFiles(glimpses);
  for (const file of sources) if (!relevant.has(file) || classify(file) !== "service") kept.delete(file);
  const taken = (file: FilePath): Readable => {
    const source = kept.get(file) ?? read(file);
    kept.delete(file);
    return source;
  };
  const { module, forOnce, parsed } = modulesOf(taken, load, problems);
  let schema: Schema | null = null;
  const program: Program = {
    files: () => relevant,
    matters: (file) => relevant.has(file),
    role: rolesOf(glimpses),
    isCommandLine: (file) => workspace.isCommandLine(posix.dirname(below(root, file))),
    module,
    resolve,
    text,
    installed,
    schema: () => (schema ??= readSchema({ schemas: discovered.schemas.map((path) => filePath(posix.relative(root, path))), sources, text, module: forOnce })),
  };
  return { root, program, sources, relevant, discovered, problems, text, parsed, glimpses, glimpse: glimpseAt };
}

type Modules = Readonly<{
  module: (file: FilePath) => ModuleIndex | null;
  /** Most files that declare tables and are not known by then are migrations, for which nobody asks again: they are not kept. */
  forOnce: (file: FilePath) => ModuleIndex | null;
  parsed: () => number;
}>;

/** Modules are lowered when they are first asked for. */
function modulesOf(read: (file: FilePath) => Readable, load: Load, problems: Problem[]): Modules {
  const known = new Map<FilePath, ModuleIndex | null>();
  const lowered = (file: FilePath): ModuleIndex | null => {
    const source = read(file);
    const made = source.ok ? load(file, source.text) : source;
    if (!made.ok) problems.push({ file, message: made.message });
    return made.ok ? made.index : null;
  };
  const module = (file: FilePath): ModuleIndex | null => {
    const before = known.get(file);
    if (before !== undefined) return before;
    known.set(file, null);
    const made = lowered(file);
    known.set(file, made);
    return made;
  };
  return { module, forOnce: (file) => known.get(file) ?? lowered(file), parsed: () => [...known.values()].filter((one) => one !== null).length };
}

/** Of the whole project nothing is loaded by name. */
const filesBelow = (sources: readonly FilePath[], folder: string): readonly FilePath[] => {
  const start = folder.endsWith("/") ? folder : `${folder}/`;
  return start === "./" ? [] : sources.filter((file) => file.startsWith(start));
};

const textOf = (source: Readable): string | null => (source.ok ? source.text : null);

const target = (resolution: Resolution): readonly FilePath[] => (resolution.to === "file" ? [resolution.file] : []);

export function loadModule(file: FilePath, text: string): Loaded {
  try {
    const parsed = languageOfFile(file) === "python" ? parsePython(file, text) : parseModule(file, text);
    if (parsed.ok) return { ok: true, index: indexModule(parsed.module) };
    return { ok: false, message: `not scanned: line ${positionAt(lineStarts(text), parsed.offset).line}: ${parsed.message}` };
  } catch (error) {
    return { ok: false, message: `not scanned: ${describeFailure(error)}` };
  }
}
