/** Parameters and receivers when it is not known who called: annotations, defaults, the callers that can be seen. */
import type { ClassId, FunctionId } from "../../ir/nodes.ts";
import { isOfTypeAlone, type TypedValue, type Value } from "../../values/value.ts";
import { receiverOfAdded } from "../given/added-members.ts";
import { classCreatedBy } from "../classes/constructors.ts";
import { alternatives, definitionOf, fileOf, functionOf, isVague, perhaps, unionOf, type CallSite, type Engine } from "../program/engine.ts";
import { callersOf } from "../program/callers.ts";
import { evaluate } from "./evaluate.ts";
import { givenByLibrary } from "./own-objects.ts";
import { valueOfType } from "./evaluate-type.ts";
import { closureOf, type ModuleIndex } from "../program/module-index.ts";

function declaredParameter(engine: Engine, fn: FunctionId, index: number): Value {
  const type = functionOf(engine, fn)?.params[index]?.type;
  const declared = type ? valueOfType(engine, fileOf(fn), type) : engine.unknown;
  if (declared.kind !== "typed") return declared;
  if (declared.handle?.is === "connection") return keptConnection(engine, fn, index, declared) ?? declared;
  return declared.handle?.is === "root" && isGivenTransactions(engine, fn, index) ? perhaps(engine, declared) : declared;
}

/** A class of which the program makes one object has the connection that this one is made with. */
function keptConnection(engine: Engine, fn: FunctionId, index: number, declared: TypedValue): Value | null {
  const [site, ...others] = classCreatedBy(engine, fn) === null ? [] : sitesOf(engine, fn);
  const argument = site && others.length === 0 ? (site.args[index] ?? null) : null;
  const given = argument === null || !site ? null : evaluate(engine, { file: site.file, env: null }, argument);
  return given?.kind === "typed" && given.library === declared.library && given.handle?.is === "connection" && !isOfTypeAlone(given.handle) ? given : null;
}

/** An argument that cannot be seen is what the annotation says, or a row where others give rows; others' handles and functions are not this caller's. */
export function unseenArgument(engine: Engine, fn: FunctionId, index: number): Value {
  const declared = declaredParameter(engine, fn, index);
  if (declared.kind !== "unknown") return declared;
  const own = givenByLibrary(engine, fn, index);
  if (own.kind !== "unknown") return own;
  const rows = alternatives(defaultParameter(engine, fn, index)).filter((value) => value.kind === "typed" && value.made !== null && value.query === null);
  return rows.length > 0 ? unionOf(engine, rows) : engine.unknown;
}

export function defaultParameter(engine: Engine, fn: FunctionId, index: number): Value {
  const file = fileOf(fn);
  const param = functionOf(engine, fn)?.params[index];
  if (!param) return engine.unknown;
  const declared = declaredParameter(engine, fn, index);
  const fallback = param.fallback === null ? engine.unknown : evaluate(engine, { file, env: null }, param.fallback);
  if (declared.kind === "declared") return insideDeclared(engine, fn, index, fallback) ?? declared;
  if (declared.kind !== "unknown") return unionOf(engine, [declared, ...informative([fallback])]);
  const given = agreed(informative([givenByLibrary(engine, fn, index), ...fromCallers(engine, fn, index)]));
  const found = unionOf(engine, [...informative([fallback]), ...given]);
  return found.kind === "unknown" && param.name !== null && engine.catalog.isReceiver(param.name)
    ? engine.interner.value({ kind: "named", name: param.name })
    : found;
}

/** Objects that are made anew round what a callback is handed: of one that nobody saw made, the client that its class declares may be a transaction. */
const isGivenTransactions = (engine: Engine, fn: FunctionId, index: number): boolean =>
  classCreatedBy(engine, fn) !== null && sitesOf(engine, fn).some(({ file, args }) => {
    const argument = args[index] ?? null;
    if (argument === null) return false;
    const given = evaluate(engine, { file, env: null }, argument);
    return (
      alternatives(given).some((value) => value.kind === "typed" && value.handle?.is === "transaction") ||
      (isVague(given) && definitionOf(engine, file, argument)?.by === "parameter")
    );
  });

/** A type that only lists members says less than what is given: the default, what callers hand over. */
function insideDeclared(engine: Engine, fn: FunctionId, index: number, fallback: Value): Value | null {
  if (fallback.kind !== "unknown") return fallback;
  const given = informative(fromCallers(engine, fn, index)).filter((value) => value.kind !== "declared" && value.kind !== "external" && value.kind !== "method");
  return given.length === 0 ? null : unionOf(engine, given);
}

/** Only what says something about handles and functions is taken from callers; data is not. */
const TELLING: ReadonlySet<Value["kind"]> = new Set(["typed", "instance", "function", "record", "class", "module", "external", "method", "declared"]);

const informative = (values: readonly Value[]): Value[] => values.flatMap(alternatives).filter((value) => TELLING.has(value.kind));

/** Statements are each caller's own: what one hands over says nothing of what another does. */
function agreed(given: readonly Value[]): readonly Value[] {
  const tables = new Set(given.flatMap((value) => (value.kind === "typed" && value.query !== null ? [value.query.tables[0] ?? ""] : [])));
  return tables.size > 1 ? given.filter((value) => value.kind !== "typed" || value.query === null) : given;
}

const CALLERS = 6;

const sitesOf = (engine: Engine, fn: FunctionId): readonly CallSite[] => callersOf(engine, classCreatedBy(engine, fn) ?? fn).slice(0, CALLERS);

function fromCallers(engine: Engine, fn: FunctionId, index: number): Value[] {
  return sitesOf(engine, fn).flatMap((site) => {
    const argument = site.args[index] ?? null;
    return argument === null ? [] : [evaluate(engine, { file: site.file, env: null }, argument)];
  });
}

/** `this` of a method: an instance of its class, the class itself where the method is static, what it was added to, or the record that holds it. */
export function defaultReceiver(engine: Engine, fn: FunctionId): Value {
  const file = fileOf(fn);
  const index = engine.program.module(file);
  const cls: ClassId | undefined = index?.classOf.get(fn);
  if (index && cls && isStatic(index, cls, fn)) return engine.interner.value({ kind: "class", cls, env: null });
  if (cls) return engine.interner.value({ kind: "instance", cls, args: null, env: null });
  return receiverOfAdded(engine, file, fn);
}

const isStatic = (index: ModuleIndex, cls: ClassId, fn: FunctionId): boolean =>
  Object.values(index.module.classes[cls]?.statics ?? {}).some((value) => closureOf(index, value) === fn);
