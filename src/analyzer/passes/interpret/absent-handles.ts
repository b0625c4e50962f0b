/** Handles that conditions say are not there: on the way of `if session is None:`, or of the second in `connection or database`, nothing is open on them. */
import { alternatives, definitionOf, fileOf, functionOf, type Engine } from "../program/engine.ts";
import type { Fact, ValueId } from "../../ir/nodes.ts";
import type { Handle, Value } from "../../values/value.ts";
import { ancestry } from "../classes/ancestry.ts";
import { evaluate, type Place } from "../evaluate/evaluate.ts";
import { givenTogether } from "../evaluate/given-together.ts";
import { handleOf } from "../evaluate/evaluate-library.ts";
import { memberOf } from "../evaluate/evaluate-member.ts";

const NONE: readonly Handle[] = [];

export function absentHandles(engine: Engine, place: Place, facts: readonly Fact[]): readonly Handle[] {
  const values = missing(facts).flatMap((value) => alternatives(evaluate(engine, place, value)));
  return values.flatMap((one) => (one.kind === "record" ? givenTogether(engine, one) : [one])).flatMap((one) => ownHandle(engine, one));
}

/** What is missing where a call goes to one of several receivers: in `(connection or database).fetch()` the first, where the second does it. */
export function absentWhere(engine: Engine, place: Place, callee: ValueId, chosen: Value): readonly Handle[] {
  const method = definitionOf(engine, place.file, callee);
  if (method?.by !== "node" || method.node.kind !== "member" || method.node.property === null) return NONE;
  const { object, property } = method.node;
  const receiver = definitionOf(engine, place.file, object);
  if (receiver?.by !== "node" || receiver.node.kind !== "assign" || !receiver.node.given) return NONE;
  const { from, given } = receiver.node;
  const hasChosen = (source: ValueId): boolean => alternatives(memberOf(engine, evaluate(engine, place, source), property)).includes(chosen);
  const ways = from.flatMap((source, i) => (hasChosen(source) ? [missing(given[i] ?? [])] : []));
  const [only] = ways;
  return only && ways.length === 1 ? only.flatMap((value) => alternatives(evaluate(engine, place, value)).flatMap((one) => carried(engine, one))) : NONE;
}

const missing = (facts: readonly Fact[]): readonly ValueId[] =>
  facts.flatMap(({ value, holds, certain }) => (certain && (holds === "falsy" || holds === "nullish") ? [value] : []));

/** Rows and statements know a handle, too, but are none. */
function ownHandle(engine: Engine, value: Value): readonly Handle[] {
  if (value.kind !== "typed" || value.handle === null || value.query !== null || value.table !== null) return NONE;
  return handleOf(engine, value.library, value.type, "") === null ? NONE : [value.handle];
}

/** The handles that an object of the program holds. */
function carried(engine: Engine, value: Value): readonly Handle[] {
  if (value.kind !== "instance") return ownHandle(engine, value);
  const names = new Set(ancestry(engine, value.cls, value.env).flatMap(({ cls: { create } }) => {
    const code = create && functionOf(engine, create);
    return code ? [...(engine.program.module(fileOf(code.id))?.stores.get(code.receiver)?.keys() ?? [])] : [];
  }));
  return [...names].flatMap((name) => alternatives(memberOf(engine, value, name)).flatMap((one) => ownHandle(engine, one)));
}
