/**
 * The intermediate representation: small, immutable, plain data that is cached to disk and crosses worker threads.
 * Operands are numbered values, never nested expressions, so no pass recurses through syntax.
 * Regions are structured (branch, loop, try, with): neither language has goto.
 */
import type { FilePath } from "../source.ts";

/** Unique within one module, so that a closure names its captured values directly. */
export type ValueId = number & { readonly __brand: "ValueId" };
/** "src/pay.ts#charge" */
export type FunctionId = string & { readonly __brand: "FunctionId" };
/** "src/db.ts#Store" */
export type ClassId = string & { readonly __brand: "ClassId" };

type Node<Kind extends string, Fields = object> = Readonly<{ kind: Kind; start: number; end: number } & Fields>;

/** `name` is a record's key or a keyword argument; null for positions and for keys that are not known. */
export type Argument = Readonly<{ value: ValueId; name: string | null; spread: boolean }>;
export type Block = readonly IrNode[];

/** What a condition says about a value: `if (!row)`, `rows.length === 0`, `error.code === "23505"`, `x instanceof E`, `name in known`. */
export type Fact = Readonly<{
  value: ValueId;
  holds: "truthy" | "falsy" | "nullish" | "present" | "empty" | "nonempty" | "equals" | "differs" | "instance" | "has" | "lacks";
  /** What it is compared with, for "equals", "differs" and "instance"; what may be in it, for "has" and "lacks". */
  to: ValueId | null;
  /** False when the fact is one of several that may have decided: `if (row && row.live)` leaves `row` falsy or dead. */
  certain: boolean;
}>;
export type Arm = Readonly<{ facts: readonly Fact[]; body: Block }>;
export type Handler = Readonly<{ types: readonly ValueId[]; caught: ValueId | null; body: Block; start: number; end: number }>;

/** Names of modules that no package owns: the language's globals. */
export const GLOBALS = "<globals>";

export type IrNode =
  /** `name` is "default", a name, "*" for the namespace or "=" for what `require` gives. */
  | Node<"import", { into: ValueId; module: string; name: string }>
  | Node<"constant", { into: ValueId; value: string | number | boolean | null }>
  /** Template, f-string, concatenation: text with holes. */
  | Node<"text", { into: ValueId; parts: readonly (string | ValueId)[] }>
  | Node<"closure", { into: ValueId; fn: FunctionId }>
  | Node<"class", { into: ValueId; cls: ClassId }>
  /** A comprehension has one entry, `per` item of what it goes through, of those for which what is `given` holds. */
  | Node<"aggregate", { into: ValueId; of: "list" | "record"; entries: readonly Argument[]; per?: readonly ValueId[]; given?: readonly Fact[] }>
  /** `property` is null when it is computed: by `key`, where the front-end tells. */
  | Node<"member", { into: ValueId; object: ValueId; property: string | null; key?: ValueId; optional: boolean }>
  | Node<"store", { object: ValueId; property: string | null; key?: ValueId; value: ValueId }>
  /**
   * A value takes one of several: a variable's assignment, `a ?? b`, `c ? a : b`. A variable has one node per assignment.
   * `given`: what holds where the source of the same index is taken.
   */
  | Node<"assign", { into: ValueId; from: readonly ValueId[]; given?: readonly (readonly Fact[])[] }>
  /** A boolean: what is known when it is true, and when it is false. */
  | Node<"test", { into: ValueId; holds: readonly Fact[]; fails: readonly Fact[] }>
  /** A new primitive made of operands: arithmetic, `typeof`. `operator` is the sign between two: `*`, `**`, `<`. */
  | Node<"compute", { into: ValueId; from: readonly ValueId[]; operator?: string }>
  /** A value about which the source states a type: `let db: Knex`, `x as Tx`. */
  | Node<"typed", { into: ValueId; value: ValueId | null; type: TypeExpression }>
  /** Also a tagged template (`tag`), `new` and a decorator (its first argument is what it decorates). */
  | Node<"call", { into: ValueId; callee: ValueId; args: readonly Argument[]; as: "call" | "construct" | "tag" | "decorate" }>
  | Node<"await", { into: ValueId; value: ValueId }>
  | Node<"yield", { into: ValueId; value: ValueId | null; delegate: boolean }>
  | Node<"with", { into: ValueId | null; resource: ValueId; body: Block }>
  | Node<"branch", { arms: readonly [Arm, ...Arm[]] }>
  /** `strides`: the counter moves by more than one, so that the body sees a chunk. */
  | Node<"loop", { over: ValueId | null; item: ValueId | null; strides: boolean; body: Block }>
  | Node<"try", { body: Block; handlers: readonly Handler[]; finalizer: Block | null }>
  | Node<"exit", { how: "return" | "throw" | "break" | "continue"; value: ValueId | null }>
  /** Syntax that is not modelled: counted, never dropped. */
  | Node<"opaque", { into: ValueId | null; syntax: string }>;

export type CallNode = Extract<IrNode, { kind: "call" }>;

/** A type as it is written: names are resolved later, in the module that writes them. */
export type TypeExpression =
  | Readonly<{ kind: "name"; name: string; args: readonly TypeExpression[] }>
  | Readonly<{ kind: "union" | "both"; of: readonly TypeExpression[] }>
  | Readonly<{ kind: "record"; members: Readonly<Record<string, TypeExpression>> }>
  | Readonly<{ kind: "list"; of: TypeExpression }>
  | Readonly<{ kind: "function"; params: readonly TypeExpression[]; returns: TypeExpression | null }>
  | Readonly<{ kind: "typeof"; path: readonly string[] }>
  | Readonly<{ kind: "member"; of: TypeExpression; key: string | number }>
  /** `Annotated[Session, Depends(get_db)]`: a type, and values that say more of what has it. */
  | Readonly<{ kind: "marked"; of: TypeExpression; marks: readonly ValueId[] }>
  | Readonly<{ kind: "constant"; value: string | number | boolean }>
  /** In an alias, what its argument of that number stands for where it is used: the `S` of `type Stored<S> = S & { … }`. */
  | Readonly<{ kind: "parameter"; index: number }>
  | Readonly<{ kind: "other" }>;

export type Parameter = Readonly<{
  value: ValueId; name: string | null; type: TypeExpression | null; fallback: ValueId | null; rest: boolean;
  /** It takes what is given under names that no other parameter has: `**options`. */
  named?: true;
  /** Values of the decorators on the parameter: `@InjectRepository(User) users`. */
  marks: readonly ValueId[];
}>;

export type IrFunction = Readonly<{
  id: FunctionId; name: string | null; params: readonly Parameter[]; receiver: ValueId; returns: TypeExpression | null;
  isAsync: boolean; isGenerator: boolean; isGetter: boolean; parent: FunctionId | null; body: Block; start: number; end: number;
  /** Its receiver is what stands first where it is called by itself: `Store.save(store)` in Python. */
  bound?: true;
}>;

export type IrClass = Readonly<{
  id: ClassId; name: string | null; bases: readonly ValueId[]; implements: readonly TypeExpression[];
  /** Methods and static members by name: closures, or calls where a decorator wraps them. */
  members: Readonly<Record<string, ValueId>>; statics: Readonly<Record<string, ValueId>>;
  /** Declared types of fields, those that constructor parameters declare included. */
  fields: Readonly<Record<string, TypeExpression>>;
  /** Values of the decorators on fields, by the field's name. */
  fieldMarks?: Readonly<Record<string, readonly ValueId[]>>;
  create: FunctionId | null; marks: readonly ValueId[]; start: number; end: number;
}>;

export type Export =
  | Readonly<{ kind: "value"; value: ValueId }>
  | Readonly<{ kind: "from"; module: string; name: string }>;

/** A comment that may direct the tool, whole, with its place. */
export type Directive = Readonly<{ text: string; start: number; end: number }>;

export type IrModule = Readonly<{
  file: FilePath; language: "javascript" | "python";
  /** The top level is a function too: `main`. */
  functions: Readonly<Record<FunctionId, IrFunction>>; main: FunctionId; classes: Readonly<Record<ClassId, IrClass>>;
  exports: Readonly<Record<string, Export>>;
  /** `export * from`. */
  stars: readonly string[];
  /** Type names in scope at the top level: aliases and interfaces by definition, imports by module. */
  types: Readonly<Record<string, TypeExpression>>; typeImports: Readonly<Record<string, Readonly<{ module: string; name: string }>>>;
  /** Top-level names of values, for types that mention them (`typeof db`, `class X`). */
  names: Readonly<Record<string, ValueId>>;
  directives: readonly Directive[]; size: Readonly<{ nodes: number; opaque: number }>;
}>;
