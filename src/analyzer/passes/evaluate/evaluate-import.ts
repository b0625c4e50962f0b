/** Names that come from elsewhere: other files, packages, the language's globals. */
import { GLOBALS, type Export } from "../../ir/nodes.ts";
import { own } from "../../ir/own.ts";
import { exportedMember } from "../../models/catalog.ts";
import type { LibraryModel, Member } from "../../models/schema.ts";
import type { FilePath } from "../../source.ts";
import type { Value } from "../../values/value.ts";
import { definitionOf, type Engine, type Resolution } from "../program/engine.ts";
import { evaluate } from "./evaluate.ts";
import { memberAlong, memberOf } from "./evaluate-member.ts";
import { filledUnder } from "../given/filled-names.ts";

export function evaluateImport(engine: Engine, file: FilePath, module: string, name: string): Value {
  const language = languageOf(engine, file);
  if (module === GLOBALS) return engine.interner.value({ kind: "external", language, package: GLOBALS, path: [name] });
  const target = engine.program.resolve(file, module);
  const inner = language === "python" ? submodule(engine, file, module, name, target) : null;
  if (inner) return inner;
  if (target.to === "file" && !engine.program.matters(target.file))
    return engine.interner.value({ kind: "elsewhere", file: target.file, path: name === "*" || name === "=" ? [] : [name] });
  if (target.to === "file") return exportOf(engine, target.file, name);
  const path = name === "*" || name === "=" ? [] : [name];
  const modelled = target.to === "package" && engine.catalog.forModule(language, target.name) !== null;
  const owner = modelled ? target.name : (engine.catalog.distinct(language, name)?.packages[0] ?? (target.to === "package" ? target.name : module));
  return engine.interner.value({ kind: "external", language, package: owner, path });
}

/** In Python a package's names include its modules; the package itself is at hand even where nothing in its own file matters. */
function submodule(engine: Engine, file: FilePath, module: string, name: string, target: Resolution): Value | null {
  if (name === "*") return target.to === "file" && target.file.endsWith("__init__.py") ? engine.interner.value({ kind: "module", file: target.file }) : null;
  if (target.to === "file" && own(engine.program.module(target.file)?.module.exports, name)) return null;
  const inner = engine.program.resolve(file, module.endsWith(".") ? `${module}${name}` : `${module}.${name}`);
  return inner.to === "file" ? engine.interner.value({ kind: "module", file: inner.file }) : null;
}

/** Reads what is elsewhere after all: without a path it is what the file exports as a whole. */
export function reveal(engine: Engine, value: Value): Value {
  if (value.kind !== "elsewhere") return value;
  const [name = "=", ...rest] = value.path;
  return memberAlong(engine, exportOf(engine, value.file, name), rest);
}

export const languageOf = (engine: Engine, file: FilePath): LibraryModel["language"] => engine.program.module(file)?.module.language ?? "javascript";

/** What a file exports under a name, followed through re-exports; CommonJS and ES modules read each other's. */
export function exportOf(engine: Engine, file: FilePath, name: string, seen: ReadonlySet<string> = new Set()): Value {
  const key = `${file} ${name}`;
  const module = engine.program.module(file)?.module;
  if (!module || seen.has(key)) return engine.unknown;
  const next = new Set([...seen, key]);
  const whole = wholeExport(engine, file, module.exports["="]);
  const itself = engine.interner.value({ kind: "module", file });
  if (name === "*" || name === "=") return name === "=" && whole ? evaluate(engine, { file, env: null }, whole.value) : itself;
  const one = own(module.exports, name);
  if (one?.kind === "value") return evaluate(engine, { file, env: null }, one.value);
  if (one) return follow(engine, file, one.module, one.name, next);
  if (whole) {
    const exported = evaluate(engine, { file, env: null }, whole.value);
    return name === "default" ? exported : memberOf(engine, exported, name);
  }
  if (name === "default") return engine.unknown;
  const behind = behindStars(engine, module.stars.map((star) => () => follow(engine, file, star, name, next)));
  if (behind) return behind;
  const otherwise = file.endsWith("__init__.py") ? submodule(engine, file, ".", name, { to: "nowhere" }) : null;
  return otherwise ?? filledUnder(engine, itself, name) ?? engine.unknown;
}

/** The first of the program's files that has the name. A package is not read and may have any: it has it if a model says so, or nobody else does. */
function behindStars(engine: Engine, stars: readonly (() => Value)[]): Value | null {
  let foreign: Value | null = null;
  for (const star of stars) {
    const found = star();
    if (found.kind === "unknown") continue;
    if (found.kind !== "external" || externalMember(engine, found)) return found;
    foreign ??= found;
  }
  return foreign;
}

/** What is exported as a whole: `module.exports`, unless it only gets members. */
const wholeExport = (engine: Engine, file: FilePath, whole: Export | undefined): Extract<Export, { kind: "value" }> | null =>
  whole?.kind === "value" && definitionOf(engine, file, whole.value) ? whole : null;

function follow(engine: Engine, from: FilePath, specifier: string, name: string, seen: ReadonlySet<string>): Value {
  const target = engine.program.resolve(from, specifier);
  if (target.to === "file") return exportOf(engine, target.file, name, seen);
  return evaluateImport(engine, from, specifier, name);
}

export type Known = Readonly<{ model: LibraryModel; member: Member }>;

/** What the models say of an export. `default` and the module itself are one where only one of them is described. */
export function externalMember(engine: Engine, value: Extract<Value, { kind: "external" }>): Known | null {
  const { language } = value;
  if (value.package === GLOBALS) {
    const found = engine.catalog.global(language, value.path[0] ?? "");
    if (!found || value.path.length === 1) return found;
    let member: Member | undefined = found.member;
    for (const name of value.path.slice(1)) member = typeof member === "object" ? own(member.members, name) : undefined;
    return member === undefined ? null : { model: found.model, member };
  }
  const model = engine.catalog.forModule(language, value.package);
  const direct = model ? memberAt(model, value.path) : null;
  return direct ?? (language === "python" ? submoduleMember(engine, value) : null);
}

/** `__dirname` */
export function isOwnFolder(engine: Engine, value: Value): boolean {
  const member = value.kind === "external" ? externalMember(engine, value)?.member : undefined;
  return typeof member === "object" && member.folder === true;
}

function memberAt(model: LibraryModel, whole: readonly string[]): Known | null {
  const path = whole[0] === "default" ? whole.slice(1) : whole;
  const member = exportedMember(model, whole) ?? exportedMember(model, path) ?? exportedMember(model, ["default", ...path]);
  return member === null ? null : { model, member };
}

/** In `os.path.join` a member is a module: modules are written small, and lie below the one that was imported. */
function submoduleMember(engine: Engine, { language, package: name, path }: Extract<Value, { kind: "external" }>): Known | null {
  for (let depth = 1; depth < path.length && /^[a-z_0-9]+$/.test(path[depth - 1] ?? ""); depth++) {
    const model = engine.catalog.forModule(language, [name, ...path.slice(0, depth)].join("."));
    const found = model ? memberAt(model, path.slice(depth)) : null;
    if (found) return found;
  }
  return null;
}
