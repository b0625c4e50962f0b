/** What a class leaves to those below it. */
import type { ClassId } from "../../ir/nodes.ts";
import { own } from "../../ir/own.ts";
import type { Value } from "../../values/value.ts";
import { subclassesOf } from "./ancestry.ts";
import { fileOf, isNothing, unionOf, type Engine } from "../program/engine.ts";
import { evaluate } from "../evaluate/evaluate.ts";

const MOST_SUBCLASSES = 4;

/** `model = None` in a base stands for what the classes below it put there. */
export function filledIn(engine: Engine, value: Value, cls: ClassId, name: string): Value {
  if (!isNothing(value)) return value;
  const given = subclassesOf(engine, cls).slice(0, MOST_SUBCLASSES).flatMap((one) => {
    const declared = own(one.statics, name);
    return declared === undefined ? [] : [evaluate(engine, { file: fileOf(one.id), env: null }, declared)];
  });
  return given.length === 0 ? value : unionOf(engine, given);
}
