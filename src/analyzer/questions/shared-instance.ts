/** Whether the program has already made, once and for all to import, what a function makes again. */
import type { Analysis } from "../analyze.ts";
import { creations, type Creation } from "../creations.ts";
import type { ValueId } from "../ir/nodes.ts";
import { callsNamedLike } from "../passes/program/callers.ts";
import { alternatives, callAt, type Engine } from "../passes/program/engine.ts";
import { evaluate } from "../passes/evaluate/evaluate.ts";
import type { ModuleIndex } from "../passes/program/module-index.ts";
import { oncePer } from "../once-per.ts";
import { placeOf, type FilePath, type Span, spanOf } from "../source.ts";
import type { TypedValue, Value } from "../values/value.ts";

export type Shared = Readonly<{ name: string; file: FilePath; span: Span }>;

/** Only what is made in the same way surely leads to the same database. Read from the modules alone: nothing need have been run. */
export function sharedInstance({ engine }: Analysis, { what }: Creation): Shared | null {
  const made = callAt(engine, what.span);
  const written = made ? asWritten(engine, what.span) : "";
  for (const { file, fn, node } of made ? callsNamedLike(engine, what.span.file, made.node.callee) : []) {
    const index = engine.program.module(file);
    const span = spanOf(file, node);
    if (fn !== index?.module.main || asWritten(engine, span) !== written) continue;
    const shared = typedAt(engine, file, node.into).find((one) => one.library === what.library && one.handle !== null);
    const exported = shared ? exportedAs(engine, index, shared) : null;
    if (exported !== null) return { name: exported === "default" ? "the default export" : exported, file, span };
  }
  return null;
}

/** Made in another way, but for the database that has this address; or for the one that the project's settings name, if neither says more. */
export function sameAddress(analysis: Analysis, creation: Creation): Shared | null {
  for (const other of creations(analysis)) {
    const { span, library } = other.what;
    if (
      span.file === creation.what.span.file ||
      other.lifetime !== "import" ||
      library !== creation.what.library ||
      !leadsToSame(analysis, creation, other)
    )
      continue;
    const index = analysis.engine.program.module(span.file);
    const into = callAt(analysis.engine, span)?.node.into ?? null;
    const made = into === null ? undefined : typedAt(analysis.engine, span.file, into).find((one) => one.handle !== null);
    const exported = index && made ? exportedAs(analysis.engine, index, made) : null;
    if (exported !== null) return { name: exported === "default" ? "the default export" : exported, file: span.file, span };
  }
  return null;
}

function leadsToSame(analysis: Analysis, a: Creation, b: Creation): boolean {
  if (a.effect.byDefault && b.effect.byDefault) return calleeOf(analysis, a)?.id === calleeOf(analysis, b)?.id;
  return a.effect.address !== null && a.effect.address === b.effect.address && !a.effect.address.includes("…") && a.effect.engine === b.effect.engine;
}

export function calleeOf(analysis: Analysis, { what: { span } }: Creation): Value | null {
  const call = callAt(analysis.engine, span);
  return call ? evaluate(analysis.engine, { file: span.file, env: null }, call.node.callee) : null;
}

/** A call's text, blanks apart. */
function asWritten(engine: Engine, span: Span): string {
  const known = writtenAt(engine);
  const written = known.get(placeOf(span)) ?? (engine.program.text?.(span.file) ?? "").slice(span.start, span.end).replace(/\s+/g, "").replace(/\(\)$/, "");
  known.set(placeOf(span), written);
  return written;
}

/** Files are read anew whenever their text is asked for. */
const writtenAt = oncePer<Engine, Map<string, string>>(() => new Map());

const typedAt = (engine: Engine, file: FilePath, value: ValueId): readonly TypedValue[] =>
  alternatives(evaluate(engine, { file, env: null }, value)).filter((one) => one.kind === "typed");

function exportedAs(engine: Engine, { module }: ModuleIndex, made: TypedValue): string | null {
  const isIt = (value: ValueId): boolean =>
    typedAt(engine, module.file, value).some((one) => one.type === made.type && one.handle?.origin === made.handle?.origin);
  return Object.entries(module.exports).find(([name, one]) => name !== "=" && one.kind === "value" && isIt(one.value))?.[0] ?? null;
}
