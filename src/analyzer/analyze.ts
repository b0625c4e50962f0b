/** The pipeline: from a program to everything that its functions do. */
import type { Run } from "./facts.ts";
import { compileCatalog } from "./models/catalog.ts";
import type { LibraryModel } from "./models/schema.ts";
import { createEngine, fileOf, functionOf, type Engine, type Program } from "./passes/engine.ts";
import { indexImplementors } from "./passes/implementors.ts";
import { interpretFunction } from "./passes/interpret.ts";
import type { FilePath } from "./source.ts";

export type Analysis = Readonly<{ engine: Engine; runs: readonly Run[]; targets: ReadonlySet<FilePath> }>;

export function analyze(program: Program, models: readonly LibraryModel[], targets: ReadonlySet<FilePath>): Analysis {
  const engine = createEngine(program, compileCatalog(models));
  engine.implementors = indexImplementors(engine);
  for (const file of targets) interpretModule(engine, file);
  return { engine, runs: collectRuns(engine), targets };
}

/** Named functions first: a function that one of them hands over has then run where it belongs, and need not run by itself. */
function interpretModule(engine: Engine, file: FilePath): void {
  const module = engine.program.module(file)?.module;
  if (!module) return;
  const functions = Object.values(module.functions);
  const own = functions.filter((fn) => fn.parent === null || fn.parent === module.main);
  for (const fn of own) interpretFunction(engine, fn.id, null);
  for (const fn of functions) if (!engine.entered.has(fn.id)) interpretFunction(engine, fn.id, null);
}

function collectRuns(engine: Engine): Run[] {
  return [...engine.timelines.values()].flatMap((worked): Run[] => {
    const code = functionOf(engine, worked.fn);
    if (!code || !worked.timeline) return [];
    const span = { file: fileOf(worked.fn), start: code.start, end: code.end };
    return [{ fn: worked.fn, name: code.name ?? "", span, frame: worked.env?.id ?? 0, timeline: worked.timeline }];
  });
}
