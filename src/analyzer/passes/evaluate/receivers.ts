/** On what a function is called, where that stands among its arguments: Python's methods are functions that take it first. */
import type { IrFunction } from "../../ir/nodes.ts";
import type { FunctionValue } from "../../values/value.ts";
import type { Given } from "./arguments.ts";
import { functionOf, type Engine } from "../program/engine.ts";

type Called = Readonly<{ callee: FunctionValue; given: Given }>;

/** A method that is called by itself is given its receiver first; so is what a decorator puts in a method's place. */
export function withReceiver(engine: Engine, callee: FunctionValue, code: IrFunction, given: Given): Called {
  const [first, ...rest] = given.positional;
  if (code.bound && callee.self === null && first) return { callee: { ...callee, self: first }, given: { ...given, positional: rest } };
  if (code.bound || callee.self === null || !wrapsMethod(engine, callee, 0)) return { callee, given };
  return { callee: { ...callee, self: null }, given: { ...given, positional: [callee.self, ...given.positional] } };
}

/** One decorator may stand above another. */
const wrapsMethod = (engine: Engine, { env }: FunctionValue, depth: number): boolean =>
  depth < 4 && (env?.args ?? []).some((arg) => arg.kind === "function" && (functionOf(engine, arg.fn)?.bound === true || wrapsMethod(engine, arg, depth + 1)));
