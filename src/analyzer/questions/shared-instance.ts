/** Whether the program has already made, once and for all to import, what a function makes again. */
import type { Analysis } from "../analyze.ts";
import type { Creation } from "../creations.ts";
import type { ValueId } from "../ir/nodes.ts";
import { alternatives, type Engine } from "../passes/engine.ts";
import { evaluate } from "../passes/evaluate.ts";
import type { ModuleIndex } from "../passes/module-index.ts";
import type { FilePath, Span } from "../source.ts";
import type { TypedValue } from "../values/value.ts";

export type Shared = Readonly<{ name: string; file: FilePath; span: Span }>;

/** Only what is made in the same way surely leads to the same database. Read from the modules alone: nothing need have been run. */
export function sharedInstance(analysis: Analysis, { what }: Creation): Shared | null {
  const { engine } = analysis;
  const name = asWritten(engine.program.text?.(what.span.file) ?? "", what.span);
  for (const { index, into, span } of callsAtTheTop(analysis).get(name) ?? []) {
    const made = typedAt(engine, span.file, into).find((one) => one.library === what.library && one.handle !== null);
    const exported = made ? exportedAs(engine, index, made) : null;
    if (exported !== null) return { name: exported === "default" ? "the default export" : exported, file: span.file, span };
  }
  return null;
}

type TopCall = Readonly<{ index: ModuleIndex; into: ValueId; span: Span }>;

const known = new WeakMap<Analysis, ReadonlyMap<string, readonly TopCall[]>>();

/** The calls that run once, when their modules are imported, by the way they are written. Each file is read once for all creations. */
function callsAtTheTop(analysis: Analysis): ReadonlyMap<string, readonly TopCall[]> {
  const before = known.get(analysis);
  if (before) return before;
  const { engine } = analysis;
  const found = new Map<string, TopCall[]>();
  for (const file of engine.program.files()) {
    const index = engine.program.module(file);
    if (!index) continue;
    const calls = index.calls.filter(({ fn }) => fn === index.module.main);
    const text = calls.length > 0 ? (engine.program.text?.(file) ?? "") : "";
    for (const { node: { start, end, into } } of calls) {
      const name = asWritten(text, { file, start, end });
      const same = found.get(name) ?? [];
      found.set(name, same);
      same.push({ index, into, span: { file, start, end } });
    }
  }
  known.set(analysis, found);
  return found;
}

/** A call's text, blanks apart. */
const asWritten = (text: string, { start, end }: Span): string => text.slice(start, end).replace(/\s+/g, "").replace(/\(\)$/, "");

const typedAt = (engine: Engine, file: FilePath, value: ValueId): readonly TypedValue[] =>
  alternatives(evaluate(engine, { file, env: null }, value)).filter((one) => one.kind === "typed");

function exportedAs(engine: Engine, { module }: ModuleIndex, made: TypedValue): string | null {
  const isIt = (value: ValueId): boolean => typedAt(engine, module.file, value).some((one) => one.type === made.type && one.handle?.origin === made.handle?.origin);
  return Object.entries(module.exports).find(([name, one]) => name !== "=" && one.kind === "value" && isIt(one.value))?.[0] ?? null;
}
