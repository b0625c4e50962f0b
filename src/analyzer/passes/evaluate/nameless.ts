/** What is kept of arguments once a function has been seen with many: the kinds of what it is given, not which ones. */
import type { Env, Value } from "../../values/value.ts";
import { namesIn } from "./arguments.ts";
import { alternatives, fileOf, type Engine } from "../program/engine.ts";
import { languageOf } from "./evaluate-import.ts";
import { memberOf } from "./evaluate-member.ts";
import { isTelling } from "./telling.ts";

/** Only handles, functions and classes, and records of them, still tell arguments apart. */
export function carries(engine: Engine, value: Value): boolean {
  switch (value.kind) {
    case "typed":
    case "function":
    case "instance":
    case "wrapped":
    case "class":
    case "union":
      return true;
    case "record":
    case "fields":
      return isTelling(engine, value);
    case "tuple":
      return value.items.some((item) => carries(engine, item));
    default:
      return false;
  }
}

/** That a handle, a class or nothing at all was given must not be forgotten, or a default would take its place. */
export function nameless(engine: Engine, value: Value): Value {
  switch (value.kind) {
    case "class":
      return engine.interner.value({ kind: "external", language: languageOf(engine, fileOf(value.cls)), package: "", path: [] });
    case "constant":
      return value.value === null || typeof value.value === "boolean" ? value : engine.unknown;
    case "record":
    case "fields":
      return namelessRecord(engine, value);
    case "tuple":
      return engine.interner.value({ ...value, items: value.items.map((item) => nameless(engine, item)) });
    default: {
      const typed = alternatives(value).find((one) => one.kind === "typed" && one.handle !== null);
      return typed?.kind === "typed"
        ? engine.interner.value({ ...typed, query: null, acts: null, handle: { is: "unknown", origin: "?", scope: null } })
        : engine.unknown;
    }
  }
}

/** The same, but functions stay, with what the functions round them were given: a program's own way to open transactions is called from everywhere. */
export function namelessBut(engine: Engine, value: Value): Value {
  return value.kind === "function" ? engine.interner.value({ ...value, env: frameRound(engine, value.env) }) : nameless(engine, value);
}

function frameRound(engine: Engine, env: Env | null): Env | null {
  return env && engine.interner.env(env.fn, env.args.map((arg) => namelessBut(engine, arg)), env.self, frameRound(engine, env.parent));
}

function namelessRecord(engine: Engine, value: Extract<Value, { kind: "record" | "fields" }>): Value {
  const { known, open } = namesIn(engine, value);
  return engine.interner.value({ kind: "fields", entries: known.map((name) => [name, nameless(engine, memberOf(engine, value, name))] as const), open });
}
