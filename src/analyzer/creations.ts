/** Connections, pools and models that functions create, and how often that happens. */
import type { Analysis } from "./analyze.ts";
import type { Confidence, Effect, Occurrence, Run, Timeline } from "./facts.ts";
import type { ClassId, FunctionId } from "./ir/nodes.ts";
import { oncePer } from "./once-per.ts";
import { fateOf, type Fate } from "./passes/fates/follow-creation.ts";
import { callAt, fileOf, functionOf } from "./passes/program/engine.ts";
import { actionsAt } from "./passes/evaluate/evaluate-call.ts";
import { callersOf } from "./passes/program/callers.ts";
import { isProgram, isRunByHand } from "./passes/program/file-roles.ts";
import { lifetimeOf, type Lifetime } from "./passes/fates/lifetimes.ts";
import { interpretFunction } from "./passes/interpret/interpret.ts";
import { anywhere, momentsIn } from "./passes/timelines/moments.ts";
import { isInMemory } from "./passes/evaluate/connect-settings.ts";
import { constructedAs } from "./passes/classes/constructors.ts";
import { runsPerRequest } from "./passes/fates/handed-over.ts";
import type { ModuleIndex } from "./passes/program/module-index.ts";
import { isProgramOnly } from "./passes/program/program-only.ts";
import type { Hop } from "./passes/timelines/open-scopes.ts";
import { walkEverywhere, walkOpen } from "./passes/timelines/walk-open.ts";
import type { Step } from "./rule.ts";
import { spanOf, type FilePath, type Span } from "./source.ts";
import { callStep } from "./steps.ts";

export type Creation = Readonly<{
  what: Occurrence;
  effect: Extract<Effect, { kind: "connect" }>;
  fn: FunctionId;
  name: string;
  fate: Fate;
  lifetime: Lifetime;
  ends: boolean;
  defines: boolean;
  provides: boolean;
}>;

/** Connections that functions of the program open, each once, with what becomes of them. */
export const creations = oncePer((analysis: Analysis): readonly Creation[] => [...findCreations(analysis).values()]);

function findCreations(analysis: Analysis): ReadonlyMap<string, Creation> {
  const found = new Map<string, Creation>();
  for (const run of analysis.runs) {
    for (const creation of creationsOf(analysis, run)) {
      const place = `${creation.what.span.file}:${creation.what.span.start}`;
      const before = found.get(place);
      if (!before || isMeantRather(creation, before)) found.set(place, creation);
    }
  }
  return found;
}

/** Of two libraries, either of which may be installed, the call names the options of one. */
const isMeantRather = (one: Creation, before: Creation): boolean =>
  one.what.library !== before.what.library && one.effect.settings.max?.state === "set" && before.effect.settings.max?.state === "absent";

/** Those of one function, be its file among the targets or not. */
export function creationsIn(analysis: Analysis, fn: FunctionId): readonly Creation[] {
  const name = functionOf(analysis.engine, fn)?.name ?? "";
  return [...creationsOf(analysis, { fn, name, timeline: interpretFunction(analysis.engine, fn, null) })];
}

function* creationsOf(analysis: Analysis, run: Pick<Run, "fn" | "name" | "timeline">): Iterable<Creation> {
  const ends = new Set<string>();
  const provides = new Set<string>();
  const dedicated = new Set<string>();
  let prepares = false;
  const made: Occurrence[] = [];
  walkOpen(run.timeline, (visit) => {
    if (visit.what.kind !== "happens") return;
    const { effect, handle } = visit.what.what;
    if (effect.kind === "query" && effect.query.verb === "ddl") {
      prepares = true;
      if (handle && effect.query.tables.length === 0) for (const origin of [handle.origin, handle.from ?? handle.origin]) provides.add(origin);
    }
    if (isApart(effect) && handle) dedicated.add(handle.origin);
    if (visit.hops.length > 0) return;
    if (effect.kind === "release" && handle) ends.add(handle.origin);
    // A factory over a shared pool is still made anew each time.
    if (effect.kind === "connect" && (!effect.shared || effect.opens === "factory")) made.push(visit.what.what);
  });
  if (made.length > 0 && functionOf(analysis.engine, run.fn)?.parent === null) for (const origin of endedIn(run.timeline)) ends.add(origin);
  for (const what of made) {
    const isIn = (origins: ReadonlySet<string>): boolean => what.handle !== null && origins.has(what.handle.origin);
    // Such work needs a connection of its own.
    if (what.effect.kind !== "connect" || isIn(dedicated)) continue;
    const value = callAt(analysis.engine, what.span)?.node.into ?? null;
    const fate = value === null ? "passed" : fateOf(analysis.engine, fileOf(run.fn), run.fn, value);
    const lifetime = lifetimeOf(analysis.engine, run.fn);
    const makes = { defines: prepares || isIn(provides), provides: isIn(provides) };
    yield { what, effect: what.effect, fn: run.fn, name: run.name, fate, lifetime, ends: isIn(ends), ...makes };
  }
}

/** A program ends its connections wherever its work ends; what is only registered to end them waits for a signal. */
const endedIn = (timeline: Timeline): readonly string[] =>
  momentsIn(timeline, (moment) => moment.kind !== "deferred").flatMap((moment) =>
    (moment.kind === "happens" && moment.what.effect.kind === "release" && moment.what.handle ? [moment.what.handle.origin] : []));

/** A lock of the session, a copy of the whole database. */
const isApart = (effect: Effect): boolean => (effect.kind === "query" && effect.query.locks === "advisory") || (effect.kind === "wait" && effect.on === "database");

/** The class whose constructor a function is. */
function constructedBy(analysis: Analysis, fn: FunctionId): ClassId | null {
  const index = analysis.engine.program.module(fileOf(fn));
  const cls = index?.classOf.get(fn);
  return cls && index?.module.classes[cls]?.create === fn ? cls : null;
}

/** Functions of the program that call this one (or construct this class), and what becomes there of what it returns. */
export function callsOf(analysis: Analysis, fn: FunctionId | ClassId): readonly Readonly<{ fn: FunctionId; fate: Fate; span: Span; lifetime: Lifetime }>[] {
  const { engine } = analysis;
  return callersOf(engine, fn).map((site) => {
    const call = callAt(engine, site)?.node;
    return {
      fn: site.fn, fate: call ? fateOf(engine, site.file, site.fn, call.into) : ("passed" as const), span: { file: site.file, start: site.start, end: site.end },
      lifetime: lifetimeOf(engine, site.fn),
    };
  });
}

/** A heavy load that runs when a module is imported. */
export type ImportLoad = Readonly<{ what: Occurrence; at: Span; trace: readonly Step[]; confidence: Confidence }>;

export function* loadsAtImport(analysis: Analysis): Iterable<ImportLoad> {
  for (const run of analysis.runs) {
    if (functionOf(analysis.engine, run.fn)?.parent !== null || !canBeImported(analysis, fileOf(run.fn))) continue;
    const found: ImportLoad[] = [];
    walkEverywhere(run.timeline, ({ what, hops, confidence }) => {
      if (what.kind !== "happens" || what.what.effect.kind !== "load") return;
      const at = hops.find((hop) => !isInlined(analysis, hop))?.span ?? what.what.span;
      if (isProgramOnly(analysis.engine, at)) return;
      found.push({
        what: what.what,
        at,
        trace: [...hops.map(callStep), { span: what.what.span, note: what.what.name }],
        confidence: confidence === "high" ? what.what.confidence : confidence,
      });
    });
    if (found.length > 0 && !readsArgumentsAtOnce(analysis, fileOf(run.fn))) yield* found;
  }
}

/** A function that is called where it is written: `(async () => { … })()`. */
function isInlined(analysis: Analysis, { fn, span }: Hop): boolean {
  const code = functionOf(analysis.engine, fn);
  return code !== null && fileOf(fn) === span.file && code.start >= span.start && code.end <= span.end;
}

/** A program, a test or a script loads what it needs: nobody imports it. */
function canBeImported(analysis: Analysis, file: FilePath): boolean {
  const index = analysis.engine.program.module(file);
  return index !== null && !isProgram(index) && !isRunByHand(analysis.engine, file);
}

/** `args = parser.parse_args()` at the top of a file: it is a program, though other files could name it. */
const readsArgumentsAtOnce = ({ engine }: Analysis, file: FilePath): boolean => {
  const index = engine.program.module(file);
  const isRead = ({ node, fn }: ModuleIndex["calls"][number]): boolean => fn === index?.module.main && !isProgramOnly(engine, spanOf(file, node))
    && actionsAt(engine, { file, env: null }, node).some(({ action }) => action.readsArguments);
  return index?.calls.some(isRead) ?? false;
};

/** Why a creation happens again and again, if it does. */
export function repeatedCreation(analysis: Analysis, creation: Creation): Readonly<{ trace: readonly Step[]; confidence: Confidence }> | null {
  const { fate, lifetime, what, ends, effect } = creation;
  if (isInMemory(effect) || setsUp(creation)) return null;
  if (lifetime === "import" || lifetime === "start-up") return null;
  if (fate === "dropped" || (fate === "passed" && ends))
    return { trace: [{ span: what.span, note: what.name }], confidence: lifetime === "per-call" || ends ? what.confidence : "medium" };
  const uses = droppedBy(analysis, creation.fn, fate, new Set());
  return uses.length > 0 ? { trace: [...uses.slice(0, MOST), { span: what.span, note: what.name }], confidence: what.confidence } : null;
}

const PREPARES = /^_*(?:init|set_?up|create|ensure|migrate|reset|drop|bootstrap|prepare|build|(?:run|apply|revert|undo)_?(?:last_?)?migrations?)/i;

/** It makes tables, is called for that, and keeps nothing; or it makes or mends what tables are in: databases, schemas, extensions. */
export const setsUp = ({ defines, provides, name, fate }: Creation): boolean =>
  (fate === "dropped" || fate === "passed") && (provides || (defines && isPreparation(name)));

const isPreparation = (name: string): boolean => PREPARES.test(name.slice(name.lastIndexOf(".") + 1));

/** The same of who uses what a helper makes. */
export const preparesTables = (analysis: Analysis, fn: FunctionId): boolean =>
  isPreparation(functionOf(analysis.engine, fn)?.name ?? "") && changesTables(interpretFunction(analysis.engine, fn, null));

const changesTables = anywhere((moment) => moment.kind === "happens" && moment.what.effect.kind === "query" && moment.what.effect.query.verb === "ddl");

/** So many places are told where a helper's connection is used and dropped. */
const MOST = 12;

function spanOfFunction(analysis: Analysis, fn: FunctionId): Span {
  const code = functionOf(analysis.engine, fn);
  return { file: fileOf(fn), start: code?.start ?? 0, end: code?.end ?? 0 };
}

/** The calls that use what a function makes, and drop it: through helpers that hand it on and constructors that keep it. */
function droppedBy(analysis: Analysis, fn: FunctionId, fate: Fate, seen: Set<FunctionId>): readonly Step[] {
  if (seen.has(fn) || seen.size > MOST) return [];
  seen.add(fn);
  if (fate === "returned" && runsPerRequest(analysis.engine, fn)) return [{ span: spanOfFunction(analysis, fn), note: "runs for every request" }];
  return ownersOf(analysis, fn, fate).flatMap((owner) => callsOf(analysis, owner)).flatMap((site): readonly Step[] => {
    if (site.lifetime !== "per-call" && site.lifetime !== "unknown") return [];
    if (site.fate === "dropped") return preparesTables(analysis, site.fn) ? [] : [{ span: site.span, note: "called here, used and dropped" }];
    const further = droppedBy(analysis, site.fn, site.fate, seen);
    return further.length > 0 ? [{ span: site.span, note: "made here" }, ...further] : [];
  });
}

/** Whose calls run it: the function itself, or the classes that it constructs. */
function ownersOf(analysis: Analysis, fn: FunctionId, fate: Fate): readonly (FunctionId | ClassId)[] {
  if (fate === "returned") return [fn];
  return fate === "instance" && constructedBy(analysis, fn) ? constructedAs(analysis.engine, fn) : [];
}
