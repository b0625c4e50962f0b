/** Objects of the classes that a class of the program names for its library: `form_class = OrderForm`. */
import { lastName } from "../../ir/names.ts";
import { type CallNode, type FunctionId, GLOBALS } from "../../ir/nodes.ts";
import type { OwnObject } from "../../models/schema.ts";
import { type Span, spanOf } from "../../source.ts";
import type { InstanceValue, Value } from "../../values/value.ts";
import { rowNamed } from "../classes/row-class.ts";
import { alternatives, fileOf, frameOf, functionOf, receiverOf, unionOf, type Engine } from "../program/engine.ts";
import { tableOf } from "./arguments.ts";
import { evaluate, type Place } from "./evaluate.ts";
import { callValue } from "./evaluate-call.ts";
import { languageOf } from "./evaluate-import.ts";
import { defaultReceiver } from "./evaluate-parameter.ts";
import { libraryBase, memberAlong, memberOf } from "./evaluate-member.ts";

export function ownObject(engine: Engine, self: InstanceValue, { own, by, made }: OwnObject, site: Span): Value {
  const cls = engine.interner.value({ kind: "class", cls: self.cls, env: self.env });
  const choosing = by === undefined ? [] : alternatives(memberOf(engine, self, by)).filter((one) => one.kind === "function");
  const named = choosing.length > 0 ? choosing.map((one) => callValue(engine, one, [], site)) : [memberAlong(engine, cls, own)];
  return unionOf(engine, named.flatMap(alternatives).map((one) => objectOf(engine, one, made === true)));
}

function objectOf(engine: Engine, named: Value, made: boolean): Value {
  if (named.kind === "class") return engine.interner.value({ kind: "instance", cls: named.cls, args: made ? [] : null, env: named.env });
  const table = named.kind === "typed" || named.kind === "instance" ? tableOf(engine, named) : null;
  return (table === null ? null : rowNamed(engine, table)) ?? engine.unknown;
}

/** The objects on which a method is called; with `super()` it is the one that the function round the call is a method of. */
export function objectsCalledOn(engine: Engine, place: Place, { node, fn }: Readonly<{ node: CallNode; fn: FunctionId }>): readonly InstanceValue[] {
  const object = receiverOf(engine, place.file, node);
  const value = object === null ? engine.unknown : evaluate(engine, place, object);
  const isBase = value.kind === "external" && value.package === GLOBALS && value.path[0] === "super";
  const self = isBase ? (frameOf(place.env, fn)?.self ?? defaultReceiver(engine, fn)) : value;
  return alternatives(self).filter((one): one is InstanceValue => one.kind === "instance");
}

/** What its library gives to a method, by what the method's class says. */
export function givenByLibrary(engine: Engine, fn: FunctionId, index: number): Value {
  const code = functionOf(engine, fn);
  const name = lastName(code?.name ?? "");
  const file = fileOf(fn);
  if (!code || !engine.catalog.givesTo(languageOf(engine, file), name)) return engine.unknown;
  const cls = engine.program.module(file)?.classOf.get(fn);
  const self = cls === undefined ? null : engine.interner.value({ kind: "instance", cls, args: null, env: null });
  const base = self && libraryBase(engine, self);
  const given = base ? engine.catalog.lineage(base.library, base.type).flatMap(({ model }) => model.gives?.[name] ?? [])[index] : null;
  return self && given ? ownObject(engine, self, given, spanOf(file, code)) : engine.unknown;
}
