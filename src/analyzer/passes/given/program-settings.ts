/**
 * What a program says in its settings: a variable at the top of a module, and the way from there to what is asked for. A module that takes all
 * names of another adds to what that says, so that the last of them counts: `from .base import *`.
 */
import type { ValueId } from "../../ir/nodes.ts";
import { own } from "../../ir/own.ts";
import { type FilePath, type Span, spanOf } from "../../source.ts";
import type { Value } from "../../values/value.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { alternatives, definitionOf, literalOf, type Engine } from "../program/engine.ts";
import { definitionsOf, type ModuleIndex } from "../program/module-index.ts";
import { programModules } from "../program/program-modules.ts";

/** `sure`: whatever the variable is, this stands in it. */
export type Said = Readonly<{ value: Value; at: Span; sure: boolean }>;
type Setting = readonly [variable: string, ...way: string[]];
type Written = Readonly<{ file: FilePath; value: ValueId }>;

/** What is said by the modules that no other one starts from. */
export function settingsSaid(engine: Engine, setting: Setting): readonly Said[] {
  const found = [...programModules(engine)].flatMap((index) => {
    const said = saidIn(engine, index, setting, new Set());
    return said ? [{ index, said }] : [];
  });
  const started = new Set(found.flatMap(({ index }) => starsOf(engine, index).map(({ module }) => module.file)));
  return found.flatMap(({ index, said }) => (started.has(index.module.file) ? [] : [said]));
}

function starsOf({ program }: Engine, { module: { file, stars } }: ModuleIndex): readonly ModuleIndex[] {
  return stars.flatMap((star) => {
    const target = program.resolve(file, star);
    return target.to === "file" && program.matters(target.file) ? (program.module(target.file) ?? []) : [];
  });
}

function saidIn(engine: Engine, index: ModuleIndex, setting: Setting, above: ReadonlySet<FilePath>): Said | null {
  const { module: { file, exports } } = index;
  if (above.has(file)) return null;
  const stored = storedLast(index, setting);
  if (stored !== null) return said(engine, { file, value: stored }, true);
  const [variable, ...way] = setting;
  const whole = own(exports, variable);
  if (whole?.kind === "value") return writtenAlong(engine, evaluate(engine, { file, env: null }, whole.value), way);
  const bases = starsOf(engine, index).flatMap((base) => saidIn(engine, base, setting, new Set([...above, file])) ?? []);
  return bases.at(-1) ?? null;
}

function said(engine: Engine, { file, value }: Written, sure: boolean): Said | null {
  const definition = definitionOf(engine, file, value);
  return definition?.by === "node" ? { value: evaluate(engine, { file, env: null }, value), at: spanOf(file, definition.node), sure } : null;
}

/** `STORES["main"]["CACHED"] = True` */
function storedLast(index: ModuleIndex, setting: Setting): ValueId | null {
  const [name = "", holder] = [setting.at(-1), setting.slice(0, -1)];
  const all = [...index.stores].flatMap(([object, byName]) => (byName.has(name) && isAt(index, object, holder) ? (byName.get(name) ?? []) : []));
  return all.at(-1) ?? null;
}

/** The value is what the names lead to from a variable of the module, or from one that it takes from elsewhere. */
function isAt(index: ModuleIndex, value: ValueId, names: readonly string[]): boolean {
  const [last, before] = [names.at(-1), names.slice(0, -1)];
  if (before.length === 0 && last !== undefined && own(index.module.names, last) === value) return true;
  return definitionsAt(index, value).some((node) => {
    if (node.kind === "member") return before.length > 0 && node.property === last && isAt(index, node.object, before);
    if (node.kind === "assign") return node.from.some((one) => isAt(index, one, names));
    return node.kind === "import" && before.length === 0 && node.name === last;
  });
}

const definitionsAt = (index: ModuleIndex, value: ValueId) => definitionsOf(index, value).flatMap((one) => (one.by === "node" ? [one.node] : []));

function writtenAlong(engine: Engine, whole: Value, way: readonly string[]): Said | null {
  const ways = alternatives(whole);
  const found = ways.flatMap((one) => writtenAt(engine, one, way) ?? []);
  const [first] = found;
  return first ? said(engine, first, found.length === ways.length) : null;
}

function writtenAt(engine: Engine, holder: Value, [name, ...rest]: readonly string[]): Written | null {
  const entry = name === undefined || holder.kind !== "record" ? null : entryNamed(engine, holder, name);
  if (!entry || rest.length === 0) return entry;
  const inner = evaluate(engine, { file: entry.file, env: null }, entry.value);
  return alternatives(inner).map((one) => writtenAt(engine, one, rest)).find((one) => one !== null) ?? null;
}

/** The entry of that name, which may come with others that the record takes in: `{**common, "NAME": name}`. */
function entryNamed(engine: Engine, record: Extract<Value, { kind: "record" }>, name: string): Written | null {
  const { file } = record;
  for (const entry of [...(literalOf(engine, record)?.entries ?? [])].reverse()) {
    if (entry.name === name) return { file, value: entry.value };
    const taken = entry.spread ? evaluate(engine, { file, env: null }, entry.value) : null;
    const inner = taken?.kind === "record" ? entryNamed(engine, taken, name) : null;
    if (inner) return inner;
  }
  return null;
}
