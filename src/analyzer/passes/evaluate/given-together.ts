/** What an object literal holds as it is written: `{ connection, giveBack }`. */
import type { Value } from "../../values/value.ts";
import { alternatives, literalOf, type Engine } from "../program/engine.ts";
import { evaluate } from "./evaluate.ts";

export const givenTogether = (engine: Engine, record: Extract<Value, { kind: "record" }>): readonly Value[] =>
  (literalOf(engine, record)?.entries ?? []).flatMap(({ value }) => alternatives(evaluate(engine, record, value)));
