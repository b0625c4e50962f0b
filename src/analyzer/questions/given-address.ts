/** Databases that cannot be opened once for all: those that callers name or want tried, and files that a function makes for itself. */
import type { Analysis } from "../analyze.ts";
import type { Creation } from "../creations.ts";
import type { ClassId, FunctionId, ValueId } from "../ir/nodes.ts";
import { argumentFor } from "../ir/walk.ts";
import type { FilePath } from "../source.ts";
import { ancestry, subclassesOf } from "../passes/classes/ancestry.ts";
import { classCreatedBy } from "../passes/classes/constructors.ts";
import { callersOf, nameOfCallee } from "../passes/program/callers.ts";
import { callAt, definitionOf, fileOf, functionOf, type CallSite, type Engine } from "../passes/program/engine.ts";
import { partsOfValue } from "../passes/program/made-of.ts";
import { definitionsOf, type ModuleIndex } from "../passes/program/module-index.ts";
import { usesOf } from "../passes/program/uses.ts";

export function isAddressGiven({ engine }: Analysis, { fn, what: { span } }: Creation): boolean {
  const given = callAt(engine, span)?.node.args.map(({ value }) => value) ?? [];
  // A function that is written inside another knows what that one is given.
  for (let around: FunctionId | null = fn; around; around = functionOf(engine, around)?.parent ?? null) if (isGivenTo(engine, around, given)) return true;
  return false;
}

function isGivenTo(engine: Engine, fn: FunctionId, values: readonly ValueId[]): boolean {
  const [file, code] = [fileOf(fn), functionOf(engine, fn)];
  const at = values.flatMap((value) => parametersIn(engine, file, fn, value));
  return at.some((index) => callersOf(engine, fn).every((site) => {
    const call = callAt(engine, site)?.node;
    const argument = call && code ? argumentFor(call, code, index) : null;
    if (argument === null || keepsOptions(engine, site.file, argument)) return false;
    return parametersIn(engine, site.file, site.fn, argument).length > 0 || isOneOfMany(engine, site.file, argument) || isFieldOfDriver(engine, site, argument);
  }));
}

/** An item of what a loop goes through: each has a database of its own. */
const isOneOfMany = (engine: Engine, file: FilePath, value: ValueId): boolean =>
  [...partsOfValue(engine, file, value)].some((part) => definitionOf(engine, file, part)?.by === "item");

const FILLS = /^_*(?:copy|write|create_?write|back_?up|download|dump|extract|export|save|rename|move|unzip|clone|restore|unlink|remove|rm$|rm_?sync|delete|url_?retrieve)/i;
const NAMES_ANEW = /te?mp|uuid|nanoid|random|^now$|timestamp/i;

/**
 * One of several classes of a kind, chosen and constructed at run time, says by fields of its own where it connects: a driver for the databases
 * of customers. Whoever constructs it names the database.
 */
export const isDriverOfMany = ({ engine }: Analysis, { fn, what: { span } }: Creation): boolean =>
  (callAt(engine, span)?.node.args ?? []).some(({ value }) => isFieldOfDriver(engine, { file: span.file, fn }, value));

const isFieldOfDriver = (engine: Engine, { file, fn }: Pick<CallSite, "file" | "fn">, value: ValueId): boolean =>
  isChosenDriver(engine, engine.program.module(file)?.classOf.get(fn) ?? null)
  && [...partsOfValue(engine, file, value)].some((part) => definitionOf(engine, file, part)?.by === "receiver");

/** What names the database comes in where nobody of the program is seen to call: an object of a plug-in, a function of a library. */
export function isNamedByStrangers({ engine }: Analysis, { fn, what: { span } }: Creation): boolean {
  const index = engine.program.module(span.file);
  const cls = index?.classOf.get(fn) ?? null;
  const given = callAt(engine, span)?.node.args.map(({ value }) => value) ?? [];
  const parts = given.flatMap((value) => [...partsOfValue(engine, span.file, value)]);
  if (cls && index?.module.classes[cls]?.marks.length === 0 && parts.some((part) => definitionOf(engine, span.file, part)?.by === "receiver"))
    return callersOf(engine, cls).length === 0;
  const params = (functionOf(engine, fn)?.params ?? []).filter(({ value, fallback }) => fallback === null && parts.includes(value));
  return params.length > 0 && callersOf(engine, classCreatedBy(engine, fn) ?? fn).length === 0;
}

const MANY = 4;

/** Nobody constructs it by name, or only a function that knows many of its kind by name. */
function isChosenDriver(engine: Engine, cls: ClassId | null): boolean {
  const [, base] = cls ? ancestry(engine, cls, null) : [];
  if (!cls || !base) return false;
  const kinds = subclassesOf(engine, base.cls.id);
  const chosenIn = (fn: FunctionId): number => kinds.filter((kind) => callersOf(engine, kind.id).some((site) => site.fn === fn)).length;
  return kinds.length > 1 && callersOf(engine, cls).every(({ fn }) => chosenIn(fn) >= MANY);
}

/** The function fills, copies or deletes the file as well, or makes up a name for it. */
export function isOwnFile({ engine }: Analysis, { effect, fn, what: { span } }: Creation): boolean {
  const index = engine.program.module(span.file);
  const made = callAt(engine, span)?.node;
  if (!index || !made || (effect.engine ?? effect.engineByDefault) !== "sqlite") return false;
  const parts = new Set(made.args.flatMap(({ value }) => [...partsOfValue(engine, span.file, value)]));
  return [...parts].some((part) => isMadeIn(index, fn, part) && (isNamedAnew(index, part) || isFilled(index, part)));
}

const TRIES = /migrat|(?:test|check|verify|validate|try|probe)_?(?:the_?)?(?:[a-z]*_?)(?:connect|credential|creds|database)|back_?up|(?<!un)restore|reset_?(?:the_?)?(?:db|database|schema)/i;

/** What the function is called says that it moves a database, or only asks whether there is one. */
export const triesDatabase = ({ name }: Creation): boolean => TRIES.test(name.slice(name.lastIndexOf(".") + 1));

const isMadeIn = (index: ModuleIndex, fn: FunctionId, value: ValueId): boolean => definitionsOf(index, value).some((one) => one.fn === fn);

const isNamedAnew = (index: ModuleIndex, value: ValueId): boolean =>
  definitionsOf(index, value).some((one) => one.by === "node" && one.node.kind === "call" && NAMES_ANEW.test(nameOfCallee(index, one.node.callee) ?? ""));

const isFilled = (index: ModuleIndex, value: ValueId): boolean => usesOf(index, value).some((use) =>
  use.kind === "call" && use.args.some((argument) => argument.value === value) && FILLS.test(nameOfCallee(index, use.callee) ?? ""));

/** The positions of the parameters that a value is made of. */
function parametersIn(engine: Engine, file: FilePath, fn: FunctionId, value: ValueId): readonly number[] {
  const parts = partsOfValue(engine, file, value);
  return (functionOf(engine, fn)?.params ?? []).flatMap((param, index) => (parts.has(param.value) ? [index] : []));
}

/** `{ ...this.options, database }`: the server is one and the same. */
function keepsOptions(engine: Engine, file: FilePath, value: ValueId): boolean {
  return [...partsOfValue(engine, file, value)].some((part) => {
    const literal = definitionOf(engine, file, part);
    if (literal?.by !== "node" || literal.node.kind !== "aggregate") return false;
    const isOwn = (one: ValueId): boolean => definitionOf(engine, file, one)?.by === "receiver";
    return literal.node.entries.some((entry) => entry.spread && [...partsOfValue(engine, file, entry.value)].some(isOwn));
  });
}
