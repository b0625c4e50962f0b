/** What a written type says of a value: classes of the program, types of libraries, records of declared members. */
import type { TypeExpression } from "../../ir/nodes.ts";
import { own } from "../../ir/own.ts";
import type { Callback, Member } from "../../models/schema.ts";
import type { FilePath } from "../../source.ts";
import type { TypedValue, Value } from "../../values/value.ts";
import { alternatives, classOf, isUnmodelled, once, unionOf, type Engine, type TypeFact } from "../program/engine.ts";
import { evaluate } from "./evaluate.ts";
import { exportOf, externalMember, languageOf } from "./evaluate-import.ts";
import { handleOf, typedValue } from "./evaluate-library.ts";
import { memberAlong, memberOf } from "./evaluate-member.ts";
import { defaultParameter } from "./evaluate-parameter.ts";
import { returnOf } from "./evaluate-return.ts";
import { subclassesOf } from "../classes/ancestry.ts";
import { implementationOf } from "../classes/implementors.ts";

const DEEPEST = 24;

export function valueOfType(engine: Engine, file: FilePath, type: TypeExpression): Value {
  if (engine.typeDepth > DEEPEST) return engine.unknown;
  engine.typeDepth++;
  const found = once(engine, engine.types, `${file} ${typeId(engine, type)}`, engine.unknown, () => read(engine, file, type));
  engine.typeDepth--;
  return found;
}

function read(engine: Engine, file: FilePath, type: TypeExpression): Value {
  switch (type.kind) {
    case "name":
      return withArgument(engine, file, type, readName(engine, file, type));
    case "union":
      return unionOf(engine, type.of.map((one) => valueOfType(engine, file, one)));
    case "both":
    case "record":
      return readStructure(engine, file, type);
    case "typeof":
      return readTypeof(engine, file, type.path);
    case "member":
      return readMember(engine, file, type);
    case "list": {
      const item = valueOfType(engine, file, type.of);
      if (item.kind === "typed") return engine.interner.value({ ...item, list: true });
      return item.kind === "instance" ? engine.interner.value({ kind: "several", of: item }) : engine.unknown;
    }
    case "marked":
      return readMarked(engine, file, type);
    case "function":
    case "constant":
    case "parameter":
    case "other":
      return engine.unknown;
  }
}

/** Of clients of several drivers, those of the type that the source states: whoever asks which driver is in use says so by an annotation, or by a cast. */
export function clientsOfType(engine: Engine, file: FilePath, type: TypeExpression | null | undefined, value: Value): Value {
  const clients = clientsAlone(value);
  if (!type || new Set(clients.map(({ library }) => library)).size < 2) return value;
  const stated = clientsAlone(valueOfType(engine, file, type));
  const kept = clients.filter((one) => stated.some((other) => one.library === other.library && one.type === other.type));
  return kept.length > 0 ? unionOf(engine, kept) : value;
}

/** A cast to a client of another library is believed: it stands where that driver is in use. */
export function castClient(engine: Engine, file: FilePath, type: TypeExpression, value: Value): Value {
  const narrowed = clientsOfType(engine, file, type, value);
  const clients = clientsAlone(narrowed);
  const [first] = clients;
  if (!first) return value;
  const stated = clientsAlone(valueOfType(engine, file, type));
  if (stated.length === 0 || clients.some((one) => stated.some((other) => one.library === other.library))) return narrowed;
  return unionOf(engine, stated.map((one) => engine.interner.value({ ...one, handle: first.handle })));
}

/** Nothing where something else is among them: a transaction may be of any type. */
function clientsAlone(value: Value): readonly TypedValue[] {
  const clients = alternatives(value).flatMap((one) => (one.kind === "typed" && (one.handle?.is === "root" || one.handle?.is === "connection") ? [one] : []));
  return clients.length < alternatives(value).length ? [] : clients;
}

/** A value that comes with the type says more than the type: where it comes from. */
function readMarked(engine: Engine, file: FilePath, type: Extract<TypeExpression, { kind: "marked" }>): Value {
  const marks = type.marks.map((mark) => evaluate(engine, { file, env: null }, mark));
  return marks.find((one) => one.kind === "typed" || one.kind === "instance" || one.kind === "union") ?? valueOfType(engine, file, type.of);
}

/** An intersection with something known is that thing. */
function readStructure(engine: Engine, file: FilePath, type: Extract<TypeExpression, { kind: "both" | "record" | "union" }>): Value {
  if (type.kind === "both") {
    const known = type.of.map((one) => valueOfType(engine, file, one)).filter((one) => one.kind === "typed" || one.kind === "instance");
    if (known[0]) return known[0];
  }
  return engine.interner.value({ kind: "declared", file, type, typeId: typeId(engine, type) });
}

/** An alias that is one of its parameters, and something more, is what that stands for here. */
function withArgument(engine: Engine, file: FilePath, { args }: Name, found: Value): Value {
  if (args.length === 0 || found.kind !== "declared" || found.type.kind !== "both") return found;
  const given = found.type.of.flatMap((part) => (part.kind === "parameter" ? (args[part.index] ?? []) : [])).map((argument) => valueOfType(engine, file, argument));
  return given.find((one) => one.kind === "typed" || one.kind === "instance") ?? found;
}

function typeId(engine: Engine, type: TypeExpression): number {
  const known = engine.typeIds.get(type);
  if (known) return known;
  engine.typeIds.set(type, ++engine.typeCount);
  return engine.typeCount;
}

type Name = Extract<TypeExpression, { kind: "name" }>;

/** Wrappers that say nothing about what is inside. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  "Promise", "PromiseLike", "Readonly", "Partial", "Required", "NonNullable", "Omit", "Pick", "Awaited", "Extract", "Exclude",
  "Optional", "Annotated", "Awaitable", "Final", "ClassVar",
]);
const LISTS: ReadonlySet<string> = new Set(["Array", "ReadonlyArray", "list", "List", "Sequence", "Iterable", "Iterator", "set", "Set"]);

function readName(engine: Engine, file: FilePath, type: Name): Value {
  const [first] = type.args;
  if (first && TRANSPARENT.has(type.name)) return valueOfType(engine, file, first);
  if (first && LISTS.has(type.name)) return read(engine, file, { kind: "list", of: first });
  if (first && type.name === "ReturnType") return returnOfType(engine, file, first);
  if (first && type.name === "InstanceType") return instanceOf(engine, valueOfType(engine, file, first));
  const module = engine.program.module(file)?.module;
  const alias = own(module?.types, type.name);
  if (alias) return implementationOf(engine, file, type.name) ?? valueOfType(engine, file, alias);
  const [head = "", ...rest] = type.name.split(".");
  const imported = own(module?.typeImports, head);
  if (imported) return readImported(engine, file, imported, rest, type);
  const value = own(module?.names, head);
  if (value === undefined) return engine.unknown;
  const found = memberAlong(engine, evaluate(engine, { file, env: null }, value), rest);
  return instanceOf(engine, found, type, file);
}

/** What another module has under a name. */
type From = Readonly<{ module: string; name: string }>;

function readImported(engine: Engine, file: FilePath, { module, name }: From, rest: readonly string[], type: Name): Value {
  const target = engine.program.resolve(file, module);
  const path = name === "*" || name === "=" ? rest : [name, ...rest];
  if (target.to === "file") return typeFrom(engine, target.file, path, type);
  const language = languageOf(engine, file);
  const fallback = engine.catalog.distinct(language, name)?.packages[0];
  const owner = target.to === "package" ? target.name : (fallback ?? module);
  return instanceOf(engine, engine.interner.value({ kind: "external", language, package: owner, path }), type, file);
}

/** What a checker of types has found, read as if it had been written. */
export function valueOfFact(engine: Engine, file: FilePath, { from, name, args }: TypeFact): Value {
  const type: Name = { kind: "name", name, args: args.map((argument) => ({ kind: "name", name: argument, args: [] })) };
  if (from.to === "file" && engine.program.matters(from.file)) return readName(engine, from.file, type);
  const path = name.split(".");
  const modelled = from.to === "package" && engine.catalog.forModule("javascript", from.name) !== null;
  const owner = modelled ? from.name : engine.catalog.distinct("javascript", path[0] ?? "")?.packages[0];
  return owner === undefined
    ? engine.unknown
    : instanceOf(engine, engine.interner.value({ kind: "external", language: "javascript", package: owner, path }), type, file);
}

/** A type that another file of the program exports, through re-exports that may lead in circles. */
function typeFrom(engine: Engine, file: FilePath, path: readonly string[], type: Name): Value {
  const key = `${file} ${path.join(".")}<${type.args.map((argument) => typeId(engine, argument)).join()}>`;
  return once(engine, engine.types, key, engine.unknown, () => readExported(engine, file, path, type));
}

function readExported(engine: Engine, file: FilePath, path: readonly string[], type: Name): Value {
  const module = engine.program.module(file)?.module;
  const [name = "", ...rest] = path;
  if (!module) return engine.unknown;
  if (rest.length === 0 && own(module.types, name)) return readName(engine, file, { ...type, name });
  const exported = own(module.exports, name);
  if (exported?.kind === "from") return readImported(engine, file, exported, rest, type);
  if (exported) {
    const value = memberAlong(engine, exportOf(engine, file, name), rest);
    if (value.kind !== "unknown") return instanceOf(engine, value, type, file);
  }
  if (own(module.typeImports, name)) return readName(engine, file, { ...type, name: path.join(".") });
  for (const star of module.stars) {
    const target = engine.program.resolve(file, star);
    const found = target.to === "file" ? typeFrom(engine, target.file, path, type) : readImported(engine, file, { module: star, name }, rest, type);
    if (found.kind !== "unknown") return found;
  }
  return engine.unknown;
}

/** What has the class (or a library's export) as its type. */
function instanceOf(engine: Engine, value: Value, type?: Name, file?: FilePath): Value {
  if (value.kind === "class") return engine.interner.value({ kind: "instance", cls: value.cls, args: null, env: value.env });
  if (value.kind !== "external") return value.kind === "union" ? unionOf(engine, value.of.map((one) => instanceOf(engine, one, type, file))) : engine.unknown;
  const known = externalMember(engine, value);
  const member: Member | undefined = known?.member;
  const inner = typeof member === "object" && member.typeFrom !== undefined ? type?.args[member.typeFrom] : undefined;
  if (inner && file) return valueOfType(engine, file, inner);
  if (!known || typeof member !== "object" || !member.instance) return engine.unknown;
  const origin = `type ${known.model.name}.${member.instance}`;
  const argument = member.tableFrom === undefined ? undefined : type?.args[member.tableFrom];
  return typedValue(engine, known.model.name, member.instance, {
    handle: handleOf(engine, known.model.name, member.instance, origin), table: argument && file ? tableOfType(engine, file, argument) : null,
  });
}

/** `Repository<User>`, `Model<IUser>`: the type's name is the table's, without what marks it as a type. */
function tableOfType(engine: Engine, file: FilePath, type: TypeExpression): string | null {
  if (type.kind !== "name" || standsForMany(engine, file, type.name)) return null;
  return type.name.replace(/^.*\./, "").replace(/^I(?=[A-Z][a-z])|(Document|Doc|Entity)$/g, "");
}

/** `T = TypeVar("T", bound=Model)`, the `T` of a generic class, a library's own base and a plain class that others extend stand for any table. */
function standsForMany(engine: Engine, file: FilePath, name: string): boolean {
  const module = engine.program.module(file)?.module;
  const value = own(module?.names, name);
  if (value !== undefined) return alternatives(evaluate(engine, { file, env: null }, value)).some((one) => isUnmodelled(one) || isBase(engine, one));
  const written = name.includes(".") || own(module?.types, name) !== undefined || own(module?.typeImports, name) !== undefined;
  return !written && languageOf(engine, file) === "javascript";
}

/** One that is decorated is a table itself, whoever extends it. */
function isBase(engine: Engine, value: Value): boolean {
  if (value.kind === "external") return externalMember(engine, value) !== null;
  return value.kind === "class" && classOf(engine, value.cls)?.marks.length === 0 && subclassesOf(engine, value.cls).length > 0;
}

function readTypeof(engine: Engine, file: FilePath, path: readonly string[]): Value {
  const [head = "", ...rest] = path;
  if (head === "import") {
    const [module = "", ...names] = rest;
    return readImported(engine, file, { module, name: "*" }, names, { kind: "name", name: names.join("."), args: [] });
  }
  const module = engine.program.module(file)?.module;
  const value = own(module?.names, head);
  if (value === undefined) return engine.unknown;
  return memberAlong(engine, evaluate(engine, { file, env: null }, value), rest);
}

function returnOfType(engine: Engine, file: FilePath, type: TypeExpression): Value {
  const value = valueOfType(engine, file, type);
  return unionOf(engine, alternatives(value).map((one) => (one.kind === "function" ? returnOf(engine, one.fn, one.env) : engine.unknown)));
}

/** `Parameters<typeof f>[0]`, and a callback's parameter two levels deep; else a member of a declared type. */
function readMember(engine: Engine, file: FilePath, type: Extract<TypeExpression, { kind: "member" }>): Value {
  const parameters = parametersOf(type.of);
  if (parameters && typeof type.key === "number") return parameterOfType(engine, file, parameters, type.key);
  const object = valueOfType(engine, file, type.of);
  if (typeof type.key === "string") return memberOf(engine, object, type.key);
  return engine.unknown;
}

const parametersOf = (type: TypeExpression): TypeExpression | null =>
  type.kind === "name" && type.name === "Parameters" ? (type.args[0] ?? null) : null;

function parameterOfType(engine: Engine, file: FilePath, of: TypeExpression, index: number): Value {
  const callback = of.kind === "member" && typeof of.key === "number" ? callbackOf(engine, file, of) : null;
  if (callback) {
    const received = callback.callback.receives?.[index];
    return received ? typedValue(engine, callback.library, received, { handle: handleOf(engine, callback.library, received, `type ${received}`) }) : engine.unknown;
  }
  const value = valueOfType(engine, file, of);
  return unionOf(engine, alternatives(value).map((one) => (one.kind === "function" ? defaultParameter(engine, one.fn, index) : engine.unknown)));
}

/** The callback that `Parameters<typeof db.transaction>[0]` means. */
function callbackOf(engine: Engine, file: FilePath, type: Extract<TypeExpression, { kind: "member" }>): Readonly<{ library: string; callback: Callback }> | null {
  const outer = parametersOf(type.of);
  if (!outer) return null;
  const value = valueOfType(engine, file, outer);
  for (const one of alternatives(value)) {
    if (one.kind !== "method" || one.of.kind !== "typed") continue;
    const found = engine.catalog.member(one.of.library, one.of.type, one.name);
    const action = found && typeof found.member === "object" ? found.member.call : undefined;
    const callback = action?.callbacks?.find((each) => each.argument === type.key);
    if (found && callback) return { library: found.library, callback };
  }
  return null;
}
