/** What a statement, or an assignment to a row, writes that was computed from the same column as it was read. */
import type { Query, Run } from "../../facts.ts";
import { GLOBALS, type CallNode, type IrFunction, type IrNode, type ValueId } from "../../ir/nodes.ts";
import { argumentFor, operandsOf, returnedValues, walk } from "../../ir/walk.ts";
import { type FilePath, type Span, spanOf } from "../../source.ts";
import type { Value } from "../../values/value.ts";
import { alternatives, definitionOf, fileOf, functionOf, receiverOf, type Engine } from "../program/engine.ts";
import { givenArguments } from "../evaluate/arguments.ts";
import { evaluate, type Place } from "../evaluate/evaluate.ts";
import { frameFor } from "../evaluate/evaluate-call.ts";
import { definitionsOf } from "../program/module-index.ts";

/** `at` is where the new value is computed or set. */
export type WrittenBack = Readonly<{ column: string; read: Query; at: Span }>;
type Entry = Readonly<{ name: string | null; value: ValueId }>;
type Found = Readonly<{ read: Query; column: string }>;

const DEEPEST = 6;

export function writtenBack(engine: Engine, run: Run, span: Span, write: Query): WrittenBack | null {
  const place = placeFor(engine, run);
  const backs = entriesOf(engine, place.file, span, write).map(({ name, value }) => backBy(engine, name, sumOf(engine, place, value), write));
  return backs.find((one) => one !== null) ?? null;
}

/** The same for a statement of a function that is called with the new value. */
export function writtenBackBy(engine: Engine, run: Run, call: CallNode, span: Span, write: Query): WrittenBack | null {
  const place = placeFor(engine, run);
  const callees = alternatives(evaluate(engine, place, call.callee)).flatMap((one) => (one.kind === "function" ? [one.fn] : []));
  for (const { name, value } of entriesOf(engine, span.file, span, write)) {
    const definition = definitionOf(engine, span.file, value);
    if (definition?.by !== "parameter" || !callees.includes(definition.fn)) continue;
    const code = functionOf(engine, definition.fn);
    const given = code && argumentFor(call, code, definition.index);
    const back = given === null ? null : backBy(engine, name, sumOf(engine, place, given), write);
    if (back) return back;
  }
  return null;
}

function backBy(engine: Engine, name: string | null, sum: Sum | null, write: Query): WrittenBack | null {
  if (!sum) return null;
  const next = write.verb === "insert" && addsOne(engine, sum);
  const found = operandsFrom(engine, sum, 0).find(({ read, column }) => {
    const fits = next || (write.verb === "update" && column === (name ?? column) && write.values.includes(column));
    return fits && isReadOf(read, write.tables[0]);
  });
  return found ? { column: name ?? found.column, read: found.read, at: spanOf(sum.place.file, sum.node) } : null;
}

/** `row.stock = row.stock - 1`. */
export function changesOfRows(engine: Engine, run: Run): readonly WrittenBack[] {
  const place = placeFor(engine, run);
  const changes: WrittenBack[] = [];
  walk(functionOf(engine, run.fn)?.body ?? [], (node) => {
    if (node.kind === "call") changes.push(...changesByMethod(engine, place, node));
    if (node.kind !== "store" || node.property === null) return;
    const sum = sumOf(engine, place, node.value);
    const row = sum ? rowIn(evaluate(engine, place, node.object)) : null;
    if (!sum || !row) return;
    const same = operandsFrom(engine, sum, 0).find((one) => one.column === node.property && one.read.site?.start === row.site?.start);
    if (same && isReadOf(row, row.tables[0])) changes.push({ column: same.column, read: row, at: spanOf(place.file, node) });
  });
  return changes;
}

/** `cask.draw(5)`, where the row's class says `this.litres -= litres`. */
function changesByMethod(engine: Engine, place: Place, call: CallNode): readonly WrittenBack[] {
  const object = receiverOf(engine, place.file, call);
  const row = object === null ? null : rowIn(evaluate(engine, place, object));
  if (!row || !isReadOf(row, row.tables[0])) return [];
  return alternatives(evaluate(engine, place, call.callee)).flatMap((callee) => {
    const code = callee.kind === "function" ? functionOf(engine, callee.fn) : null;
    return code ? ownChanges(engine, code).map((column) => ({ column, read: row, at: spanOf(place.file, call) })) : [];
  });
}

/** The members that a method sets to what it computes from them. */
function ownChanges(engine: Engine, code: IrFunction): readonly string[] {
  const place: Place = { file: fileOf(code.id), env: null };
  const found: string[] = [];
  walk(code.body, (node) => {
    if (node.kind !== "store" || node.property === null || node.object !== code.receiver) return;
    const sum = sumOf(engine, place, node.value);
    const isSame = (value: ValueId): boolean => {
      const from = nodeOf(engine, place.file, value);
      return from?.kind === "member" && from.object === code.receiver && from.property === node.property;
    };
    if (sum?.place === place && operands(sum.node).some(isSame)) found.push(node.property);
  });
  return found;
}

function placeFor(engine: Engine, run: Run): Place {
  return { file: fileOf(run.fn), env: engine.timelines.get(run.frame || run.fn)?.env ?? null };
}

/** A plain lookup; one that locks what it finds is safe. */
const isReadOf = (read: Query, table: string | undefined): boolean =>
  read.verb === "select" && read.locks === "none" && table !== undefined && read.tables[0]?.toLowerCase() === table.toLowerCase();

/** What the calls of one statement are given, by name: `update(t).set({ … })` is two calls that begin at the same place. */
function entriesOf(engine: Engine, file: FilePath, span: Span, { site }: Query): readonly Entry[] {
  // A statement that is carried out when it is awaited happens there, and is written where it begins.
  const { start } = site ?? span;
  if (span.file !== file || (site ?? span).file !== file) return [];
  const calls = engine.program.module(file)?.calls.filter(({ node }) => node.start === start && node.end <= span.end) ?? [];
  return calls.flatMap(({ node }) => node.args.flatMap((argument) => inside(engine, file, { name: argument.name, value: argument.value }, 0)));
}

function inside(engine: Engine, file: FilePath, entry: Entry, depth: number): readonly Entry[] {
  const node = nodeOf(engine, file, entry.value);
  if (node?.kind === "assign" && node.from.length === 1 && node.from[0] !== undefined && depth < DEEPEST) {
    const inner = inside(engine, file, { name: entry.name, value: node.from[0] }, depth + 1);
    if (inner.length > 1 || inner[0]?.value !== node.from[0]) return inner;
  }
  if (node?.kind !== "aggregate" || depth >= DEEPEST) return [entry];
  return node.entries.flatMap((one) => inside(engine, file, { name: one.name, value: one.value }, depth + 1));
}

function nodeOf(engine: Engine, file: FilePath, value: ValueId): IrNode | null {
  const definitions = definitionsOf(engine.program.module(file), value);
  const only = definitions.length === 1 ? definitions[0] : undefined;
  return only?.by === "node" ? only.node : null;
}

/** Arithmetic, and where it stands: with the caller, or in a function that it calls. */
type Sum = Readonly<{ place: Place; node: Extract<IrNode, { kind: "compute" | "text" | "call" }> }>;
const ARITHMETIC: ReadonlySet<string> = new Set(["+", "-", "*", "/"]);

/** The arithmetic that a value is, perhaps inside a conversion, perhaps as what a function gives back. */
function sumOf(engine: Engine, place: Place, value: ValueId, depth = 0): Sum | null {
  const node = nodeOf(engine, place.file, value);
  if (!node || depth > DEEPEST) return null;
  if (node.kind === "compute") return ARITHMETIC.has(node.operator ?? "") ? { place, node } : null;
  if (node.kind === "text") return { place, node };
  if (node.kind === "assign" || node.kind === "typed" || node.kind === "await") {
    const from = node.kind === "assign" ? node.from : node.value === null ? [] : [node.value];
    return from.map((one) => sumOf(engine, place, one, depth + 1)).find((one) => one !== null) ?? null;
  }
  if (node.kind !== "call") return null;
  if (!isOfLanguage(engine, place, node)) return sumGivenBy(engine, place, node, depth);
  return node.args.some((one) => sumOf(engine, place, one.value, depth + 1) !== null) ? { place, node } : null;
}

/** `nextNumber()`, which gives the highest one that it finds plus one. */
function sumGivenBy(engine: Engine, place: Place, call: CallNode, depth: number): Sum | null {
  const [callee, ...others] = alternatives(evaluate(engine, place, call.callee));
  const code = callee?.kind === "function" && others.length === 0 ? functionOf(engine, callee.fn) : null;
  if (callee?.kind !== "function" || !code || code.isGenerator) return null;
  const inner: Place = { file: fileOf(callee.fn), env: frameFor(engine, callee, givenArguments(engine, place, call.args)) };
  return returnedValues(code.body).map((value) => sumOf(engine, inner, value, depth + 2)).find((one) => one !== null) ?? null;
}

/** `Number(x)`, `Math.max(0, x)`, `int(x)`. */
const isOfLanguage = (engine: Engine, place: Place, node: CallNode): boolean =>
  alternatives(evaluate(engine, place, node.callee)).every((one) => one.kind === "external" && one.package === GLOBALS);

const operands = (node: Sum["node"]): readonly ValueId[] =>
  node.kind === "call" ? node.args.map((one) => one.value) : operandsOf(node);

function operandsFrom(engine: Engine, { place, node }: Sum, depth: number): readonly Found[] {
  if (depth > DEEPEST) return [];
  return operands(node).flatMap((value) => foundIn(engine, place, value, depth));
}

const foundIn = (engine: Engine, place: Place, value: ValueId, depth: number): readonly Found[] =>
  [...columnIn(evaluate(engine, place, value)), ...throughNode(engine, place, value, depth)];

function throughNode(engine: Engine, place: Place, value: ValueId, depth: number): readonly Found[] {
  const node = nodeOf(engine, place.file, value);
  // `(highest or 0) + 1`
  if (node?.kind === "assign" && depth < DEEPEST) return node.from.flatMap((one) => foundIn(engine, place, one, depth + 1));
  if (node?.kind === "compute" || node?.kind === "text") return operandsFrom(engine, { place, node }, depth + 1);
  if (node?.kind === "call" && isOfLanguage(engine, place, node)) return operandsFrom(engine, { place, node }, depth + 1);
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

const addsOne = (engine: Engine, { place, node }: Sum): boolean =>
  operands(node).some((value) => alternatives(evaluate(engine, place, value)).some((one) => one.kind === "constant" && one.value === 1));
