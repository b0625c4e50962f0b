/** The program's class for the rows of a table: what a statement gives is an object of it, with the methods that the program wrote. */
import { noteOnly } from "../../groups.ts";
import type { ClassId, ValueId } from "../../ir/nodes.ts";
import { own } from "../../ir/own.ts";
import { oncePer } from "../../once-per.ts";
import type { InstanceValue, Query, Value } from "../../values/value.ts";
import { ancestry } from "./ancestry.ts";
import { tableOf } from "../evaluate/arguments.ts";
import { alternatives, definitionOf, fileOf, type Engine } from "../program/engine.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { rowOf } from "../evaluate/evaluate-library.ts";
import { libraryBase, memberOf } from "../evaluate/evaluate-member.ts";
import { programClasses } from "../program/program-modules.ts";

/** By the table's name and by the class's; null where there are several. */
type RowClasses = ReadonlyMap<string, ClassId | null>;

const rowClasses = oncePer((engine: Engine, publish: (early: RowClasses) => void): RowClasses => {
  const found = new Map<string, ClassId | null>();
  publish(found); // asked for again while it is worked out: as far as it is
  for (const cls of programClasses(engine)) for (const name of namesOf(engine, cls.id, cls.name)) noteOnly(found, name, cls.id);
  return found;
});

/** A class that extends what a library has for rows. */
function namesOf(engine: Engine, cls: ClassId, name: string | null): readonly string[] {
  const instance = instanceOf(engine, cls);
  const base = libraryBase(engine, instance);
  if (!base || engine.catalog.type(base.library, base.type)?.tableNamedBy === undefined) return [];
  const table = tableOf(engine, instance);
  return [...new Set([...(name === null ? [] : [name]), ...(table === null ? [] : [table])])];
}

const instanceOf = (engine: Engine, cls: ClassId): InstanceValue => engine.interner.value({ kind: "instance", cls, args: null, env: null });

/** An object of the one class that stands for the table, or has the name. */
export function rowNamed(engine: Engine, name: string): InstanceValue | null {
  const cls = rowClasses(engine).get(name);
  return cls ? instanceOf(engine, cls) : null;
}

const rowInstance = (engine: Engine, { tables: [table] }: Query): InstanceValue | null => (table === undefined ? null : rowNamed(engine, table));

/** Classes that a decorator says to stand for rows, by their names; null where there are several. They extend nothing of a library's. */
const markedClasses = oncePer((engine: Engine): RowClasses => {
  const found = new Map<string, ClassId | null>();
  for (const { id, name, marks } of programClasses(engine)) if (name !== null && marks.some((mark) => marksRows(engine, id, mark))) noteOnly(found, name, id);
  return found;
});

function marksRows(engine: Engine, cls: ClassId, mark: ValueId): boolean {
  const file = fileOf(cls);
  const definition = definitionOf(engine, file, mark);
  const decorators = definition?.by === "node" && definition.node.kind === "call" ? alternatives(evaluate(engine, { file, env: null }, definition.node.callee)) : [];
  return decorators.some((one) => one.kind === "typed" && engine.catalog.type(one.library, one.type)?.is === "table");
}

/** A row is an object of the program's class where it is known, else what the library has for rows. */
export function rowOfStatement(engine: Engine, query: Query): Value | null {
  const row = rowInstance(engine, query);
  return row && query.preloaded !== undefined ? engine.interner.value({ ...row, as: query.preloaded }) : (row ?? rowOf(engine, query));
}

/** What leads from a result to its rows. */
export const leadsToRows = (query: Query, step: string): boolean => /^(?:\d+|rows|data)$/.test(step) || query.rowsAt.includes(step);

/** What the program's class says of a member of a row: a method, a row of another table, a file. A column is what the statement gave. */
export function rowMember(engine: Engine, { query, via }: Extract<Value, { kind: "result" }>, name: string): Value | null {
  if (!via.every((step) => leadsToRows(query, step)) || leadsToRows(query, name)) return null;
  const row = rowInstance(engine, query);
  if (!row) return markedMethod(engine, query, name);
  const isDeclared = ancestry(engine, row.cls, row.env).some(({ cls }) => own(cls.members, name) !== undefined || own(cls.fields, name) !== undefined);
  if (!isDeclared) return null;
  const value = memberOf(engine, row, name);
  return alternatives(value).some(acts) ? value : null;
}

function markedMethod(engine: Engine, { tables: [table] }: Query, name: string): Value | null {
  const cls = table === undefined ? null : markedClasses(engine).get(table);
  const row = cls ? instanceOf(engine, cls) : null;
  if (!row || !ancestry(engine, row.cls, row.env).some((one) => own(one.cls.members, name) !== undefined)) return null;
  const value = memberOf(engine, row, name);
  return value.kind === "function" ? value : null;
}

const acts = (value: Value): boolean => value.kind === "function" || value.kind === "wrapped" || value.kind === "instance" || value.kind === "typed";
