/** Who calls a function, as far as names lead: looked up by the name that calls use, then made sure of. */
import { addTo } from "../../groups.ts";
import { lastName } from "../../ir/names.ts";
import type { CallNode, ClassId, FunctionId, IrNode, ValueId } from "../../ir/nodes.ts";
import { argumentFor } from "../../ir/walk.ts";
import type { FilePath } from "../../source.ts";
import type { Value } from "../../values/value.ts";
import { ancestry } from "../classes/ancestry.ts";
import { alternatives, classOf, fileOf, functionOf, type CallSite, type Engine, type NamedCall } from "./engine.ts";
import { programModules } from "./program-modules.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { definitionsOf, firstDefinition, type ModuleIndex } from "./module-index.ts";

const NONE: readonly CallSite[] = [];

export function callersOf(engine: Engine, target: FunctionId | ClassId): readonly CallSite[] {
  const known = engine.callers.found.get(target);
  if (known !== undefined) return known ?? NONE;
  engine.callers.found.set(target, null); // asked for again while it is looked up: none, then
  const named = [...namesOf(engine, target)].flatMap((name) => namedCalls(engine).get(name) ?? []);
  const sites = [...new Set(named)].flatMap(({ file, fn, node }): readonly CallSite[] => {
    const callee = calleeOf(engine, { file, fn, node }, target);
    if (!callee && !isCalledAbove(engine, { file, fn, node }, target)) return [];
    const bound = callee?.kind === "function" ? (callee.bound ?? []).length : 0;
    return [{ file, fn, args: argumentsOf(engine, node, target, bound), start: node.start, end: node.end }];
  });
  engine.callers.found.set(target, sites);
  return sites;
}

/** What a call hands over: for each parameter, and then what a last one that takes the rest is given. */
function argumentsOf(engine: Engine, node: CallNode, target: FunctionId | ClassId, bound: number): readonly (ValueId | null)[] {
  const params = functionOf(engine, (classOf(engine, target as ClassId)?.create ?? target) as FunctionId)?.params ?? [];
  const spread = node.args.findIndex((argument) => argument.spread && argument.name === null);
  const written = node.args.slice(0, spread < 0 ? undefined : spread).filter((argument) => argument.name === null).map((argument) => argument.value);
  return [...params.map((_, index) => argumentFor(node, { params }, index, bound)), ...written.slice(Math.max(0, params.length - bound))];
}

const calleeOf = (engine: Engine, { file, node }: NamedCall, target: FunctionId | ClassId): Value | undefined =>
  alternatives(evaluate(engine, { file, env: null }, node.callee)).find((callee) =>
    (callee.kind === "function" && callee.fn === target) || (callee.kind === "class" && callee.cls === target));

/** A call on what is only known to be of a class above may be of what this class has instead: `self.work(session)` of a base. */
function isCalledAbove(engine: Engine, { file, node }: NamedCall, target: FunctionId | ClassId): boolean {
  const cls = engine.program.module(fileOf(target))?.classOf.get(target as FunctionId);
  const callee = firstDefinition(engine.program.module(file), node.callee);
  if (cls === undefined || callee?.by !== "node" || callee.node.kind !== "member") return false;
  const [, ...above] = ancestry(engine, cls, null);
  return above.length > 0 && alternatives(evaluate(engine, { file, env: null }, callee.node.object)).some((receiver) =>
    receiver.kind === "instance" && receiver.args === null && above.some((one) => one.cls.id === receiver.cls));
}

/** The names under which a function or class can be called: its own, and those of its module's exports. */
function namesOf(engine: Engine, target: FunctionId | ClassId): ReadonlySet<string> {
  const name = functionOf(engine, target as FunctionId)?.name ?? classOf(engine, target as ClassId)?.name;
  const index = engine.program.module(fileOf(target));
  const exported = Object.entries(index?.module.exports ?? {}).flatMap(([as, one]) => (one.kind === "value" && definesTarget(index, one.value, target) ? [as] : []));
  return new Set([...(name ? [lastName(name)] : []), ...exported]);
}

function definesTarget(index: ModuleIndex | null, value: ValueId, target: FunctionId | ClassId): boolean {
  return definitionsOf(index, value).some(
    (definition) =>
      definition.by === "node" &&
      ((definition.node.kind === "closure" && definition.node.fn === target) || (definition.node.kind === "class" && definition.node.cls === target)),
  );
}

/** The calls of the program whose callee goes by a name of this one's. */
export function callsNamedLike(engine: Engine, file: FilePath, callee: ValueId): readonly NamedCall[] {
  const index = engine.program.module(file);
  return calleeNames(index, callee, localNames(index)).flatMap((name) => namedCalls(engine).get(name) ?? []);
}

export function namedCalls(engine: Engine): ReadonlyMap<string, readonly NamedCall[]> {
  if (engine.callers.named) return engine.callers.named;
  const named = new Map<string, NamedCall[]>();
  for (const index of programModules(engine)) {
    const { file } = index.module;
    const local = localNames(index);
    for (const { node, fn } of index.calls) {
      for (const name of calleeNames(index, node.callee, local)) addTo(named, name, { file, fn, node });
    }
  }
  engine.callers.named = named;
  return named;
}

const localNames = (index: ModuleIndex | null): ReadonlyMap<number, string> =>
  new Map(Object.entries(index?.module.names ?? {}).map(([name, value]) => [value as number, name]));

function calleeNames(index: ModuleIndex | null, callee: ValueId, local: ReadonlyMap<number, string>): readonly string[] {
  return [...new Set([local.get(callee) ?? [], nameOfCallee(index, callee) ?? []].flat())];
}

/** The name at the end of what is called, as it is written. */
export function nameOfCallee(index: ModuleIndex | null, callee: ValueId): string | null {
  const definition = firstDefinition(index, callee);
  return definition?.by === "node" ? nameSaid(index, definition.node) : null;
}

function nameSaid(index: ModuleIndex | null, node: IrNode): string | null {
  if (node.kind === "member") return node.property;
  if (node.kind === "import") return node.name;
  return node.kind === "closure" ? shortName(index, node.fn) : null;
}

function shortName(index: ModuleIndex | null, fn: FunctionId): string | null {
  const name = index?.module.functions[fn]?.name;
  return name ? lastName(name) : null;
}
