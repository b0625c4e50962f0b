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
export function sharedInstance({ engine }: Analysis, { what }: Creation): Shared | null {
  const name = calleeText(engine, what.span);
  for (const file of engine.program.files()) {
    const index = engine.program.module(file);
    for (const { node, fn } of index?.calls ?? []) {
      const span = { file, start: node.start, end: node.end };
      if (!index || fn !== index.module.main || calleeText(engine, span) !== name) continue;
      const made = typedAt(engine, file, node.into).find((one) => one.library === what.library && one.handle !== null);
      const exported = made ? exportedAs(engine, index, made) : null;
      if (exported !== null) return { name: exported === "default" ? "the default export" : exported, file, span };
    }
  }
  return null;
}

/** The call as it is written, blanks apart. */
const calleeText = (engine: Engine, { file, start, end }: Span): string => (engine.program.text?.(file) ?? "").slice(start, end).replace(/\s+/g, "").replace(/\(\)$/, "");

const typedAt = (engine: Engine, file: FilePath, value: ValueId): readonly TypedValue[] =>
  alternatives(evaluate(engine, { file, env: null }, value)).filter((one) => one.kind === "typed");

function exportedAs(engine: Engine, { module }: ModuleIndex, made: TypedValue): string | null {
  const isIt = (value: ValueId): boolean => typedAt(engine, module.file, value).some((one) => one.type === made.type && one.handle?.origin === made.handle?.origin);
  return Object.entries(module.exports).find(([name, one]) => name !== "=" && one.kind === "value" && isIt(one.value))?.[0] ?? null;
}
