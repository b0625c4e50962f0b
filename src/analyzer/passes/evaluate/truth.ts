/** What conditions are known to be, and what they say about the statements whose results they test. */
import type { Lookup } from "../../facts.ts";
import type { Fact, IrNode, ValueId } from "../../ir/nodes.ts";
import type { Handle, Query, TypedValue, Value } from "../../values/value.ts";
import type { TypeModel } from "../../models/schema.ts";
import { ancestry, foreignBases } from "../classes/ancestry.ts";
import { alternatives, constant, definitionOf, isNothing, stringOf, type Engine } from "../program/engine.ts";
import { evaluate, evaluateFirst, type Place } from "./evaluate.ts";
import { isColumn, lacks } from "./arguments.ts";
import { languageOf, reveal } from "./evaluate-import.ts";
import { memberOf } from "./evaluate-member.ts";
import { firm } from "./firm.ts";
import { definitionsOf, onlyDefinition } from "../program/module-index.ts";
import { rowsBehind } from "../collections/rows-behind.ts";

/** Whether a fact holds, where that is certain in this frame; annotations and defaults decide nothing. `at`: where it is asked. */
export function truthOf(engine: Engine, place: Place, fact: Fact, at: number | null = null): boolean | null {
  const value = (at === null ? null : asGiven(engine, place, fact.value, at)) ?? firm(engine, place, fact.value, 0);
  if (value === null) return null;
  const tells = tellsOf(engine, value);
  if (tells !== undefined) return tells === "is-transaction" ? isTransaction(value, fact.holds) : null;
  const other = fact.to === null ? null : firm(engine, place, fact.to, 0);
  if (fact.holds === "instance") return isInstance(engine, value, other);
  if (fact.holds !== "has" && fact.holds !== "lacks") return factHolds(engine, fact.holds, value, other);
  const has = hasMember(engine, value, other);
  return has === null ? null : has === (fact.holds === "has");
}

/** `if not connection.in_atomic_block:` is taken outside of transactions only, whoever calls. */
export function isOutside(engine: Engine, place: Place, fact: Fact): boolean {
  return fact.certain && fact.holds === "falsy" && tellsOf(engine, evaluate(engine, place, fact.value)) === "in-transaction";
}

const tellsOf = (engine: Engine, value: Value): TypeModel["tells"] =>
  value.kind === "typed" ? engine.catalog.type(value.library, value.type)?.tells : undefined;

/** `if (db.isTransaction)`: an annotation that says client may be given a transaction. */
function isTransaction(value: Value, holds: Fact["holds"]): boolean | null {
  if (value.kind !== "typed" || (holds !== "truthy" && holds !== "falsy")) return null;
  const { handle } = value;
  if (handle?.is === "transaction") return holds === "truthy";
  const isClient = handle?.is === "root" && !handle.perhaps && !handle.joins && !/^(?:type|shape) /.test(handle.origin);
  return isClient ? holds === "falsy" : null;
}

function factHolds(engine: Engine, holds: Exclude<Fact["holds"], "instance" | "has" | "lacks">, value: Value, other: Value | null): boolean | null {
  const present = presence(engine, value);
  switch (holds) {
    case "truthy":
    case "falsy": {
      const truthy = value.kind === "constant" ? Boolean(value.value) : present;
      return truthy === null ? null : truthy === (holds === "truthy");
    }
    case "present":
    case "nullish":
      return present === null ? null : present === (holds === "present");
    case "equals":
    case "differs":
      if (value.kind === "typed" && other?.kind === "typed") return areApart(value.handle, other.handle) ? holds === "differs" : null;
      return other === null ? null : areAlike(engine, value, other, holds === "equals");
    case "empty":
    case "nonempty":
      return value.kind === "constant" ? (value.value === 0) === (holds === "empty") : null;
  }
}

/** Constants; those of a file that does not matter otherwise are read for it: `kind === Kind.Small`. */
function areAlike(engine: Engine, value: Value, other: Value, equals: boolean): boolean | null {
  if (!isWrittenOut(value) || !isWrittenOut(other)) return null;
  const [a, b] = [reveal(engine, value), reveal(engine, other)];
  return a.kind === "constant" && b.kind === "constant" ? (a.value === b.value) === equals : null;
}

const isWrittenOut = ({ kind }: Value): boolean => kind === "constant" || kind === "elsewhere";

/** `"begin" in client`: what a model says of a client or a transaction, it has; of a transaction, nothing else. A record has what is written in it. */
function hasMember(engine: Engine, value: Value, name: Value | null): boolean | null {
  const text = name && stringOf(name);
  if (text !== null && (value.kind === "record" || value.kind === "fields")) return lacks(engine, value, text) ? false : holds(engine, value, text) ? true : null;
  if (text === null || value.kind !== "typed" || value.handle === null || value.handle.is === "unknown") return null;
  if (engine.catalog.member(value.library, value.type, text)?.own) return true;
  return value.handle.is === "transaction" ? false : null;
}

/** A handle that was given under this name. */
const holds = (engine: Engine, record: Extract<Value, { kind: "record" | "fields" }>, name: string): boolean =>
  alternatives(memberOf(engine, record, name)).every((one) => one.kind === "typed" && isOpened(one.handle));

/** A transaction of which is known where it was opened. */
export const isOpened = (handle: Handle | null): boolean => handle?.is === "transaction" && handle.scope !== null;

/** `x instanceof Context`: an instance of something else may still be of a class below that one, where nobody saw it made. */
function isInstance(engine: Engine, value: Value, cls: Value | null): boolean | null {
  if (cls?.kind !== "class") return null;
  switch (value.kind) {
    case "instance":
      if (ancestry(engine, value.cls, value.env).some((one) => one.cls.id === cls.cls)) return true;
      return value.args === null ? null : false;
    case "constant":
      // What a class names in its body may be its own: the members of an enumeration.
      return value.value !== null && foreignBases(engine, ancestry(engine, cls.cls, cls.env)).length > 0 ? null : false;
    case "class":
    case "record":
    case "fields":
    case "list":
      return false;
    case "union": {
      const all = value.of.map((one) => isInstance(engine, one, cls));
      return all.every((one) => one === all[0]) ? (all[0] ?? null) : null;
    }
    default:
      return null;
  }
}

/** `executor === db`: a transaction is not the client that it was opened on. */
const areApart = (a: Handle | null, b: Handle | null): boolean => a !== null && b !== null && a.is !== "unknown" && b.is !== "unknown" && a.is !== b.is;

/** Named by a member: `order.customer`, `order.customer_id`. */
const isRelated = (value: TypedValue): boolean => value.table !== null && value.query === null && value.made !== true;

/** True for what is surely there, false for what is surely missing. */
function presence(engine: Engine, value: Value): boolean | null {
  switch (value.kind) {
    case "constant":
      return value.value !== null;
    case "typed":
      // A type of which a model says nothing is data, which may be empty; so is what a row leads to.
      return isRelated(value) || Object.keys(engine.catalog.type(value.library, value.type) ?? {}).length === 0 ? null : true;
    case "instance":
    case "function":
    case "class":
    case "record":
    case "fields":
    case "list":
    case "module":
      return true;
    case "union": {
      const all = value.of.map((one) => presence(engine, one));
      return all.every((one) => one === all[0]) ? (all[0] ?? null) : null;
    }
    default:
      return null;
  }
}

/** A variable that only what follows puts something else into: `if session is None: session = …`. */
export function asGiven(engine: Engine, place: Place, value: ValueId, at: number): Value | null {
  const index = engine.program.module(place.file);
  if (onlyDefinition(index, value)) return null;
  const [first, ...rest] = definitionsOf(index, value);
  if (first?.by !== "node" || first.node.kind !== "assign" || rest.length === 0 || first.node.start > at) return null;
  if (!rest.every((one) => one.by === "node" && one.node.start > at)) return null;
  return first.node.from.every((one) => firm(engine, place, one, 1) !== null) ? evaluateFirst(engine, place, value) : null;
}

/** Whether all that a test asks holds. */
export function testTruth(engine: Engine, place: Place, node: Extract<IrNode, { kind: "test" }>): boolean | null {
  const holds = node.holds.map((fact) => truthOf(engine, place, fact));
  if (node.holds.every((fact) => fact.certain) && node.holds.length > 0) {
    if (holds.every((one) => one === true)) return true;
    if (holds.some((one) => one === false)) return false;
  }
  return null;
}

/** The value of a test: a constant where it is settled, else what it says about a statement. */
export function presenceOf(engine: Engine, place: Place, node: Extract<IrNode, { kind: "test" }>): Value {
  const truth = testTruth(engine, place, node);
  if (truth !== null) return constant(engine, truth);
  for (const fact of node.holds) {
    const lookup = lookupOf(engine, place, fact);
    if (lookup) return engine.interner.value({ kind: "presence", query: lookup.query, found: lookup.found });
  }
  for (const fact of node.fails) {
    const lookup = lookupOf(engine, place, fact);
    if (lookup) return engine.interner.value({ kind: "presence", query: lookup.query, found: !lookup.found });
  }
  return comparedColumn(engine, place, node) ?? engine.unknown;
}

/** Where columns overload comparison, `User.email == email` is a condition about the column. */
function comparedColumn(engine: Engine, place: Place, node: Extract<IrNode, { kind: "test" }>): Value | null {
  const compared = node.holds.find((fact) => fact.holds === "equals");
  const column = compared ? evaluate(engine, place, compared.value) : null;
  return column && isColumn(engine, column) ? column : null;
}

const POSITIVE: ReadonlySet<Fact["holds"]> = new Set(["truthy", "present", "nonempty"]);
const NEGATIVE: ReadonlySet<Fact["holds"]> = new Set(["falsy", "nullish", "empty"]);

/** What conditions say about lookups. */
export const lookupsOf = (engine: Engine, place: Place, facts: readonly Fact[]): readonly Lookup[] =>
  facts.flatMap((fact) => lookupOf(engine, place, fact) ?? []);

/** What a fact says about a lookup. */
export function lookupOf(engine: Engine, place: Place, fact: Fact): Lookup | null {
  const positive = POSITIVE.has(fact.holds);
  if (fact.holds === "has" || fact.holds === "lacks") return membership(engine, place, fact);
  if (!positive && !NEGATIVE.has(fact.holds)) return null;
  const tested = evaluate(engine, place, fact.value);
  if (!positive && isReadOfRow(engine, place, fact.value, tested)) return null;
  // In Python a collection that is empty is falsy.
  const counted = languageOf(engine, place.file) === "python" && (fact.holds === "truthy" || fact.holds === "falsy") ? rowsBehind(engine, tested) : null;
  if (counted) return { query: counted, found: positive, certain: fact.certain && tested.kind !== "list" && tested.kind !== "record" };
  return lookupIn(tested, fact.holds, fact.certain);
}

/** `!row.sentAt` could not be asked of a row that is not there; `!row?.sentAt` could. */
function isReadOfRow(engine: Engine, place: Place, value: ValueId, tested: Value): boolean {
  const read = definitionOf(engine, place.file, value);
  if (read?.by !== "node" || read.node.kind !== "member" || read.node.optional) return false;
  return alternatives(tested).every((one) => one.kind === "result" && one.query.gives === "row" && one.via.length === 1 && !TOWARDS_ROWS.has(one.via[0] ?? ""));
}

/** `name in known`, where what is known was looked for. */
function membership(engine: Engine, place: Place, fact: Fact): Lookup | null {
  const query = rowsBehind(engine, evaluate(engine, place, fact.value));
  return query && { query, found: fact.holds === "has", certain: false };
}

/** A row that was made where none was found stands beside the lookup that did not find it: what is tested is what the lookup said. */
function lookupIn(tested: Value, holds: Fact["holds"], certain: boolean): Lookup | null {
  const values = alternatives(tested);
  // `try: row = get(…) except Missing: row = None`: there is none where nothing stands in its place.
  const orNothing = values.some(isNothing);
  const all = values.flatMap((value) => lookupOfOne(value, holds, certain, orNothing) ?? []);
  return all.find(({ query }) => query.verb === "select") ?? all[0] ?? null;
}

function lookupOfOne(value: Value, holds: Fact["holds"], certain: boolean, orNothing: boolean): Lookup | null {
  const positive = POSITIVE.has(holds);
  if (value.kind === "presence") return value.found === null ? null : { query: value.query, found: positive === value.found, certain };
  if (value.kind !== "result") return null;
  if (value.query.gives === "found") return orNothing && value.via.length === 0 ? { query: value.query, found: positive, certain: false } : null;
  const reading = readPresence(value.query, value.via, holds);
  return reading === "no" ? null : { query: value.query, found: positive, certain: certain && reading === "yes" };
}

/** The answer to whether a value stands for something. */
export function answerFor(engine: Engine, value: Value, something: boolean): Value {
  const settled = presence(engine, value);
  if (settled !== null) return constant(engine, settled === something);
  const lookup = lookupIn(value, "present", true);
  return lookup ? engine.interner.value({ kind: "presence", query: lookup.query, found: lookup.found === something }) : engine.unknown;
}

/** Members that lead to the rows or their number, in any library. */
export const TOWARDS_ROWS: ReadonlySet<string> = new Set([
  "0", "length", "rows", "rowCount", "count", "size", "total", "_count", "data", "recordset", "rowsAffected",
]);

/** Whether testing this part of a result tells if a row was there: "perhaps" when it tests a column of the row. */
function readPresence(query: Query, via: readonly string[], holds: Fact["holds"]): "yes" | "perhaps" | "no" {
  const rest = via.filter((name) => !TOWARDS_ROWS.has(name));
  const counts = holds === "empty" || holds === "nonempty";
  if (rest.length === 1) return counts || holds === "truthy" || holds === "falsy" ? "perhaps" : "no";
  if (rest.length > 1) return "no";
  // An empty list is truthy: only its length or its first item says anything.
  if (query.gives === "rows" && !counts && (via.length === 0 || via.at(-1) === "rows" || via.at(-1) === "data")) return "no";
  return "yes";
}
