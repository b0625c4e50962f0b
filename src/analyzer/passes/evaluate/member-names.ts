/** Parameters that name a member of something, `getattr(plugin, method)`, `object[name]`: what is written for one decides what runs. */
import type { CallNode, FunctionId, IrNode, ValueId } from "../../ir/nodes.ts";
import { oncePer } from "../../once-per.ts";
import type { Value } from "../../values/value.ts";
import { type Given, givenAtLeast } from "./arguments.ts";
import { actionFor, arrange } from "./evaluate-call.ts";
import { alternatives, fileOf, functionOf, stringOf, type Engine } from "../program/engine.ts";
import { evaluate } from "./evaluate.ts";
import type { ModuleIndex } from "../program/module-index.ts";
import { usesAt, usesOf } from "../program/uses.ts";

/** A name is handed on from function to function this often. */
const DEEPEST = 3;

const answersOf = oncePer<ModuleIndex, Map<ValueId, boolean>>(() => new Map());

/** Whether a string among the arguments names a member that the function takes of something. */
export function namesMember(engine: Engine, fn: FunctionId, given: Given): boolean {
  const strings = [...given.positional, ...given.named.values()].some((value) => stringOf(value) !== null);
  const code = strings ? functionOf(engine, fn) : null;
  return code !== null && arrange(engine, code, given).some((value, index) => isName(engine, fn, index, value));
}

/** A string, given for a parameter that names a member. */
export function isName(engine: Engine, fn: FunctionId, index: number, value: Value): boolean {
  const param = stringOf(value) === null ? undefined : functionOf(engine, fn)?.params[index];
  return param !== undefined && !param.rest && naming(engine, fn, param.value, 0);
}

function naming(engine: Engine, fn: FunctionId, value: ValueId, depth: number): boolean {
  const file = fileOf(fn);
  const module = engine.program.module(file);
  if (!module || depth > DEEPEST) return false;
  const answers = answersOf(module);
  const before = answers.get(value);
  if (before !== undefined) return before;
  answers.set(value, false); // asked for again while it is looked up: it is not, then
  const found = usesOf(module, value).some((use) => namesBy(engine, fn, use, value, depth));
  answers.set(value, found);
  return found;
}

function namesBy(engine: Engine, fn: FunctionId, use: IrNode, value: ValueId, depth: number): boolean {
  if (use.kind === "member") return use.key === value && runs(engine, fn, use.into, 0);
  if (use.kind === "text" || use.kind === "assign" || use.kind === "typed") return naming(engine, fn, use.into, depth + 1);
  return use.kind === "call" && use.as === "call" && handedTo(engine, fn, use, value, depth);
}

/** What is taken is called, or given back to be called: else it is data. */
function runs(engine: Engine, fn: FunctionId, taken: ValueId, depth: number): boolean {
  return usesAt(engine, fileOf(fn), taken).some((use) => {
    if (use.kind === "call") return use.callee === taken;
    if (use.kind === "exit") return use.how === "return";
    return depth < DEEPEST && (use.kind === "assign" || use.kind === "typed" || use.kind === "member") && runs(engine, fn, use.into, depth + 1);
  });
}

/** It stands where the callee takes a name: a library's function that reads a member, a function of the program that hands it on. */
function handedTo(engine: Engine, fn: FunctionId, call: CallNode, value: ValueId, depth: number): boolean {
  const position = call.args.findIndex((argument) => argument.value === value);
  return position >= 0 && alternatives(evaluate(engine, { file: fileOf(fn), env: null }, call.callee)).some((callee) => {
    if (callee.kind !== "function") return readsAt(engine, callee, call, value) && runs(engine, fn, call.into, 0);
    const params = functionOf(engine, callee.fn)?.params ?? [];
    const name = call.args[position]?.name ?? null;
    const param = name === null ? params[position] : params.find((one) => one.name === name);
    return param !== undefined && !param.rest && naming(engine, callee.fn, param.value, depth + 1);
  });
}

function readsAt(engine: Engine, callee: Value, call: CallNode, value: ValueId): boolean {
  const at = callee.kind === "external" ? actionFor(engine, callee, givenAtLeast([], "python"), call.as)?.action.reads?.name.argument : undefined;
  return typeof at === "number" && call.args[at]?.value === value;
}
