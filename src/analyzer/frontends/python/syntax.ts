/** Python's syntax as the lowering reads it: what the parser's tree says, precedence set right, nothing else. */

type Placed<Kind extends string, Fields = object> = Readonly<{ kind: Kind; start: number; end: number } & Fields>;

export type Clause = Readonly<{ target: Expression; over: Expression; conditions: readonly Expression[] }>;
export type CallArgument = Readonly<{ value: Expression; name: string | null; stars: 0 | 1 | 2 }>;
export type Entry = Readonly<{ key: Expression | null; value: Expression }>;

export type Expression =
  | Placed<"name", { id: string }>
  | Placed<"constant", { value: string | number | boolean | null }>
  /** A value without a name for it: `...`, an imaginary number. */
  | Placed<"atom">
  | Placed<"text", { parts: readonly (string | Expression)[] }>
  | Placed<"list" | "tuple" | "set", { elements: readonly Expression[] }>
  | Placed<"starred", { value: Expression }>
  | Placed<"dict", { entries: readonly Entry[] }>
  | Placed<"comprehension", { of: "list" | "dict"; element: Expression; key: Expression | null; clauses: readonly Clause[] }>
  | Placed<"call", { callee: Expression; args: readonly CallArgument[] }>
  | Placed<"attribute", { object: Expression; name: string }>
  | Placed<"subscript", { object: Expression; keys: readonly Expression[] }>
  | Placed<"slice", { bounds: readonly Expression[]; capped: boolean }>
  | Placed<"not" | "await", { operand: Expression }>
  | Placed<"unary", { operator: string; operand: Expression }>
  | Placed<"binary", { operator: string; left: Expression; right: Expression }>
  | Placed<"and" | "or", { left: Expression; right: Expression }>
  | Placed<"compare", { first: Expression; rest: readonly Readonly<{ operator: string; right: Expression }>[] }>
  | Placed<"conditional", { test: Expression; yes: Expression; no: Expression }>
  | Placed<"lambda", { params: readonly Param[]; body: Expression }>
  | Placed<"walrus", { target: Expression; value: Expression }>
  | Placed<"yield", { value: Expression | null; delegate: boolean }>
  /** What could not be read. */
  | Placed<"missing", { syntax: string }>;

export type Param = Readonly<{ name: string; type: Expression | null; fallback: Expression | null; stars: 0 | 1 | 2; start: number; end: number }>;

export type Pattern =
  | Placed<"capture", { name: string }>
  | Placed<"value", { value: Expression }>
  | Placed<"sequence", { of: readonly Pattern[] }>
  | Placed<"mapping", { entries: readonly Readonly<{ key: Expression | null; pattern: Pattern }>[] }>
  | Placed<"star", { pattern: Pattern | null }>
  | Placed<"either", { of: readonly Pattern[] }>
  | Placed<"as", { pattern: Pattern; name: string }>
  | Placed<"instance", { cls: Expression; positions: readonly Pattern[]; named: readonly Readonly<{ name: string; pattern: Pattern }>[] }>;

export type Body = readonly Statement[];
export type Imported = Readonly<{ name: string; as: string | null; start: number; end: number }>;
export type Except = Readonly<{ types: readonly Expression[]; name: string | null; body: Body; start: number; end: number }>;
export type WithItem = Readonly<{ resource: Expression; target: Expression | null; start: number; end: number }>;
export type Case = Readonly<{ pattern: Pattern; guard: Expression | null; body: Body; start: number; end: number }>;

export type FunctionStatement = Placed<"function", {
  name: string; params: readonly Param[]; returns: Expression | null; body: Body; isAsync: boolean; decorators: readonly Expression[];
}>;
export type ClassStatement = Placed<"class", { name: string; args: readonly CallArgument[]; body: Body; decorators: readonly Expression[] }>;

export type Statement =
  | Placed<"expression", { value: Expression }>
  | Placed<"assign", { targets: readonly Expression[]; value: Expression }>
  | Placed<"annotated", { target: Expression; type: Expression; value: Expression | null }>
  | Placed<"augmented", { target: Expression; operator: string; value: Expression }>
  | Placed<"delete", { targets: readonly Expression[] }>
  | Placed<"return", { value: Expression | null }>
  | Placed<"raise", { value: Expression | null }>
  | Placed<"pass" | "break" | "continue">
  | Placed<"import", { names: readonly Imported[] }>
  /** `names` is null for `*`. */
  | Placed<"from", { module: string; names: readonly Imported[] | null }>
  | Placed<"scope", { names: readonly string[]; nonlocal: boolean }>
  | Placed<"assert", { test: Expression; message: Expression | null }>
  | Placed<"alias", { name: string; type: Expression }>
  | Placed<"if", { test: Expression; body: Body; otherwise: Body }>
  | Placed<"while", { test: Expression; body: Body; otherwise: Body }>
  | Placed<"for", { target: Expression; over: Expression; body: Body; otherwise: Body }>
  | Placed<"try", { body: Body; handlers: readonly Except[]; otherwise: Body; finalizer: Body | null }>
  | Placed<"with", { items: readonly WithItem[]; body: Body }>
  | Placed<"match", { subject: Expression; cases: readonly Case[] }>
  | FunctionStatement
  | ClassStatement
  | Placed<"broken", { syntax: string }>;
