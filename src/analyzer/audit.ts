/** From paths to findings: what the command line and tests call. Reads only; every file that cannot be used is said. */
import { posix } from "node:path";
import { analyze, type Analysis } from "./analyze.ts";
import { check, type RuleSetting } from "./check.ts";
import { applyDirectives, type Commented, type Suppressed } from "./directives.ts";
import type { Confidence } from "./facts.ts";
import { weakest } from "./models/catalog.ts";
import type { LibraryModel } from "./models/schema.ts";
import { momentsIn } from "./passes/timelines/moments.ts";
import { classify } from "./project/classify.ts";
import type { Host } from "./project/host.ts";
import { fileOf, type Program } from "./passes/program/engine.ts";
import { loadModule, loadProject, type Load, type Project } from "./project/load.ts";
import type { Problem } from "./project/tsconfig.ts";
import { openTypes } from "./project/types.ts";
import type { Finding } from "./rule.ts";
import { placeOf, type FilePath } from "./source.ts";

export type AuditRequest = Readonly<{
  host: Host;
  /** Absolute; all of it is indexed. */
  root: string;
  /** Files and folders below the root, relative to it, that findings may lie in; "" is the root. */
  paths: readonly string[];
  models: readonly LibraryModel[];
  rules: readonly RuleSetting[];
  /** Findings that are less sure are left out. */
  atLeast: Confidence;
  /** Tests, migrations, seeds, scripts and the like are reported too. */
  includeTests: boolean;
  /** TypeScript's types are asked where names lead nowhere. */
  types?: boolean;
  /** Files in which nothing is reported; the analysis still follows calls through them. */
  ignores?: (file: FilePath) => boolean;
  /** Told how far each stage of the work is. */
  progress?: (stage: string, done: number, total: number) => void;
}>;

export type AuditStats = Readonly<{
  /** Sources under the paths, those of them that were analyzed, and those left out because of what they are. */
  files: number; analyzed: number; setAside: number;
  /** Files of the whole root that were parsed. */
  parsed: number;
  /** Findings that comments silence. */
  suppressed: number;
  /** Calls in the files analyzed of which nothing is known. */
  unresolved: number; milliseconds: number;
}>;

export type Audit = Readonly<{
  root: string; findings: readonly Finding[]; suppressed: readonly Suppressed[];
  /** What could not be looked at. */
  problems: readonly Problem[];
  stats: AuditStats; analysis: Analysis; text: (file: FilePath) => string | null;
}>;

export function audit(request: AuditRequest): Audit {
  const started = performance.now();
  const load = withProgress(request.progress, () => project.relevant.size);
  const given = request.paths.filter((path) => path !== "").map((path) => posix.join(request.root, path));
  const project: Project = loadProject(request.host, request.root, request.models, { load, named: given, typed: request.types });
  const program = withTypes(project.program, request, project);
  const named = project.sources.filter((file) => request.paths.some((path) => isUnder(file, path)) && !request.ignores?.(file));
  const asked = named.filter((file) => request.includeTests || isService(project, file, request.paths));
  const targets = new Set(asked.filter((file) => project.relevant.has(file)));
  const analysis = analyze(program, request.models, targets);
  const found = check(analysis, request.rules).filter((finding) => weakest(finding.confidence, request.atLeast) === request.atLeast);
  const commented = (file: FilePath): Commented => ({ text: project.text(file) ?? "", directives: project.program.module(file)?.module.directives ?? [] });
  const { kept, suppressed } = applyDirectives(found, commented, ["eslint", "lockscan"]);
  return {
    root: request.root, findings: kept, suppressed, analysis, text: project.text,
    problems: problemsOf(project.root, [...notSources(request, project), ...project.problems, ...analysis.engine.failures]),
    stats: {
      files: named.length, analyzed: targets.size, setAside: named.length - asked.length, parsed: project.parsed(), suppressed: suppressed.length,
      unresolved: countUnresolved(analysis), milliseconds: Math.round(performance.now() - started),
    },
  };
}

/** Tells of each file that is parsed. */
function withProgress(progress: AuditRequest["progress"], total: () => number): Load {
  if (!progress) return loadModule;
  let done = 0;
  return (file, text) => {
    progress("reading", ++done, total());
    return loadModule(file, text);
  };
}

function withTypes(program: Program, { host, types }: AuditRequest, { root, text, problems }: Project): Program {
  return types ? { ...program, typeAt: openTypes({ host, root, files: program.files, text, problems }) } : program;
}

export const isUnder = (file: string, path: string): boolean => path === "" || file === path || file.startsWith(`${path}/`);

/** A path that is named and itself lies among tests counts as asked for. */
function isService({ program }: Project, file: FilePath, paths: readonly string[]): boolean {
  return program.role(file) === "service" || paths.some((path) => path !== "" && isUnder(file, path) && classify(path) !== "service");
}

/** Files that are named, and that nothing here can read. */
function notSources({ host, root, paths }: AuditRequest, { sources }: Project): readonly Problem[] {
  const known: ReadonlySet<string> = new Set(sources);
  return paths.filter((path) => host.isFile(posix.join(root, path)) && !known.has(path)).map((file) => ({ file, message: "not a source file that lockscan reads" }));
}

/** Each once, with paths from the root. */
function problemsOf(root: string, problems: readonly Problem[]): readonly Problem[] {
  const all = problems.map(({ file, message }) => ({ file: posix.isAbsolute(file) ? posix.relative(root, file) || "." : file, message }));
  return [...new Map(all.map((one) => [`${one.file} ${one.message}`, one])).values()];
}

/** Call sites, once each, however often the function around them runs. */
function countUnresolved(analysis: Analysis): number {
  const sites = new Set<string>();
  const all = [...analysis.engine.timelines.values()].flatMap(({ fn, timeline }) => (timeline && analysis.targets.has(fileOf(fn)) ? [timeline] : []));
  for (const timeline of new Set(all)) {
    for (const moment of momentsIn(timeline)) if (moment.kind === "unresolved") sites.add(placeOf(moment.span));
  }
  return sites.size;
}
