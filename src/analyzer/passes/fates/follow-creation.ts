/** What becomes of a connection that a function makes: kept for later, handed back, or used here and dropped. */
import { GLOBALS, type CallNode, type FunctionId, type IrNode, type ValueId } from "../../ir/nodes.ts";
import type { FilePath } from "../../source.ts";
import { alternatives, fileOf, functionOf, type Engine } from "../program/engine.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { externalMember } from "../evaluate/evaluate-import.ts";
import { oncePer } from "../../once-per.ts";
import { actionsAt } from "../evaluate/evaluate-call.ts";
import { nameOfCallee } from "../program/callers.ts";
import { definitionsOf, firstDefinition, makersIn, type ModuleIndex } from "../program/module-index.ts";
import { usesOf } from "../program/uses.ts";

export type Fate = "module" | "instance" | "elsewhere" | "returned" | "passed" | "dropped";

/** The fates that a value meets, the most lasting first. */
export function fateOf(engine: Engine, file: FilePath, fn: FunctionId, value: ValueId): Fate {
  const index = engine.program.module(file);
  if (!index) return "passed";
  const search: Search = { engine, index, fn, fates: new Set(), seen: new Set(), depth: 0 };
  follow(search, value);
  return ORDER.find((fate) => search.fates.has(fate)) ?? "dropped";
}

const ORDER: readonly Fate[] = ["module", "elsewhere", "instance", "returned", "passed"];

/** `depth`: how much was seen on the way to the function. `runs`: what is followed is a function, of which a call may give anything. */
type Search = Readonly<{ runs?: boolean; engine: Engine; index: ModuleIndex; fn: FunctionId; fates: Set<Fate>; seen: Set<ValueId>; depth: number }>;

function follow(search: Search, value: ValueId): void {
  if (search.seen.has(value)) return;
  search.seen.add(value);
  for (const use of usesOf(search.index, value)) followUse(search, value, use);
  for (const closure of capturedBy(search, value)) followClosure(search, closure);
}

/** The functions written inside this one, not inside each other, that use it. */
function capturedBy({ engine, index, fn }: Search, value: ValueId): readonly ValueId[] {
  const uses = usesOf(index, value);
  return uses.length === 0 ? [] : closuresIn(index).flatMap((closure) => {
    const code = functionOf(engine, closure.fn);
    return code?.parent === fn && uses.some((use) => code.start <= use.start && use.end <= code.end) ? [closure.into] : [];
  });
}

const closuresIn = oncePer((index: ModuleIndex) => makersIn(index).filter((node) => node.kind === "closure"));

/** A function that uses it and that is kept, or handed to something that calls it later, keeps it as well. One that is run here does not. */
function followClosure({ engine, index, fn, fates, seen, depth }: Search, closure: ValueId): void {
  if (seen.has(closure)) return;
  const inside: Search = { engine, index, fn, fates: new Set(), seen, depth, runs: true };
  follow(inside, closure);
  if (usesOf(index, closure).some((use) => use.kind === "call" && registers(engine, index, closure, use))) fates.add("elsewhere");
  for (const fate of inside.fates) if (fate !== "passed") fates.add(fate);
}

/** What an emitter calls at the end of this work ends with it: `request.on("close", () => pool.end())`. */
const ENDING: ReadonlySet<string> = new Set(["on", "once", "then", "catch", "finally", "addEventListener"]);

/** Code that cannot be seen takes the function, and gives nothing back for it: `server.route("/books", handler)`. */
function registers(engine: Engine, index: ModuleIndex, closure: ValueId, use: CallNode): boolean {
  if (use.callee === closure || ENDING.has(nameOfCallee(index, use.callee) ?? "")) return false;
  if (use.as !== "decorate" && usesOf(index, use.into).length > 0) return false;
  const callees = alternatives(evaluate(engine, { file: index.module.file, env: null }, use.callee));
  return (
    callees.every((callee) => callee.kind !== "function") &&
    actionsAt(engine, { file: index.module.file, env: null }, use).every(({ action }) => !action.callbacks)
  );
}

function followUse(search: Search, value: ValueId, use: IrNode): void {
  const { engine, index, fn, fates } = search;
  switch (use.kind) {
    case "assign":
    case "typed":
      if (belongsElsewhere(engine, index, fn, use.into)) fates.add("module");
      return follow(search, use.into);
    case "await":
    case "aggregate":
      return follow(search, use.into);
    case "exit":
      if (use.how === "return") fates.add("returned");
      return;
    case "yield":
      return void fates.add("returned");
    case "store":
      if (use.value === value) fates.add(isReceiver(index, use.object) ? "instance" : "elsewhere");
      return;
    case "call":
      return followCall(search, value, use);
    case "member":
      return followMethod(search, use);
    default:
      return;
  }
}

/** A variable that the function only assigns: the module's, or an enclosing function's. */
export function belongsElsewhere(engine: Engine, index: ModuleIndex, fn: FunctionId, variable: ValueId): boolean {
  const { module } = index;
  if (fn === module.main) return false;
  if (Object.values(module.names).includes(variable)) return true;
  const assigned = definitionsOf(index, variable).map((definition) => ("fn" in definition ? definition.fn : fn));
  return assigned.some((owner) => owner !== fn && encloses(engine, owner, fn));
}

export function encloses(engine: Engine, outer: FunctionId, inner: FunctionId): boolean {
  for (let at = functionOf(engine, inner)?.parent ?? null; at; at = functionOf(engine, at)?.parent ?? null) if (at === outer) return true;
  return false;
}

const isReceiver = (index: ModuleIndex, value: ValueId): boolean => firstDefinition(index, value)?.by === "receiver";

/** Wrapped in another object (`wrap(pool)`, `new Store(db)`), its fate is that object's. */
function followCall(search: Search, value: ValueId, use: CallNode): void {
  const { engine, index, fates, seen, depth } = search;
  if (use.callee === value) return;
  if (keeps(index, use)) return void fates.add("elsewhere");
  const inner = receivers(engine, index, value, use);
  if (inner && depth + seen.size < FURTHEST) {
    // What the helper gives back is followed here; what it keeps is kept.
    if (inner.map((one) => followParameter(search, one)).some((given) => given)) follow(search, use.into);
    return;
  }
  // A function that came in as an argument borrows it: what that gives back is something else.
  if (firstDefinition(index, use.callee)?.by === "parameter") return void fates.add("passed");
  if (search.runs) return;
  const before = fates.size;
  follow(search, use.into);
  if (fates.size === before && !isWrapped(engine, index, use)) fates.add("passed");
}

/** An object of a library that is built round it and used here: `new Client({ dialect })`. */
function isWrapped(engine: Engine, index: ModuleIndex, use: CallNode): boolean {
  if (usesOf(index, use.into).length === 0) return false;
  const callee = evaluate(engine, { file: index.module.file, env: null }, use.callee);
  if (callee.kind !== "external" || callee.package === GLOBALS) return false;
  // Python constructs by calling: only a model tells a class.
  const member = use.as === "construct" ? null : externalMember(engine, callee)?.member;
  return use.as === "construct" || (typeof member === "object" && member?.construct !== undefined);
}

const FURTHEST = 24;

type Taker = Readonly<{ fn: FunctionId; param: ValueId }>;

/** The parameters of the program's functions that take the value; null where the callee is not all known. */
function receivers(engine: Engine, index: ModuleIndex, value: ValueId, use: CallNode): readonly Taker[] | null {
  const position = use.args.findIndex((argument) => argument.value === value && argument.name === null && !argument.spread);
  if (position < 0 || use.as === "construct") return null;
  const callees = alternatives(evaluate(engine, { file: index.module.file, env: null }, use.callee));
  const found = callees.flatMap((callee) => {
    const param = callee.kind === "function" ? functionOf(engine, callee.fn)?.params[position] : undefined;
    return callee.kind === "function" && param && !param.rest ? [{ fn: callee.fn, param: param.value }] : [];
  });
  return found.length === callees.length ? found : null;
}

/** Whether the function gives back what it is given. */
function followParameter({ engine, fates, seen, depth, runs = false }: Search, { fn, param }: Taker): boolean {
  const index = engine.program.module(fileOf(fn));
  if (!index) fates.add("passed");
  if (!index) return false;
  const inside: Search = { engine, index, fn, fates: new Set(), seen: new Set(), depth: depth + seen.size + 4, runs };
  follow(inside, param);
  for (const fate of inside.fates) if (fate !== "returned") fates.add(fate);
  return inside.fates.has("returned");
}

const KEEPING: ReadonlySet<string> = new Set(["set", "push", "add", "decorate", "register", "provide", "asValue", "setdefault", "append"]);

function keeps(index: ModuleIndex, use: CallNode): boolean {
  const definition = firstDefinition(index, use.callee);
  return definition?.by === "node" && definition.node.kind === "member" && definition.node.property !== null && KEEPING.has(definition.node.property);
}

/** `pool.connect()` and the like use it; what a builder gives back (`new X().on(…)`) may be it. */
function followMethod(search: Search, use: Extract<IrNode, { kind: "member" }>): void {
  const calls = usesOf(search.index, use.into).filter((one) => one.kind === "call" && one.callee === use.into);
  const chains = use.property !== null && /^(?:\$?extend|\$extends|on|once|connect|initialize|init|open|sync|with[A-Z]|catch$|finally$)/.test(use.property);
  for (const call of calls) if (call.kind === "call" && chains) follow(search, call.into);
}

