/** The pipeline: from a program to everything that its functions do. */
import type { Run, Timeline } from "./facts.ts";
import { describeFailure } from "./failure.ts";
import type { IrFunction, IrModule } from "./ir/nodes.ts";
import { compileCatalog, type Catalog } from "./models/catalog.ts";
import type { LibraryModel } from "./models/schema.ts";
import { abandon, createEngine, fileOf, functionOf, type Engine, type Program } from "./passes/program/engine.ts";
import { matters } from "./passes/timelines/digest.ts";
import { replacedFunctions } from "./passes/interpret/decorators.ts";
import { withRounds } from "./passes/interpret/handlers.ts";
import { lookAtGifts } from "./passes/given/given-members.ts";
import { indexImplementors } from "./passes/classes/implementors.ts";
import { interpretFunction } from "./passes/interpret/interpret.ts";
import { filePath, type FilePath } from "./source.ts";
import type { Env } from "./values/value.ts";

export type Analysis = Readonly<{
  engine: Engine;
  /** What the functions do in which something happens that may matter. */
  runs: readonly Run[];
  targets: ReadonlySet<FilePath>;
}>;

export function analyze(program: Program, models: readonly LibraryModel[], targets: ReadonlySet<FilePath>): Analysis {
  return widen(prepare(program, compileCatalog(models)), targets);
}

/** A program of which nothing has been asked yet. */
export function prepare(program: Program, catalog: Catalog): Engine {
  const engine = createEngine(program, catalog);
  engine.implementors = indexImplementors(engine);
  try {
    lookAtGifts(engine);
  } catch (error) {
    abandon(engine);
    engine.failures.push({ file: filePath("."), message: `what is put together when the program starts is not known: ${describeFailure(error)}` });
  }
  return engine;
}

/** Works out what these files do, on top of whatever the engine knows already. */
export function widen(engine: Engine, targets: ReadonlySet<FilePath>): Analysis {
  const modules = [...targets].flatMap((file) => engine.program.module(file)?.module ?? []);
  for (const module of modules) interpretNamed(engine, module);
  for (const module of modules) interpretDecorated(engine, module);
  for (const module of modules) interpretRest(engine, module);
  return { engine, runs: withRounds(engine, collectRuns(engine)), targets };
}

function interpretNamed(engine: Engine, module: IrModule): void {
  for (const fn of Object.values(module.functions)) if (fn.parent === null || fn.parent === module.main) attempt(engine, fn);
}

/** What a decorator of the program puts in a function's place runs there, whoever calls it. */
function interpretDecorated(engine: Engine, module: IrModule): void {
  for (const { fn, env } of replacedFunctions(engine, module.file)) {
    const code = functionOf(engine, fn);
    if (code) attempt(engine, code, env);
  }
}

/** A function that a named one hands over has then run where it belongs, whichever file that is in, and need not run by itself. */
function interpretRest(engine: Engine, module: IrModule): void {
  for (const fn of Object.values(module.functions)) if (!engine.entered.has(fn.id)) attempt(engine, fn);
}

/** A function that cannot be worked out is said, and takes none of the others with it. */
function attempt(engine: Engine, fn: IrFunction, env: Env | null = null): void {
  try {
    interpretFunction(engine, fn.id, env);
  } catch (error) {
    abandon(engine);
    engine.failures.push({ file: fileOf(fn.id), message: `${fn.name ?? "a function"} is not analyzed: ${describeFailure(error)}` });
  }
}

/** Of the frames in which a function does the same, one is enough; what it does in none is kept beside them. */
function collectRuns(engine: Engine): Run[] {
  const seen = new Set<Timeline>();
  return [...engine.timelines.values()].flatMap((worked): Run[] => {
    const code = functionOf(engine, worked.fn);
    if (!code || !worked.timeline || !matters(worked.timeline) || (worked.env && seen.has(worked.timeline))) return [];
    seen.add(worked.timeline);
    const span = { file: fileOf(worked.fn), start: code.start, end: code.end };
    return [{ fn: worked.fn, name: code.name ?? "", span, frame: worked.env?.id ?? 0, timeline: worked.timeline }];
  });
}
