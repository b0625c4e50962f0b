/**
 * The rounds of loops that set a program up: `names.forEach((name) => …)`, `for (const file of readdirSync(folder)) …`. What they go
 * through is written in the program, so each round can be looked at by itself, in a frame of its own.
 */
import type { CallNode, FunctionId, ValueId } from "../../ir/nodes.ts";
import { walk } from "../../ir/walk.ts";
import type { FilePath } from "../../source.ts";
import type { Env, Value } from "../../values/value.ts";
import { givenAtLeast } from "../evaluate/arguments.ts";
import { definitionOf, fileOf, frameOf, functionOf, type Engine } from "../program/engine.ts";
import { arrange } from "../evaluate/evaluate-call.ts";
import { languageOf } from "../evaluate/evaluate-import.ts";
import { itemsAt } from "./listed-items.ts";
import { closureOf } from "../program/module-index.ts";

/** Where something stands in a file. */
export type Site = Readonly<{ file: FilePath; fn: FunctionId; node: Readonly<{ start: number; end: number }> }>;

/** Loops over more set nothing up. */
const MOST = 300;

/** The frames in which the place is reached, one for each round of the loops round it; `env` is what is known of those outside. */
export function roundsAt(engine: Engine, { file, fn, node }: Site, env: Env | null): readonly (Env | null)[] {
  const code = functionOf(engine, fn);
  if (!code) return [env];
  let frames = framesOf(engine, file, fn, env);
  walk(code.body, (loop) => {
    if (loop.kind !== "loop" || loop.item === null || loop.over === null || loop.start > node.start || loop.end < node.end) return;
    const { item, over } = loop;
    if (!isWritten(engine, file, over)) return;
    frames = frames.flatMap((frame) => {
      const items = itemsAt(engine, { file, env: frame }, over);
      const outer = frame && frameOf(frame, fn) === frame ? frame : openFrame(engine, fn, frame);
      return items.length === 0 ? [frame] : items.map((one) => engine.interner.round(outer, item, one));
    }).slice(0, MOST);
  });
  return frames;
}

/** The frames of a function: the one that is known, one for each item that it is handed, or none. */
function framesOf(engine: Engine, file: FilePath, fn: FunctionId, env: Env | null): readonly (Env | null)[] {
  const known = frameOf(env, fn);
  const code = functionOf(engine, fn);
  if (known || !code?.parent) return [known];
  const index = engine.program.module(file);
  const site = index?.calls.find(({ node }) => node.args.some(({ value }) => closureOf(index, value) === fn));
  if (!site) return roundsAt(engine, { file, fn: code.parent, node: code }, env).map((outer) => outer && openFrame(engine, fn, outer));
  const over = goneThrough(engine, file, site.node, fn);
  return roundsAt(engine, { file, fn: site.fn, node: site.node }, env).flatMap((outer) => {
    const items = over === null ? [] : itemsAt(engine, { file, env: outer }, over);
    return items.length === 0 ? [outer] : items.map((item) => openFrame(engine, fn, outer, [item]));
  }).slice(0, MOST);
}

/** What a call hands to the function item by item. */
function goneThrough(engine: Engine, file: FilePath, node: CallNode, fn: FunctionId): ValueId | null {
  const index = engine.program.module(file);
  const callee = definitionOf(engine, file, node.callee);
  if (!index || callee?.by !== "node" || callee.node.kind !== "member" || !isWritten(engine, file, callee.node.object)) return null;
  const member = engine.catalog.member(languageOf(engine, file), "Any", callee.node.property ?? "")?.member;
  const callbacks = typeof member === "object" ? (member.call?.callbacks ?? []) : [];
  const each = callbacks.find(({ argument, runs, over, receives }) =>
    runs === "each" && over === "receiver" && receives?.[0] === "element" && closureOf(index, node.args[Number(argument)]?.value ?? node.into) === fn);
  return each ? callee.node.object : null;
}

/** A collection that the program writes out or reads from its own files, as far as syntax tells: nothing else needs to be looked at. */
function isWritten(engine: Engine, file: FilePath, value: ValueId, depth = 0): boolean {
  const definition = definitionOf(engine, file, value);
  if (definition?.by !== "node" || depth > 8) return false;
  const { node } = definition;
  const leads = (to: ValueId | null | undefined): boolean => to !== null && to !== undefined && isWritten(engine, file, to, depth + 1);
  switch (node.kind) {
    case "import":
    case "aggregate":
      return true;
    case "assign":
      return node.from.length === 1 && leads(node.from[0]);
    case "typed":
    case "await":
      return leads(node.value);
    case "member":
      return leads(node.object);
    case "call":
      return node.as === "call" && !isOwnFunction(engine, file, node.callee) && leads(node.callee);
    default:
      return false;
  }
}

/** What the program's functions give back is worked out, not written. */
function isOwnFunction(engine: Engine, file: FilePath, callee: ValueId): boolean {
  const definition = definitionOf(engine, file, callee);
  const node = definition?.by === "node" ? definition.node : null;
  const root = node?.kind === "member" ? definitionOf(engine, file, node.object) : definition;
  return root?.by === "node" && root.node.kind === "import" && root.node.module.startsWith(".");
}

/** A frame in which the other arguments are not known. */
function openFrame(engine: Engine, fn: FunctionId, parent: Env | null, first: readonly Value[] = []): Env {
  const code = functionOf(engine, fn);
  const given = givenAtLeast(first, languageOf(engine, fileOf(fn)));
  return engine.interner.env(fn, code ? arrange(engine, code, given) : [], null, parent);
}
