/** What stands behind an interface: classes that implement it, records that are written or given back as one. */
import { addTo } from "../../groups.ts";
import type { ClassId, FunctionId, IrModule, IrNode, TypeExpression, ValueId } from "../../ir/nodes.ts";
import { own } from "../../ir/own.ts";
import type { FilePath } from "../../source.ts";
import type { Value } from "../../values/value.ts";
import { alternatives, definitionOf, unionOf, type Engine } from "../program/engine.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { returnOf } from "../evaluate/evaluate-return.ts";
import { programModules } from "../program/program-modules.ts";
import { makersIn, type ModuleIndex } from "../program/module-index.ts";
import { isTelling } from "../evaluate/telling.ts";

export type Implementor = Readonly<{ by: "class"; cls: ClassId } | { by: "record"; file: FilePath; value: ValueId } | { by: "factory"; fn: FunctionId }>;

/** A record, what it is called and the factory that gives it back are one. */
const MOST = 4;

/** What implements an interface of the program; null where nothing does, or several. */
export function implementationOf(engine: Engine, file: FilePath, name: string): Value | null {
  const known = engine.implementors?.get(`${file} ${name}`) ?? [];
  const made = known.length > MOST ? [] : known.flatMap((one) => valueOf(engine, one) ?? []);
  const [only, ...others] = alternatives(unionOf(engine, made));
  return made.length > 0 && only && others.length === 0 ? only : null;
}

function valueOf(engine: Engine, one: Implementor): Value | null {
  switch (one.by) {
    case "class":
      return engine.interner.value({ kind: "instance", cls: one.cls, args: null, env: null });
    case "record":
      return evaluate(engine, { file: one.file, env: null }, one.value);
    case "factory": {
      const made = alternatives(returnOf(engine, one.fn, null)).filter((value) => value.kind === "record" && isTelling(engine, value));
      return made.length === 0 ? null : unionOf(engine, made);
    }
  }
}

export function indexImplementors(engine: Engine): ReadonlyMap<string, readonly Implementor[]> {
  const found = new Map<string, Implementor[]>();
  const add: Add = (file, type, one) => {
    const home = homeOf(engine, file, type);
    const key = home && (one.by === "class" || hasMethods(engine, home)) ? `${home.file} ${home.name}` : null;
    if (key !== null) addTo(found, key, one);
  };
  for (const index of programModules(engine)) {
    for (const cls of Object.values(index.module.classes)) for (const type of cls.implements) add(index.module.file, type, { by: "class", cls: cls.id });
    if (index.module.language === "javascript") addRecords(engine, index, add);
  }
  return found;
}

type TypedNode = Extract<IrNode, { kind: "typed" }>;
type Add = (file: FilePath, type: TypeExpression, one: Implementor) => void;

/** `const store: Store = { … }`, `createStore(): Store`. */
function addRecords(engine: Engine, index: ModuleIndex, add: Add): void {
  const { module } = index;
  for (const fn of Object.values(module.functions)) {
    const type = fn.returns && insidePromise(fn.returns);
    if (type?.kind === "name" && isNamed(module, type.name)) add(module.file, type, { by: "factory", fn: fn.id });
  }
  for (const { node, type, value } of makersIn(index).flatMap(typedRecord)) {
    const written = definitionOf(engine, module.file, value);
    const isRecord = written?.by === "node" && written.node.kind === "aggregate" && written.node.of === "record";
    if (isRecord && type.kind === "name" && isNamed(module, type.name)) add(module.file, type, { by: "record", file: module.file, value: node.into });
  }
}

/** A value about which the source states a type. */
const typedRecord = (node: IrNode): readonly Readonly<{ node: TypedNode; type: TypeExpression; value: ValueId }>[] =>
  node.kind === "typed" && node.value !== null ? [{ node, type: node.type, value: node.value }] : [];

const isNamed = (module: IrModule, name: string): boolean => own(module.types, name) !== undefined || own(module.typeImports, name) !== undefined;

const insidePromise = (type: TypeExpression): TypeExpression => (type.kind === "name" && type.name === "Promise" && type.args[0] ? type.args[0] : type);

/** Rows and options are types of data: what is written as one says nothing of another. */
function hasMethods(engine: Engine, { file, name }: Home): boolean {
  const type = own(engine.program.module(file)?.module.types, name);
  return type !== undefined && isWithMethods(type);
}

const isWithMethods = (type: TypeExpression): boolean =>
  type.kind === "record" ? Object.values(type.members).some((member) => member.kind === "function") : type.kind === "both" && type.of.some(isWithMethods);

type Home = Readonly<{ file: FilePath; name: string }>;

/** Where an interface is declared, through imports and re-exports. */
function homeOf(engine: Engine, file: FilePath, type: TypeExpression): Home | null {
  if (type.kind !== "name") return null;
  let at = { file, name: type.name };
  for (let steps = 0; steps < 6; steps++) {
    const module = engine.program.module(at.file)?.module;
    if (!module) return null;
    if (own(module.types, at.name)) return at;
    const exported = own(module.exports, at.name);
    const from = own(module.typeImports, at.name) ?? (exported?.kind === "from" ? exported : undefined);
    if (!from) return null;
    const target = engine.program.resolve(at.file, from.module);
    if (target.to !== "file") return null;
    at = { file: target.file, name: from.name };
  }
  return null;
}
