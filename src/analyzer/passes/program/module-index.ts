/** Where each value of a module is made and to which function it belongs. Built once per module. */
import { addTo } from "../../groups.ts";
import { GLOBALS, type CallNode, type Block, type ClassId, type FunctionId, type IrFunction, type IrModule, type IrNode, type ValueId } from "../../ir/nodes.ts";
import { innerBlocks } from "../../ir/walk.ts";

export type Definition =
  | Readonly<{ by: "node"; node: IrNode; fn: FunctionId }>
  | Readonly<{ by: "parameter"; fn: FunctionId; index: number }>
  | Readonly<{ by: "receiver"; fn: FunctionId }>
  | Readonly<{ by: "item"; over: ValueId; fn: FunctionId }>
  | Readonly<{ by: "caught"; fn: FunctionId }>;

type StoreNode = Extract<IrNode, { kind: "store" }>;
export type KeyedStore = Readonly<{ node: StoreNode; fn: FunctionId }>;

export type ModuleIndex = Readonly<{
  module: IrModule;
  /** By value; a variable has one definition per assignment. Most values have one, which then stands by itself. */
  definitions: readonly (Definition | readonly Definition[] | undefined)[];
  /** `x.name = value`, by the object's value and the name. */
  stores: ReadonlyMap<ValueId, ReadonlyMap<string, readonly ValueId[]>>;
  /** What fills objects under computed names: `x[name] = value`. By the object, or the record that was put there: `x[name] = {}`. */
  filled: ReadonlyMap<ValueId, readonly KeyedStore[]>;
  /** The class whose method or constructor a function is. */
  classOf: ReadonlyMap<FunctionId, ClassId>;
  /** The record whose method a function is. */
  recordOf: ReadonlyMap<FunctionId, ValueId>;
  /** The object that a function is stored on: `schema.statics.find = function …`. */
  storedOn: ReadonlyMap<FunctionId, ValueId>;
  classValues: ReadonlyMap<ClassId, ValueId>;
  calls: readonly Readonly<{ node: CallNode; fn: FunctionId }>[];
}>;

type Draft = {
  readonly definitions: (Definition | Definition[] | undefined)[];
  readonly stores: Map<ValueId, Map<string, ValueId[]>>;
  readonly filled: KeyedStore[];
  readonly calls: { node: CallNode; fn: FunctionId }[];
  readonly recordOf: Map<FunctionId, ValueId>;
  readonly classValues: Map<ClassId, ValueId>;
};

const NONE: readonly Definition[] = [];

type Defined = Pick<ModuleIndex, "definitions">;

export function definitionsOf(index: Defined | null, value: ValueId): readonly Definition[] {
  const known = index?.definitions[value];
  if (known === undefined) return NONE;
  return isList(known) ? known : [known];
}

export function firstDefinition(index: Defined | null, value: ValueId): Definition | null {
  const known = index?.definitions[value];
  return known === undefined ? null : isList(known) ? (known[0] ?? null) : known;
}

/** Null where there are several. */
export function onlyDefinition(index: Defined | null, value: ValueId): Definition | null {
  const known = index?.definitions[value];
  return known === undefined || isList(known) ? null : known;
}

/** All nodes that make a value. */
export function makersIn(index: Defined): readonly IrNode[] {
  const found: IrNode[] = [];
  const add = (one: Definition): unknown => one.by === "node" && found.push(one.node);
  for (const known of index.definitions) {
    if (known === undefined) continue;
    if (isList(known)) known.forEach(add);
    else add(known);
  }
  return found;
}

const isList = (known: Definition | readonly Definition[]): known is readonly Definition[] => Array.isArray(known);

export function indexModule(module: IrModule): ModuleIndex {
  const draft: Draft = { definitions: [], stores: new Map(), filled: [], calls: [], recordOf: new Map(), classValues: new Map() };
  for (const fn of Object.values(module.functions)) indexFunction(draft, fn);
  const canonical = canonicalizer(draft);
  const stores = new Map<ValueId, Map<string, ValueId[]>>();
  for (const [object, byName] of draft.stores)
    for (const [name, values] of byName) add(stores, canonical(object), name, values);
  for (const node of recordsIn(draft)) for (const entry of node.entries) noteMethod(draft, node.into, entry.value);
  return {
    module, definitions: draft.definitions, stores, filled: keyedStores(draft, canonical), classOf: classMembers(module, draft),
    recordOf: draft.recordOf, calls: draft.calls, storedOn: storedFunctions(draft), classValues: draft.classValues,
  };
}

function add(stores: Map<ValueId, Map<string, ValueId[]>>, object: ValueId, name: string, values: readonly ValueId[]): void {
  const byName = stores.get(object) ?? new Map<string, ValueId[]>();
  addTo(byName, name, ...values);
  stores.set(object, byName);
}

function indexFunction(draft: Draft, fn: IrFunction): void {
  define(draft, fn.receiver, { by: "receiver", fn: fn.id });
  fn.params.forEach((param, index) => define(draft, param.value, { by: "parameter", fn: fn.id, index }));
  indexBlock(draft, fn.id, fn.body);
}

function define(draft: Draft, value: ValueId, definition: Definition): void {
  const known = draft.definitions[value];
  if (Array.isArray(known)) known.push(definition);
  else draft.definitions[value] = known ? [known, definition] : definition;
}

/** An explicit stack: code nests deeply. */
function indexBlock(draft: Draft, fn: FunctionId, body: Block): void {
  const pending: Block[] = [body];
  for (let block = pending.pop(); block; block = pending.pop()) {
    for (const node of block) {
      indexNode(draft, fn, node);
      const inner = innerBlocks(node);
      if (inner.length > 0) pending.push(...inner);
    }
  }
}

function indexNode(draft: Draft, fn: FunctionId, node: IrNode): void {
  if ("into" in node && node.into !== null) define(draft, node.into, { by: "node", node, fn });
  if (node.kind === "call") draft.calls.push({ node, fn });
  else if (node.kind === "class") draft.classValues.set(node.cls, node.into);
  else if (node.kind === "store") {
    if (node.property === null) draft.filled.push({ node, fn });
    else add(draft.stores, node.object, node.property, [node.value]);
  } else if (node.kind === "loop" && node.item !== null && node.over !== null) define(draft, node.item, { by: "item", over: node.over, fn });
  else if (node.kind === "try") for (const { caught } of node.handlers) if (caught !== null) define(draft, caught, { by: "caught", fn });
}

/** A variable that takes one value once stands for that value. */
function canonicalizer(draft: Draft): (value: ValueId) => ValueId {
  return (value) => {
    let at = value;
    for (let steps = 0; steps < 8; steps++) {
      const only = onlyDefinition(draft, at);
      if (only?.by !== "node") return at;
      const { node } = only;
      if (node.kind === "assign" && node.from.length === 1 && node.from[0] !== undefined) at = node.from[0];
      else if (node.kind === "typed" && node.value !== null) at = node.value;
      else return at;
    }
    return at;
  };
}

function keyedStores(draft: Draft, canonical: (value: ValueId) => ValueId): ReadonlyMap<ValueId, readonly KeyedStore[]> {
  const found = new Map<ValueId, KeyedStore[]>();
  const at = (object: ValueId, property: string | null, key: ValueId | undefined): string =>
    `${placeOf(object)}.${property ?? `[${key === undefined ? "?" : canonical(key)}]`}`;
  const placeOf = (value: ValueId): string => {
    const whole = canonical(value);
    const [only] = definitionsOf(draft, whole);
    return only?.by === "node" && only.node.kind === "member" ? at(only.node.object, only.node.property, only.node.key) : String(whole);
  };
  const records = new Map<string, ValueId>();
  for (const { node } of draft.filled) {
    const [only] = definitionsOf(draft, node.value);
    if (only?.by === "node" && only.node.kind === "aggregate") records.set(at(node.object, null, node.key), node.value);
  }
  for (const one of draft.filled) {
    const object = (records.size === 0 ? undefined : records.get(placeOf(one.node.object))) ?? canonical(one.node.object);
    addTo(found, object, one);
  }
  return found;
}

/** The records that a module writes. */
export const recordsIn = (index: Defined): readonly Extract<IrNode, { kind: "aggregate" }>[] =>
  makersIn(index).filter((node): node is Extract<IrNode, { kind: "aggregate" }> => node.kind === "aggregate" && node.of === "record");

function storedFunctions(draft: Draft): ReadonlyMap<FunctionId, ValueId> {
  const found = new Map<FunctionId, ValueId>();
  for (const [object, byName] of draft.stores) {
    for (const value of [...byName.values()].flat()) {
      const fn = closureOf(draft, value);
      if (fn) found.set(fn, object);
    }
  }
  return found;
}

function noteMethod(draft: Draft, record: ValueId, value: ValueId): void {
  const fn = closureOf(draft, value);
  if (fn) draft.recordOf.set(fn, record);
}

/** The function that a closure, possibly decorated, is. Variables may stand for each other in a circle: `a = b; b = a`. */
export function closureOf(index: Defined, value: ValueId): FunctionId | null {
  let at: ValueId | undefined = value;
  for (let steps = 0; at !== undefined && steps < 50; steps++) {
    const only = firstDefinition(index, at);
    if (only?.by !== "node") return null;
    if (only.node.kind === "closure") return only.node.fn;
    if (only.node.kind === "assign") at = only.node.from[0];
    else at = only.node.kind === "call" && only.node.as === "decorate" ? only.node.args[0]?.value : undefined;
  }
  return null;
}

function classMembers(module: IrModule, index: Defined): Map<FunctionId, ClassId> {
  const result = new Map<FunctionId, ClassId>();
  for (const cls of Object.values(module.classes)) {
    if (cls.create) result.set(cls.create, cls.id);
    for (const value of [...Object.values(cls.members), ...Object.values(cls.statics)]) {
      const fn = closureOf(index, value);
      if (fn) result.set(fn, cls.id);
    }
  }
  return result;
}

/** The names of the modules that a module imports as values. */
export const importedBy = (index: ModuleIndex): ReadonlySet<string> =>
  new Set(makersIn(index).flatMap((node) => (node.kind === "import" && node.module !== GLOBALS ? [node.module] : [])));
