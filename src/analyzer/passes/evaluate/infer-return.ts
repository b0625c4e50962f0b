/** What a function gives back when its body does not tell: its signature, or the function that it was given to produce it. */
import type { TypeExpression } from "../../ir/nodes.ts";
import { spanOf } from "../../source.ts";
import type { Env, FunctionValue, Value } from "../../values/value.ts";
import { alternatives, fileOf, functionOf, unionOf, type Engine } from "../program/engine.ts";
import { valueOfType } from "./evaluate-type.ts";
import { callValue } from "./evaluate-call.ts";

/** `remember<T>(make: () => T): T` gives what `make` gives; `identity<T>(x: T): T` its argument; else the declared type. */
export function inferReturn(engine: Engine, fn: FunctionValue, env: Env): Value {
  const code = functionOf(engine, fn.fn);
  if (!code) return engine.unknown;
  const file = fileOf(fn.fn);
  const wanted = code.returns === null ? null : unwrapped(code.returns);
  const site = spanOf(file, code);
  const fromGeneric = wanted === null ? [] : code.params.flatMap((param, index): Value[] => {
    const given = env.args[index];
    if (!given || !param.type || wanted === "") return [];
    if (nameOf(param.type) === wanted) return [given];
    const made = param.type.kind === "function" && param.type.returns !== null && unwrapped(param.type.returns) === wanted;
    return made ? [callValue(engine, given, [], site)] : [];
  });
  if (fromGeneric.length > 0) return unionOf(engine, fromGeneric);
  const declared = code.returns === null ? engine.unknown : valueOfType(engine, file, code.returns);
  if (declared.kind !== "unknown") return declared;
  return code.returns === null ? fromOnlyMaker(engine, env, site) : engine.unknown;
}

/** Without a signature: the one function that was handed over, where what it makes is a handle. */
function fromOnlyMaker(engine: Engine, env: Env, site: Parameters<typeof callValue>[3]): Value {
  const makers = env.args.flatMap((arg) => (arg.kind === "tuple" ? arg.items : alternatives(arg))).filter((value) => value.kind === "function");
  const [only] = makers;
  if (!only || makers.length > 1) return engine.unknown;
  const made = callValue(engine, only, [], site);
  return alternatives(made).some((value) => value.kind === "typed" && value.handle !== null && value.query === null) ? made : engine.unknown;
}

const nameOf = (type: TypeExpression): string => (type.kind === "name" && type.args.length === 0 ? type.name : "");

/** The name inside a promise, or the name itself. */
function unwrapped(type: TypeExpression): string {
  if (type.kind === "name" && type.name === "Promise" && type.args[0]) return nameOf(type.args[0]);
  return nameOf(type);
}
