/** What a statement, or an assignment to a row, writes that was computed from the same column as it was read. */
import type { Query, Run } from "../../facts.ts";
import { GLOBALS, type CallNode, type IrNode, type ValueId } from "../../ir/nodes.ts";
import { operandsOf, walk } from "../../ir/walk.ts";
import { type Span, spanOf } from "../../source.ts";
import type { Value } from "../../values/value.ts";
import { alternatives, fileOf, functionOf, type Engine } from "../program/engine.ts";
import { evaluate, type Place } from "../evaluate/evaluate.ts";
import { definitionsOf } from "../program/module-index.ts";

/** `at` is where the new value is computed or set. */
export type WrittenBack = Readonly<{ column: string; read: Query; at: Span }>;
type Entry = Readonly<{ name: string | null; value: ValueId }>;
type Found = Readonly<{ read: Query; column: string }>;

const DEEPEST = 6;

export function writtenBack(engine: Engine, run: Run, span: Span, write: Query): WrittenBack | null {
  const place = placeFor(engine, run);
  // A statement that is carried out when it is awaited happens there, and is written where it begins.
  for (const { name, value } of entriesOf(engine, place, { ...(write.site ?? span), end: span.end })) {
    const sum = sumOf(engine, place, value);
    if (!sum) continue;
    const next = write.verb === "insert" && addsOne(engine, place, sum);
    for (const found of operandsFrom(engine, place, sum, 0)) {
      const fits = next || (write.verb === "update" && found.column === (name ?? found.column) && write.values.includes(found.column));
      if (fits && isReadOf(found.read, write.tables[0])) return { column: name ?? found.column, read: found.read, at: spanOf(place.file, sum) };
    }
  }
  return null;
}

/** `row.stock = row.stock - 1`. */
export function changesOfRows(engine: Engine, run: Run): readonly WrittenBack[] {
  const place = placeFor(engine, run);
  const changes: WrittenBack[] = [];
  walk(functionOf(engine, run.fn)?.body ?? [], (node) => {
    if (node.kind !== "store" || node.property === null) return;
    const sum = sumOf(engine, place, node.value);
    const row = sum ? rowIn(evaluate(engine, place, node.object)) : null;
    if (!sum || !row) return;
    const same = operandsFrom(engine, place, sum, 0).find((one) => one.column === node.property && one.read.site?.start === row.site?.start);
    if (same && isReadOf(row, row.tables[0])) changes.push({ column: same.column, read: row, at: spanOf(place.file, node) });
  });
  return changes;
}

function placeFor(engine: Engine, run: Run): Place {
  return { file: fileOf(run.fn), env: engine.timelines.get(run.frame || run.fn)?.env ?? null };
}

/** A plain lookup; one that locks what it finds is safe. */
const isReadOf = (read: Query, table: string | undefined): boolean =>
  read.verb === "select" && read.locks === "none" && table !== undefined && read.tables[0]?.toLowerCase() === table.toLowerCase();

/** What the calls of one statement are given, by name: `update(t).set({ … })` is two calls that begin at the same place. */
function entriesOf(engine: Engine, { file }: Place, span: Span): readonly Entry[] {
  if (span.file !== file) return [];
  const calls = engine.program.module(file)?.calls.filter(({ node }) => node.start === span.start && node.end <= span.end) ?? [];
  return calls.flatMap(({ node }) => node.args.flatMap((argument) => inside(engine, file, { name: argument.name, value: argument.value }, 0)));
}

function inside(engine: Engine, file: Span["file"], entry: Entry, depth: number): readonly Entry[] {
  const node = nodeOf(engine, file, entry.value);
  if (node?.kind === "assign" && node.from.length === 1 && node.from[0] !== undefined && depth < DEEPEST) {
    const inner = inside(engine, file, { name: entry.name, value: node.from[0] }, depth + 1);
    if (inner.length > 1 || inner[0]?.value !== node.from[0]) return inner;
  }
  if (node?.kind !== "aggregate" || depth >= DEEPEST) return [entry];
  return node.entries.flatMap((one) => inside(engine, file, { name: one.name, value: one.value }, depth + 1));
}

function nodeOf(engine: Engine, file: Span["file"], value: ValueId): IrNode | null {
  const definitions = definitionsOf(engine.program.module(file), value);
  const only = definitions.length === 1 ? definitions[0] : undefined;
  return only?.by === "node" ? only.node : null;
}

type Sum = Extract<IrNode, { kind: "compute" | "text" | "call" }>;
const ARITHMETIC: ReadonlySet<string> = new Set(["+", "-", "*", "/"]);

/** The arithmetic that a value is, perhaps inside a conversion. */
function sumOf(engine: Engine, place: Place, value: ValueId, depth = 0): Sum | null {
  const node = nodeOf(engine, place.file, value);
  if (!node || depth > DEEPEST) return null;
  if (node.kind === "compute") return ARITHMETIC.has(node.operator ?? "") ? node : null;
  if (node.kind === "text") return node;
  if (node.kind === "assign" || node.kind === "typed") {
    const from = node.kind === "assign" ? node.from : node.value === null ? [] : [node.value];
    return from.map((one) => sumOf(engine, place, one, depth + 1)).find((one) => one !== null) ?? null;
  }
  return node.kind === "call" && isOfLanguage(engine, place, node) && node.args.some((one) => sumOf(engine, place, one.value, depth + 1) !== null) ? node : null;
}

/** `Number(x)`, `Math.max(0, x)`, `int(x)`. */
const isOfLanguage = (engine: Engine, place: Place, node: CallNode): boolean =>
  alternatives(evaluate(engine, place, node.callee)).every((one) => one.kind === "external" && one.package === GLOBALS);

const operands = (node: Sum): readonly ValueId[] =>
  node.kind === "call" ? node.args.map((one) => one.value) : operandsOf(node);

function operandsFrom(engine: Engine, place: Place, sum: Sum, depth: number): readonly Found[] {
  if (depth > DEEPEST) return [];
  return operands(sum).flatMap((value): readonly Found[] => [...columnIn(evaluate(engine, place, value)), ...throughNode(engine, place, value, depth)]);
}

function throughNode(engine: Engine, place: Place, value: ValueId, depth: number): readonly Found[] {
  const node = nodeOf(engine, place.file, value);
  if (node?.kind === "compute" || node?.kind === "text") return operandsFrom(engine, place, node, depth + 1);
  if (node?.kind === "call" && isOfLanguage(engine, place, node)) return operandsFrom(engine, place, node, depth + 1);
  return [];
}

function columnIn(value: Value): readonly Found[] {
  return alternatives(value).flatMap((one) => {
    if (one.kind !== "result") return [];
    const column = one.via.at(-1) ?? (one.query.gives === "count" ? "count" : undefined);
    return column === undefined ? [] : [{ read: one.query, column }];
  });
}

const rowIn = (value: Value): Query | null => alternatives(value).flatMap((one) => (one.kind === "result" ? [one.query] : []))[0] ?? null;

const addsOne = (engine: Engine, place: Place, sum: Sum): boolean =>
  operands(sum).some((value) => alternatives(evaluate(engine, place, value)).some((one) => one.kind === "constant" && one.value === 1));
