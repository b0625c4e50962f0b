/** What a pause is computed from: whether it grows from attempt to attempt, has a random part, is cut off at a most. */
import { GLOBALS, type CallNode, type FunctionId, type IrNode, type ValueId } from "../../ir/nodes.ts";
import { argumentFor, returnedValues } from "../../ir/walk.ts";
import { type FilePath, type Span, spanOf } from "../../source.ts";
import { alternatives, callAt, fileOf, functionOf, type Engine } from "../program/engine.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { actionsAt } from "../evaluate/evaluate-call.ts";
import { type Definition, definitionsOf } from "../program/module-index.ts";

/** `known` is false where a part of it cannot be seen. */
export type DelayShape = Readonly<{ grows: boolean; random: boolean; capped: boolean; known: boolean }>;
/** A call on the way to the pause. */
type Call = Readonly<{ span: Span; fn: FunctionId }>;
type Seeking = Readonly<{
  engine: Engine; file: FilePath; calls: readonly Call[]; way: readonly Readonly<{ value: ValueId; file: FilePath; multiplied: boolean }>[];
}>;

const PLAIN: DelayShape = { grows: false, random: false, capped: false, known: true };
const UNSEEN: DelayShape = { ...PLAIN, known: false };
const DEEPEST = 40;

const RANDOM: ReadonlySet<string> = new Set([
  "random", "uniform", "randint", "randrange", "randomInt", "getRandomValues", "randbelow", "triangular", "betavariate", "gauss", "expovariate",
]);
/** What the languages have for numbers that leaves their size as it is. */
const ROUNDING: ReadonlySet<string> = new Set(["floor", "ceil", "round", "trunc", "max"]);

/** `wait` is the call that waits, `calls` the way to it. */
export function delayShape(engine: Engine, calls: readonly Call[], wait: Span): DelayShape {
  const node = callAt(engine, wait)?.node;
  const value = node ? delayOf(engine, wait.file, node) : undefined;
  return value === undefined ? UNSEEN : shapeOf({ engine, file: wait.file, calls, way: [] }, value);
}

/** The argument that says how long. */
function delayOf(engine: Engine, file: FilePath, node: CallNode): ValueId | undefined {
  const sources = actionsAt(engine, { file, env: null }, node).map(({ action: { waits } }) => (waits?.milliseconds ?? waits?.seconds)?.argument);
  const position = sources.find((argument) => typeof argument === "number");
  return position === undefined ? undefined : node.args[position]?.value;
}

const joined = (shapes: readonly DelayShape[]): DelayShape => ({
  grows: shapes.some((one) => one.grows), random: shapes.some((one) => one.random), capped: shapes.some((one) => one.capped),
  known: shapes.every((one) => one.known),
});

function shapeOf(seeking: Seeking, value: ValueId): DelayShape {
  const { engine, file, way } = seeking;
  if (way.length > DEEPEST) return UNSEEN;
  const before = way.findIndex((one) => one.value === value && one.file === file);
  // What is a multiple of itself doubles.
  if (before >= 0) return { ...PLAIN, grows: way.slice(before).some((one) => one.multiplied) };
  const definitions = definitionsOf(engine.program.module(file), value);
  const inner: Seeking = { ...seeking, way: [...way, { value, file, multiplied: false }] };
  const shape = joined(definitions.map((one) => ofDefinition(inner, one)));
  // `if (delay > most) delay = most;` is one more assignment.
  return definitions.length > 2 ? { ...shape, capped: true } : shape;
}

function ofDefinition(seeking: Seeking, definition: Definition): DelayShape {
  switch (definition.by) {
    case "node":
      return ofNode(seeking, definition.node);
    case "parameter":
      return ofParameter(seeking, definition.fn, definition.index);
    case "item":
      return { ...PLAIN, grows: true, capped: true }; // a schedule: somebody wrote the pauses down
    case "receiver":
    case "caught":
      return PLAIN;
  }
}

function ofNode(seeking: Seeking, node: IrNode): DelayShape {
  const all = (values: readonly ValueId[]): DelayShape => joined(values.map((value) => shapeOf(seeking, value)));
  switch (node.kind) {
    case "constant":
    case "import":
    case "test":
      return PLAIN;
    case "text":
      return all(node.parts.filter((part) => typeof part !== "string"));
    case "compute":
      return ofArithmetic(seeking, node);
    case "assign": {
      const chosen = node.from.length > 1 && node.given?.every((facts) => facts.every(({ holds }) => holds !== "nullish" && holds !== "present"));
      return { ...all(node.from), ...(chosen ? { capped: true } : {}) };
    }
    case "typed":
      return node.value === null ? PLAIN : shapeOf(seeking, node.value);
    case "await":
      return shapeOf(seeking, node.value);
    case "member":
      return node.property === null ? { ...PLAIN, grows: true, capped: true } : PLAIN;
    case "call":
      return ofCall(seeking, node);
    default:
      return UNSEEN;
  }
}

function ofArithmetic(seeking: Seeking, node: Extract<IrNode, { kind: "compute" }>): DelayShape {
  const multiplied = node.operator === "*";
  const inner: Seeking = { ...seeking, way: [...seeking.way, { value: node.into, file: seeking.file, multiplied }] };
  const shape = joined(node.from.map((value) => shapeOf(inner, value)));
  // The clock's last digits are as good as random; the rest of a division is small.
  if (node.operator === "%") return { ...shape, random: true, capped: true };
  return node.operator === "**" || node.operator === "<<" ? { ...shape, grows: true } : shape;
}

function ofCall(seeking: Seeking, node: CallNode): DelayShape {
  const { engine, file } = seeking;
  const callees = alternatives(evaluate(engine, { file, env: null }, node.callee));
  const args = (): DelayShape => joined(node.args.map((argument) => shapeOf(seeking, argument.value)));
  return joined(callees.map((callee): DelayShape => {
    if (callee.kind === "function") return ofFunction(seeking, node, callee.fn);
    if (callee.kind !== "external") return UNSEEN;
    const name = callee.path.at(-1) ?? "";
    if (RANDOM.has(name)) return { ...args(), random: true };
    if (name === "min") return { ...args(), capped: true };
    if (name === "pow") return { ...args(), grows: true };
    return callee.package === GLOBALS || ROUNDING.has(name) ? args() : UNSEEN;
  }));
}

/** A function of the program: what it returns, given these arguments. */
function ofFunction(seeking: Seeking, node: CallNode, fn: FunctionId): DelayShape {
  const code = functionOf(seeking.engine, fn);
  const returned = code && !seeking.calls.some((one) => one.fn === fn) ? returnedValues(code.body) : [];
  if (returned.length === 0) return UNSEEN;
  const span = spanOf(seeking.file, node);
  const inner: Seeking = { ...seeking, file: fileOf(fn), calls: [...seeking.calls, { span, fn }] };
  return joined(returned.map((value) => shapeOf(inner, value)));
}

/** What the caller gave, where the caller is on the way; else it is somebody's number. */
function ofParameter(seeking: Seeking, fn: FunctionId, index: number): DelayShape {
  const at = seeking.calls.findLastIndex((one) => one.fn === fn);
  const call = seeking.calls[at];
  const code = functionOf(seeking.engine, fn);
  const param = code?.params[index];
  const site = call && callAt(seeking.engine, call.span)?.node;
  if (!call || !code || !param) return PLAIN;
  if (site?.args.some((argument) => argument.spread)) return UNSEEN;
  const given = site ? argumentFor(site, code, index) : null;
  if (given !== null) return shapeOf({ ...seeking, file: call.span.file, calls: seeking.calls.slice(0, at) }, given);
  return param.fallback === null ? PLAIN : shapeOf({ ...seeking, file: fileOf(fn) }, param.fallback);
}
