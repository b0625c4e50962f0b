/**
 * Functions that a helper stores on the objects of the program's classes that it is given, or makes: `service.within = (work) => …`.
 * The object that a call of the helper leads to has that call's function.
 */
import { addTo } from "../../groups.ts";
import type { ClassId, FunctionId } from "../../ir/nodes.ts";
import type { Env, InstanceValue, Value } from "../../values/value.ts";
import { oncePer } from "../../once-per.ts";
import { storedUnder, type Added } from "./added-members.ts";
import { type Given, givenExactly } from "../evaluate/arguments.ts";
import { callersOf } from "../program/callers.ts";
import { alternatives, functionOf, once, unionOf, type CallSite, type Engine } from "../program/engine.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { frameFor } from "../evaluate/evaluate-call.ts";
import { languageOf } from "../evaluate/evaluate-import.ts";

type Holders = ReadonlyMap<ClassId, readonly Value[]>;

export function storedMethod(engine: Engine, instance: InstanceValue, name: string): Value | null {
  const stored = storedUnder(engine, name).flatMap((one) => holdersOf(engine, one).get(instance.cls) ?? []);
  return stored.length === 0 ? null : unionOf(engine, stored);
}

const NOBODY: Holders = new Map();

const answersOf = oncePer<Engine, Map<Added, Holders | null>>(() => new Map());

const holdersOf = (engine: Engine, added: Added): Holders => once(engine, answersOf(engine), added, NOBODY, () => lookFor(engine, added));

function lookFor(engine: Engine, { file, fn, by }: Added): Holders {
  const found = new Map<ClassId, Value[]>();
  for (const env of framesRound(engine, fn)) {
    for (const holder of alternatives(evaluate(engine, { file, env }, by))) {
      if (holder.kind === "instance") addTo(found, holder.cls, engine.interner.value({ kind: "function", fn, env, self: holder }));
    }
  }
  return found;
}

const MOST_CALLERS = 100;

/** The frames of the function in which another is written: one for each call of it. */
function framesRound(engine: Engine, fn: FunctionId): readonly Env[] {
  const outer = functionOf(engine, fn)?.parent ?? null;
  const callers = outer === null ? [] : callersOf(engine, outer);
  if (outer === null || callers.length > MOST_CALLERS) return [];
  const callee = engine.interner.value({ kind: "function", fn: outer, env: null, self: null });
  return callers.map((site) => frameFor(engine, callee, givenAt(engine, site)));
}

function givenAt(engine: Engine, { file, args }: CallSite): Given {
  const positional = args.map((argument) => (argument === null ? engine.unknown : evaluate(engine, { file, env: null }, argument)));
  return givenExactly(positional, languageOf(engine, file));
}
