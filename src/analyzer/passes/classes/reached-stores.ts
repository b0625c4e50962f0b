/** The values that a constructor stores in the frame at hand: `if (given) this.db = given.db; else this.db = connect()` stores one. */
import { addTo, groupedBy } from "../../groups.ts";
import type { Block, ClassId, IrClass, IrFunction, ValueId } from "../../ir/nodes.ts";
import { innerBlocks } from "../../ir/walk.ts";
import { oncePer } from "../../once-per.ts";
import type { FilePath } from "../../source.ts";
import { isOfTypeAlone, type Handle, type TypedValue, type Value } from "../../values/value.ts";
import { fileOf, isVague, unionOf, type Engine } from "../program/engine.ts";
import { firstDefinition, type ModuleIndex } from "../program/module-index.ts";
import { programModules } from "../program/program-modules.ts";
import { evaluate, type Place } from "../evaluate/evaluate.ts";
import { possibleArms } from "../evaluate/evaluate-return.ts";

export function reachedStores(engine: Engine, place: Place, create: IrFunction, stored: readonly ValueId[]): readonly ValueId[] {
  const found = new Set<ValueId>();
  /** Whether what follows the block is not reached. */
  const leaves = (block: Block): boolean => block.some((node) => {
    if (node.kind === "store" && stored.includes(node.value)) found.add(node.value);
    if (node.kind === "exit") return true;
    const isChoice = node.kind === "branch";
    const left = (isChoice ? possibleArms(engine, place, node).map((arm) => arm.body) : innerBlocks(node)).map(leaves);
    return isChoice && left.length > 0 && left.every((one) => one);
  });
  leaves(create.body);
  return found.size > 0 ? [...found] : stored;
}

/** Functions by the class whose methods they are. */
const methodsIn = oncePer(({ module, classOf }: ModuleIndex) => groupedBy(Object.values(module.functions), ({ id }) => classOf.get(id) ?? null));

/** Fields that methods other than the constructor give a value. */
export function laterStores(engine: Engine, cls: IrClass, name: string): readonly ValueId[] {
  const index = engine.program.module(fileOf(cls.id));
  const methods = index ? (methodsIn(index).get(cls.id) ?? []) : [];
  return methods.filter(({ id }) => id !== cls.create).flatMap(({ receiver }) => index?.stores.get(receiver)?.get(name) ?? []);
}

type Filled = Readonly<{ file: FilePath; object: ValueId; values: readonly ValueId[] }>;

/** By the field's name, what is stored into the results of calls: `const unit = new Unit(); unit.manager = manager`. */
const filledByMakers = oncePer((engine: Engine): ReadonlyMap<string, readonly Filled[]> => {
  const found = new Map<string, Filled[]>();
  for (const index of programModules(engine)) {
    for (const [object, byName] of index.stores) {
      const made = firstDefinition(index, object);
      if (made?.by !== "node" || made.node.kind !== "call") continue;
      for (const [name, values] of byName) addTo(found, name, { file: index.module.file, object, values });
    }
  }
  return found;
});

/** What those who make an instance of the class put into its field; what a callback is handed for it may be a transaction. */
export const storedByMakers = (engine: Engine, cls: ClassId, name: string): readonly Value[] =>
  (filledByMakers(engine).get(name) ?? []).flatMap(({ file, object, values }) => {
    const made = evaluate(engine, { file, env: null }, object);
    return made.kind === "instance" && made.cls === cls ? values.map((value) => evaluate(engine, { file, env: null }, value)) : [];
  });

type Handled = TypedValue & Readonly<{ handle: Handle }>;

/** A client, a connection, a transaction, of which an annotation is all that is known. */
export const isOfType = (value: Value): value is Handled => value.kind === "typed" && value.handle !== null && isOfTypeAlone(value.handle);

/** Of a transaction a type says less than where it was opened; what is typed as a client may be a transaction's. */
export function openedInstead(engine: Engine, declared: Value, cls: IrClass, name: string, later: readonly Value[]): Value {
  if (!isOfType(declared)) return declared;
  const stored = [...later, ...storedByMakers(engine, cls.id, name)];
  const opened = stored.filter(
    (one) => one.kind === "typed" && one.handle !== null && (one.handle.scope !== null || (one.handle.is === "connection" && !isOfType(one))),
  );
  if (declared.handle.is !== "root") return opened[0] ?? declared;
  const perhaps = stored.some(isVague) ? [engine.interner.value({ ...declared, handle: { ...declared.handle, is: "transaction" } })] : [];
  return unionOf(engine, [declared, ...opened, ...perhaps]);
}
