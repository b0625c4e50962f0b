/** Evidence without an import: a method's name together with what it is given. Weaker than a resolved name, and said so. */
import type { Source } from "../../models/schema.ts";
import type { Value } from "../../values/value.ts";
import { tableUnder } from "../classes/relations.ts";
import { alternatives, type Engine } from "../program/engine.ts";
import { type Given, valueAt } from "./arguments.ts";
import type { KnownAction } from "./evaluate-call.ts";
import { typedValue } from "./evaluate-library.ts";

export function shapeOf(engine: Engine, callee: Extract<Value, { kind: "method" }>, given: Given): KnownAction | null {
  if (!isOpen(callee.of)) return null;
  for (const { model, shape } of engine.catalog.shapes(given.language, callee.name)) {
    if (shape.installed && !model.packages.some((name) => engine.program.installed(name))) continue;
    if (shape.callback !== undefined && given.positional[shape.callback]?.kind !== "function") continue;
    if (shape.option && !carriesHandle(engine, given, shape.option, model.name)) continue;
    if (shape.receiver && nameOf(callee.of) !== shape.receiver) continue;
    if (shape.among && (nameOf(callee.of) === null || nameOf(ownerOf(callee.of)) !== shape.among)) continue;
    const behind = shape.leadsBack ? behindName(engine, callee.of) : null;
    if (shape.leadsBack && behind === null) continue;
    const found = engine.catalog.member(model.name, shape.type, shape.method);
    const action = found && typeof found.member === "object" ? found.member.call : undefined;
    if (!found || !action) continue;
    const handle = { is: "root", origin: `shape ${model.name}`, scope: null } as const;
    // Where the receiver's name is the evidence, the table is what has it: `Order.objects`.
    const table = behind ?? nameOf(shape.receiver ? ownerOf(callee.of) : callee.of);
    const receiver = typedValue(engine, model.name, shape.type, { handle, table, confidence: shape.confidence });
    return { action, library: found.library, receiver, confidence: shape.confidence };
  }
  return null;
}

function behindName(engine: Engine, receiver: Value): string | null {
  const name = ownerOf(receiver) === null ? null : nameOf(receiver);
  return name === null ? null : tableUnder(engine, name);
}

/** What the source calls a value that is not known otherwise. */
function nameOf(value: Value | null): string | null {
  if (value?.kind === "method" || value?.kind === "named") return value.name;
  return value?.kind === "external" ? (value.path.at(-1) ?? null) : null;
}

function ownerOf(value: Value): Value | null {
  if (value.kind === "method") return value.of;
  return value.kind === "external" && value.path.length > 1 ? { ...value, path: value.path.slice(0, -1) } : null;
}

/** Nothing contradicts the shape: the receiver is not known to be something else. */
const isOpen = (of: Value): boolean => of.kind === "unknown" || of.kind === "named" || of.kind === "method" || of.kind === "declared" || of.kind === "external";

function carriesHandle(engine: Engine, given: Given, option: Source, library: string): boolean {
  const value = valueAt(engine, given, option);
  return value !== null && alternatives(value).some((one) => one.kind === "typed" && one.handle !== null && one.library === library);
}
