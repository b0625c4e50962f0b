/** The async function that runs in a transaction which cannot wait for it: what is handed over, or what that returns a call of. */
import type { Scope } from "../../facts.ts";
import { returnedValues } from "../../ir/walk.ts";
import { spanOf } from "../../source.ts";
import type { FunctionValue, Value } from "../../values/value.ts";
import { givenExactly } from "../evaluate/arguments.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { frameFor } from "../evaluate/evaluate-call.ts";
import { alternatives, fileOf, functionOf, type Engine } from "../program/engine.ts";
import { callBehind } from "./blocks.ts";

const DEEPEST = 3;

export function asyncBody(engine: Engine, handed: readonly Value[]): Pick<Scope, "asyncBody"> {
  const found = handed.map((one) => asyncIn(engine, one, 0)).find((one) => one !== null);
  const code = found ? functionOf(engine, found.fn) : null;
  return code ? { asyncBody: spanOf(fileOf(code.id), code) } : {};
}

function asyncIn(engine: Engine, value: Value, depth: number): FunctionValue | null {
  for (const one of alternatives(value)) {
    const found = one.kind === "function" ? ownOrReturned(engine, one, depth) : null;
    if (found) return found;
  }
  return null;
}

/** `db.transaction(() => work(db))` runs what `work` is. */
function ownOrReturned(engine: Engine, value: FunctionValue, depth: number): FunctionValue | null {
  const code = functionOf(engine, value.fn);
  if (!code || code.isAsync || depth === DEEPEST) return code?.isAsync ? value : null;
  const place = { file: fileOf(value.fn), env: frameFor(engine, value, givenExactly([], "javascript")) };
  for (const returned of returnedValues(code.body)) {
    const call = callBehind(engine, place, returned);
    const found = call && asyncIn(engine, evaluate(engine, place, call.callee), depth + 1);
    if (found) return found;
  }
  return null;
}
