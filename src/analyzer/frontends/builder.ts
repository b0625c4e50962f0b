/** What lowering a module accumulates, and the lexical scopes that names are looked up in. */
import type {
  ClassId, Directive, Export, FunctionId, IrClass, IrFunction, IrNode, TypeExpression, ValueId,
} from "../ir/nodes.ts";
import type { FilePath } from "../source.ts";

/** The parsers differ here only: ESLint's nodes have `range`, the fast parser's `start` and `end`. */
export type Placed = Readonly<{ range?: readonly [number, number]; start?: number; end?: number }>;
export const startOf = (node: Placed): number => node.range?.[0] ?? node.start ?? 0;
export const endOf = (node: Placed): number => node.range?.[1] ?? node.end ?? 0;

/** `hidden`: the names of a class's body, which the functions in it do not see (Python). */
export type Names = { readonly parent: Names | null; readonly values: Map<string, ValueId>; readonly hidden?: boolean; given?: Given };

/** The names that a function's caller fills, and the block that runs whenever the function does. */
type Given = Readonly<{ names: ReadonlySet<string>; block: readonly IrNode[] }>;

type Distribute<T> = T extends IrNode ? Omit<T, "start" | "end"> : never;
export type Unplaced = Distribute<IrNode>;

export type Builder = {
  readonly file: FilePath;
  readonly functions: Record<FunctionId, IrFunction>;
  readonly classes: Record<ClassId, IrClass>;
  readonly exports: Record<string, Export>;
  readonly stars: string[];
  readonly types: Record<string, TypeExpression>;
  readonly typeImports: Record<string, Readonly<{ module: string; name: string }>>;
  readonly directives: Directive[];
  /** Values of `module.exports` ("=") and `exports.name`, one each however often they are assigned. */
  readonly slots: Map<string, ValueId>;
  names: Names;
  block: IrNode[];
  fn: FunctionId;
  receiver: ValueId;
  /** What the function at hand calls `arguments`, once it does. */
  everything: ValueId | null;
  /** How often each wanted function or class name was given out. */
  readonly taken: Map<string, number>;
  nextValue: number;
  nodes: number;
  opaque: number;
};

export function newBuilder(file: FilePath, directives: readonly Directive[]): Builder {
  const builder: Builder = {
    file, functions: {}, classes: {}, exports: {}, stars: [], types: {}, typeImports: {}, directives: [...directives], slots: new Map(),
    names: { parent: null, values: new Map() }, block: [], fn: `${file}#main` as FunctionId, receiver: 0 as ValueId, everything: null,
    // The top level has its name before any function that is called `main` too.
    taken: new Map([[`${file}#main`, 1]]), nextValue: 0, nodes: 0, opaque: 0,
  };
  return Object.assign(builder, { receiver: fresh(builder) });
}

/** The function that comes next gets this name: `file#outer/own`. */
export function functionName(builder: Builder, own: string | null): string {
  const outer = builder.fn.slice(builder.fn.indexOf("#") + 1);
  const prefix = outer === "main" ? "" : `${outer}/`;
  return `${builder.file}#${prefix}${own ?? "fn"}`;
}

export function fresh(builder: Builder): ValueId {
  return builder.nextValue++ as ValueId;
}

export function emit(builder: Builder, at: Placed, node: Unplaced): void {
  builder.nodes++;
  if (node.kind === "opaque") builder.opaque++;
  // The caller has just made the node for this: to give it its place costs a fraction of a copy that has one.
  const placed = node as Unplaced & { start: number; end: number };
  const { range } = at;
  placed.start = range ? range[0] : (at.start ?? 0);
  placed.end = range ? range[1] : (at.end ?? 0);
  builder.block.push(placed);
}

/** Emits a node that makes a new value. */
export function make(builder: Builder, at: Placed, node: (into: ValueId) => Unplaced): ValueId {
  const into = fresh(builder);
  emit(builder, at, node(into));
  return into;
}

/** What `lower` emits, as a block of its own. */
export function collect(builder: Builder, lower: () => void): IrNode[] {
  const outer = builder.block;
  builder.block = [];
  lower();
  const inner = builder.block;
  builder.block = outer;
  return inner;
}

export function inScope<T>(builder: Builder, lower: () => T): T {
  const outer = builder.names;
  builder.names = { parent: outer, values: new Map() };
  const result = lower();
  builder.names = outer;
  return result;
}

export function declare(builder: Builder, name: string): ValueId {
  const known = builder.names.values.get(name);
  if (known !== undefined) return known;
  const value = fresh(builder);
  builder.names.values.set(name, value);
  return value;
}

/** The function's caller filled the name, and what is put into it here is in it from here on. */
export const isRefilled = ({ names: { given }, block }: Builder, name: string): boolean => given?.block === block && given.names.has(name);

export function lookup(builder: Builder, name: string): ValueId | null {
  for (let names: Names | null = builder.names; names; names = names.parent) {
    if (names.hidden && names !== builder.names) continue;
    const value = names.values.get(name);
    if (value !== undefined) return value;
  }
  return null;
}

/** A name that no two functions or classes of the module share. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says which of the two it names
export function uniqueId<Id extends FunctionId | ClassId>(builder: Builder, wanted: string): Id {
  const n = (builder.taken.get(wanted) ?? 0) + 1;
  builder.taken.set(wanted, n);
  return (n === 1 ? wanted : `${wanted}.${n}`) as Id;
}
