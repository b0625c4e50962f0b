/** Whether a loop of a transaction goes through its items in the order in which somebody gave them, and not in one of its own. */
import type { Analysis } from "../analyze.ts";
import type { FunctionId, IrNode, ValueId } from "../ir/nodes.ts";
import { argumentFor, returnedValues, walk } from "../ir/walk.ts";
import { actionsAt } from "../passes/evaluate/evaluate-call.ts";
import { evaluate } from "../passes/evaluate/evaluate.ts";
import { definitionsOf } from "../passes/program/module-index.ts";
import { alternatives, callAt, fileOf, functionOf, receiverOf, type Engine } from "../passes/program/engine.ts";
import { usesAt } from "../passes/program/uses.ts";
import type { Hop } from "../passes/timelines/open-scopes.ts";
import type { During } from "../selectors.ts";
import { spanOf, type Span } from "../source.ts";
import type { Definition } from "../passes/program/module-index.ts";

/** Null: it comes from somewhere that has an order of its own, such as a statement, or that cannot be seen. */
type Order = "given" | "sorted" | null;
type Way = Readonly<{ engine: Engine; hops: readonly Hop[]; depth: number }>;
type Call = Extract<IrNode, { kind: "call" }>;

const DEEPEST = 12;

export function isInGivenOrder({ engine }: Analysis, { loops, hops }: During): boolean {
  const loop = loops.findLast(({ each, bounded }) => each && !bounded);
  const over = loop ? listOf(engine, loop.span) : null;
  return loop !== undefined && over !== null && orderOf({ engine, hops: hops.slice(0, loop.hops.length), depth: 0 }, loop.span, over) === "given";
}

/** What a loop goes through, be it written as one or as a call that runs a function for each item. */
function listOf(engine: Engine, at: Span): ValueId | null {
  const call = callAt(engine, at);
  if (call) return receiverOf(engine, at.file, call.node) ?? call.node.args[0]?.value ?? null;
  let over: ValueId | null = null;
  for (const fn of Object.values(engine.program.module(at.file)?.module.functions ?? {})) {
    if (fn.start <= at.start && at.end <= fn.end)
      walk(fn.body, (node) => void (node.kind === "loop" && node.start === at.start && node.end === at.end && (over = node.over)));
  }
  return over;
}

/** Any source that sorts speaks for all: `sorted ? ids : sort(ids)`. */
const anyOf = (orders: readonly Order[]): Order => (orders.includes("sorted") ? "sorted" : orders.includes("given") ? "given" : null);

function orderOf(way: Way, { file }: Pick<Span, "file">, value: ValueId): Order {
  const { engine, depth } = way;
  if (depth > DEEPEST) return null;
  const deeper: Way = { ...way, depth: depth + 1 };
  if (isSortedInPlace(engine, file, value)) return "sorted";
  return anyOf(definitionsOf(engine.program.module(file), value).map((definition) => orderOfDefinition(deeper, file, definition)));
}

function orderOfDefinition(way: Way, file: Span["file"], definition: Definition): Order {
  if (definition.by === "parameter") return orderOfParameter(way, definition.fn, definition.index);
  if (definition.by === "item") return orderOf(way, { file }, definition.over);
  return definition.by === "node" ? orderOfNode(way, file, definition.node) : null;
}

/** What a function was given where it was called; what nobody is seen to give comes in some order. */
function orderOfParameter({ engine, hops, depth }: Way, fn: FunctionId, index: number): Order {
  const at = hops.findLastIndex((hop) => hop.fn === fn);
  const hop = hops[at];
  if (!hop) return "given";
  const call = hop.through === "name" ? callAt(engine, hop.span) : null;
  const code = functionOf(engine, fn);
  const argument = call && code && argumentFor(call.node, code, index);
  return argument === null ? null : orderOf({ engine, hops: hops.slice(0, at), depth }, hop.span, argument);
}

function orderOfNode(way: Way, file: Span["file"], node: IrNode): Order {
  switch (node.kind) {
    case "assign":
      return anyOf(node.from.map((one) => orderOf(way, { file }, one)));
    case "typed":
    case "await":
      return node.value === null ? null : orderOf(way, { file }, node.value);
    case "member":
      return orderOf(way, { file }, node.object);
    case "aggregate":
      return anyOf([...(node.per ?? []), ...node.entries.filter(({ spread }) => spread).map(({ value }) => value)].map((one) => orderOf(way, { file }, one)));
    case "call":
      return orderOfCall(way, file, node);
    default:
      return null;
  }
}

function orderOfCall(way: Way, file: Span["file"], node: Call): Order {
  const { engine, hops } = way;
  const place = { file, env: null };
  for (const callee of alternatives(evaluate(engine, place, node.callee))) {
    const code = callee.kind === "function" ? functionOf(engine, callee.fn) : null;
    if (!code) continue;
    const hop: Hop = { span: spanOf(file, node), fn: code.id, name: code.name ?? "", through: "name" };
    return anyOf(returnedValues(code.body).map((one) => orderOf({ ...way, hops: [...hops, hop] }, { file: fileOf(code.id) }, one)));
  }
  const actions = actionsAt(engine, place, node).map(({ action }) => action);
  if (actions.some(({ sorts }) => sorts)) return "sorted";
  // What asks somebody else gives what that one has.
  if (actions.length === 0 || actions.some((one) => one.statement ?? one.waits ?? one.acquires ?? one.transaction)) return null;
  const receiver = receiverOf(engine, file, node);
  return anyOf([...(receiver === null ? [] : [receiver]), ...node.args.map(({ value }) => value)].map((one) => orderOf(way, { file }, one)));
}

/** `ids.sort()` before. */
function isSortedInPlace(engine: Engine, file: Span["file"], value: ValueId): boolean {
  return usesAt(engine, file, value).some((use) => use.kind === "member" && usesAt(engine, file, use.into).some((call) =>
    call.kind === "call" && call.callee === use.into && actionsAt(engine, { file, env: null }, call).some(({ action }) => action.sorts)));
}
