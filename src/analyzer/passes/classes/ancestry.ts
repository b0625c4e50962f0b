/** What a class inherits: its bases in the program, those that libraries have, and what constructors hand on to one another. */
import { addTo } from "../../groups.ts";
import { type FunctionId, GLOBALS, type ClassId, type IrClass, type IrFunction, type ValueId } from "../../ir/nodes.ts";
import { oncePer } from "../../once-per.ts";
import type { Env, InstanceValue, Value } from "../../values/value.ts";
import { givenArguments } from "../evaluate/arguments.ts";
import { classOf, definitionOf, fileOf, functionOf, isUnmodelled, type Engine } from "../program/engine.ts";
import { programClasses } from "../program/program-modules.ts";
import { evaluate, type Place } from "../evaluate/evaluate.ts";
import { instanceOfLibrary } from "../evaluate/evaluate-library.ts";
import { arrange } from "../evaluate/evaluate-call.ts";
import { firstDefinition } from "../program/module-index.ts";

export type Ancestor = Readonly<{ cls: IrClass; env: Env | null }>;

const MOST = 12;

/** A class of the program and its bases in the program, nearest first. Cyclic inheritance ends where it began. */
export function ancestry(engine: Engine, cls: ClassId, env: Env | null): readonly Ancestor[] {
  const found: Ancestor[] = [];
  const pending: Readonly<{ cls: ClassId; env: Env | null }>[] = [{ cls, env }];
  for (let at = pending.shift(); at && found.length < MOST; at = pending.shift()) {
    const current = classOf(engine, at.cls);
    if (!current || found.some((one) => one.cls.id === current.id)) continue;
    found.push({ cls: current, env: at.env });
    const bases = basesOf(engine, current, at.env).flatMap((base) => (base.kind === "class" ? [{ cls: base.cls, env: base.env }] : []));
    pending.unshift(...bases);
  }
  return found;
}

const basesOf = (engine: Engine, cls: IrClass, env: Env | null): readonly Value[] =>
  cls.bases.map((base) => baseAt(engine, { file: fileOf(cls.id), env }, base));

/** What a function of which nothing is known makes of a class is that class, and something more: `class Order extends Audited(Model)`. */
function baseAt(engine: Engine, place: Place, base: ValueId): Value {
  const value = evaluate(engine, place, base);
  const made = isUnmodelled(value) ? definitionOf(engine, place.file, base) : null;
  if (made?.by !== "node" || made.node.kind !== "call") return value;
  const classes = made.node.args.map((argument) => evaluate(engine, place, argument.value)).filter((one) => isClass(engine, one));
  return classes.length === 1 ? (classes[0] ?? value) : value;
}

const isClass = (engine: Engine, value: Value): boolean =>
  value.kind === "class" || (value.kind === "external" && instanceOfLibrary(engine, value, "", null) !== null);

/** The constructor that runs, which may be inherited. */
export const nearestCreate = (chain: readonly Ancestor[]): FunctionId | null => chain.map(({ cls }) => cls.create).find((create) => create !== null) ?? null;

/** The bases that are not classes of the program, with the class that names each. */
export const foreignBases = (engine: Engine, chain: readonly Ancestor[]): readonly Readonly<{ base: Value; of: IrClass }>[] =>
  chain.flatMap(({ cls, env }) => basesOf(engine, cls, env).flatMap((base) => (base.kind === "class" || base.kind === "unknown" ? [] : [{ base, of: cls }])));

/** The frame in which an ancestor's constructor runs for an instance: with what the constructors below it hand on. */
export function createFrame(engine: Engine, instance: InstanceValue, target: IrClass): Env | null {
  let args = instance.args;
  for (const { cls, env } of ancestry(engine, instance.cls, instance.env)) {
    const create = cls.create && functionOf(engine, cls.create);
    if (!args || (!create && cls.id === target.id)) return null;
    if (!create) continue;
    const frame = engine.interner.env(create.id, args, instance, env);
    if (cls.id === target.id) return frame;
    args = handedOn(engine, create, frame, nextCreate(engine, instance, cls.id));
  }
  return null;
}

function nextCreate(engine: Engine, instance: InstanceValue, after: ClassId): IrFunction | null {
  const chain = ancestry(engine, instance.cls, instance.env);
  const next = nearestCreate(chain.slice(chain.findIndex(({ cls }) => cls.id === after) + 1));
  return next && functionOf(engine, next);
}

/** The arguments of `super(…)`. */
function handedOn(engine: Engine, create: IrFunction, frame: Env, next: IrFunction | null): readonly Value[] | null {
  const file = fileOf(create.id);
  const index = engine.program.module(file);
  const call = index?.calls.find(({ fn, node }) => {
    const callee = fn === create.id ? firstDefinition(index, node.callee) : undefined;
    return callee?.by === "node" && callee.node.kind === "import" && callee.node.module === GLOBALS && callee.node.name === "super";
  });
  return call && next ? arrange(engine, next, givenArguments(engine, { file, env: frame }, call.node.args)) : null;
}

/** The classes of the program that name a class as their base. */
export const subclassesOf = (engine: Engine, cls: ClassId): readonly IrClass[] => subclassesIn(engine).get(cls) ?? [];

const subclassesIn = oncePer((engine: Engine): ReadonlyMap<ClassId, readonly IrClass[]> => {
  const found = new Map<ClassId, IrClass[]>();
  for (const cls of programClasses(engine)) {
    for (const base of basesOf(engine, cls, null)) if (base.kind === "class") addTo(found, base.cls, cls);
  }
  return found;
});
