/** Connections, pools and models that functions create, and how often that happens. */
import type { Analysis } from "./analyze.ts";
import type { Confidence, Effect, Occurrence } from "./facts.ts";
import type { FunctionId, ValueId } from "./ir/nodes.ts";
import { fateOf, type Fate } from "./passes/follow-creation.ts";
import { fileOf, functionOf } from "./passes/engine.ts";
import { callersOf } from "./passes/callers.ts";
import { lifetimeOf, type Lifetime } from "./passes/lifetimes.ts";
import { walkOpen, type Visit } from "./passes/walk-open.ts";
import type { Step } from "./rule.ts";
import { callStep } from "./selectors.ts";
import type { Span } from "./source.ts";

export type Creation = Readonly<{ what: Occurrence; effect: Extract<Effect, { kind: "connect" }>; fn: FunctionId; name: string; fate: Fate; lifetime: Lifetime; ends: boolean }>;

/** Connections that functions of the program open, each once, with what becomes of them. */
export function* creations(analysis: Analysis): Iterable<Creation> {
  const seen = new Set<string>();
  for (const run of analysis.runs) {
    const ends = new Set<string>();
    const made: Visit[] = [];
    walkOpen(run.timeline, (visit) => {
      if (visit.what.kind !== "happens" || visit.hops.length > 0) return;
      const { effect, handle } = visit.what.what;
      if (effect.kind === "release" && handle) ends.add(handle.origin);
      if (effect.kind === "connect" && !effect.shared) made.push(visit);
    });
    for (const { what: moment } of made) {
      if (moment.kind !== "happens" || moment.what.effect.kind !== "connect") continue;
      const key = `${moment.what.span.file}:${moment.what.span.start}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const value = callAt(analysis, run.fn, moment.what.span);
      const fate = value === null ? "passed" : fateOf(analysis.engine, fileOf(run.fn), run.fn, value);
      yield {
        what: moment.what, effect: moment.what.effect, fn: run.fn, name: run.name, fate, lifetime: lifetimeOf(analysis.engine, run.fn),
        ends: moment.what.handle !== null && ends.has(moment.what.handle.origin),
      };
    }
  }
}

function callAt(analysis: Analysis, fn: FunctionId, span: Span): ValueId | null {
  const index = analysis.engine.program.module(fileOf(fn));
  return index?.calls.find(({ node }) => node.start === span.start && node.end === span.end)?.node.into ?? null;
}

/** Functions of the program that call this one, and what becomes there of what it returns. */
export function callsOf(analysis: Analysis, fn: FunctionId): readonly Readonly<{ fn: FunctionId; fate: Fate; span: Span; lifetime: Lifetime }>[] {
  const { engine } = analysis;
  return callersOf(engine, fn).map((site) => {
    const call = engine.program.module(site.file)?.calls.find(({ node }) => node.start === site.start && node.end === site.end)?.node;
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
    if (functionOf(analysis.engine, run.fn)?.parent !== null) continue;
    const found: ImportLoad[] = [];
    walkOpen(run.timeline, ({ what, hops, confidence }) => {
      if (what.kind !== "happens" || what.what.effect.kind !== "load") return;
      const at = hops[0]?.span ?? what.what.span;
      found.push({ what: what.what, at, trace: [...hops.map(callStep), { span: what.what.span, note: what.what.name }], confidence: confidence === "high" ? what.what.confidence : confidence });
    }, true);
    yield* found;
  }
}

/** Why a creation happens again and again, if it does. */
export function repeatedCreation(analysis: Analysis, creation: Creation): Readonly<{ trace: readonly Step[]; confidence: Confidence }> | null {
  const { fate, lifetime, what, ends } = creation;
  if (lifetime === "import" || lifetime === "start-up") return null;
  if (fate === "dropped" || (fate === "passed" && ends)) return { trace: [{ span: what.span, note: what.name }], confidence: lifetime === "per-call" || ends ? what.confidence : "medium" };
  if (fate !== "returned") return null;
  const caller = callsOf(analysis, creation.fn).find((one) => one.fate === "dropped" && (one.lifetime === "per-call" || one.lifetime === "unknown"));
  return caller ? { trace: [{ span: caller.span, note: "called here, used and dropped" }, { span: what.span, note: what.name }], confidence: what.confidence } : null;
}
