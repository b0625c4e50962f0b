/** Whether what a call is given can make a difference to its effects: handles, functions, and what holds them. Data cannot. */
import type { Value } from "../../values/value.ts";
import type { Given } from "./arguments.ts";
import { alternatives, literalOf, once, type Engine } from "../program/engine.ts";
import { evaluate } from "./evaluate.ts";
import { externalMember } from "./evaluate-import.ts";

export const isTellingCall = (engine: Engine, given: Given): boolean =>
  given.positional.some((value) => isTelling(engine, value)) || [...given.named.values()].some((value) => isTelling(engine, value));

export function isTelling(engine: Engine, value: Value): boolean {
  switch (value.kind) {
    case "function":
    case "wrapped":
    case "typed":
    case "class":
      return true;
    case "external":
      return isLibraryClass(engine, value);
    case "instance":
      return value.args !== null && value.args.some((argument) => isTelling(engine, argument));
    case "record":
    case "list":
      return once(engine, engine.telling, value.id, false, () => holdsTelling(engine, value));
    case "fields":
      return value.entries.some(([, entry]) => isTelling(engine, entry));
    case "tuple":
      return value.items.some((item) => isTelling(engine, item));
    case "union":
      return alternatives(value).some((one) => isTelling(engine, one));
    default:
      return false;
  }
}

/** `Stamped(Model)` makes a class of what a library has for rows. */
function isLibraryClass(engine: Engine, value: Extract<Value, { kind: "external" }>): boolean {
  const member = externalMember(engine, value)?.member;
  return typeof member === "object" && member.statics !== undefined;
}

function holdsTelling(engine: Engine, value: Extract<Value, { kind: "record" | "list" }>): boolean {
  const entries = literalOf(engine, value)?.entries ?? [];
  return entries.some((entry) => isTelling(engine, evaluate(engine, { file: value.file, env: value.env }, entry.value)));
}
