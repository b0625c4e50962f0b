/** Whether an error that a handler catches ends there: the ways out of its block, path by path, helpers that always throw included. */
import type { Block, CallNode, FunctionId, Handler, IrNode, ValueId } from "../../ir/nodes.ts";
import { operandsOf, returnedValues, walk } from "../../ir/walk.ts";
import { alternatives, fileOf, functionOf, isNothing, type Engine } from "../program/engine.ts";
import { evaluate, type Place } from "../evaluate/evaluate.ts";
import type { Member } from "../../models/schema.ts";
import { externalMember, reveal } from "../evaluate/evaluate-import.ts";
import { possibleArms } from "../evaluate/evaluate-return.ts";

/** How control can leave a block; `on`: it goes on behind it. */
export type Exits = Readonly<{ on: boolean; returns: boolean; throws: boolean }>;

const GOING: Exits = { on: true, returns: false, throws: false };
const THROWN: Exits = { on: false, returns: false, throws: true };
const RETURNED: Exits = { on: false, returns: true, throws: false };
const DEEPEST = 4;

export function exitsOf(engine: Engine, place: Place, block: Block, depth = 0): Exits {
  let exits = GOING;
  for (const node of block) {
    const next = exitsOfNode(engine, place, node, depth);
    exits = { on: next.on, returns: exits.returns || next.returns, throws: exits.throws || next.throws };
    if (!exits.on) break;
  }
  return exits;
}

/** The same for a function that is handed the error. */
export function exitsOfFunction(engine: Engine, fn: FunctionId, depth = 0): Exits {
  const code = functionOf(engine, fn);
  return code ? exitsOf(engine, { file: fileOf(fn), env: null }, code.body, depth) : GOING;
}

const either = (all: readonly Exits[]): Exits =>
  ({ on: all.some((one) => one.on), returns: all.some((one) => one.returns), throws: all.some((one) => one.throws) });

function exitsOfNode(engine: Engine, place: Place, node: IrNode, depth: number): Exits {
  switch (node.kind) {
    case "exit":
      if (node.how === "throw") return THROWN;
      if (node.how !== "return") return GOING;
      return node.value !== null && isRejection(engine, place, node.value) ? THROWN : RETURNED;
    case "branch":
      return either(possibleArms(engine, place, node).map((arm) => exitsOf(engine, place, arm.body, depth)));
    case "loop":
      return either([GOING, exitsOf(engine, place, node.body, depth)]);
    case "with":
      return exitsOf(engine, place, node.body, depth);
    case "try": {
      const last = node.finalizer ? exitsOf(engine, place, node.finalizer, depth) : GOING;
      return last.on ? either([exitsOf(engine, place, node.body, depth), ...node.handlers.map((one) => exitsOf(engine, place, one.body, depth))]) : last;
    }
    case "call":
      return depth < DEEPEST && alwaysThrows(engine, place, node, depth) ? THROWN : GOING;
    default:
      return GOING;
  }
}

/** `return fail(error)`, `throwMapped(error)`: a function of the program no path of which comes back. */
function alwaysThrows(engine: Engine, place: Place, node: CallNode, depth: number): boolean {
  const callees = alternatives(reveal(engine, evaluate(engine, place, node.callee)));
  return callees.length > 0 && callees.every((callee) => {
    if (callee.kind === "external") return callThrows(externalMember(engine, callee)?.member);
    if (callee.kind !== "function") return false;
    const exits = exitsOfFunction(engine, callee.fn, depth + 1);
    return exits.throws && !exits.on && !exits.returns;
  });
}

const callThrows = (member: Member | undefined): boolean => typeof member === "object" && member.call?.throws === true;

/** `Promise.reject(error)` throws where it is waited for. */
const isRejection = (engine: Engine, place: Place, value: CallNode["into"]): boolean =>
  alternatives(evaluate(engine, place, value)).some((one) => one.kind === "external" && one.path.join(".").startsWith("Promise.reject"));

/** Everything that the handler returns is made of the error: `return failure(error)`. Whoever called is told of it. */
export function tellsError({ caught, body }: Handler): boolean {
  if (caught === null) return false;
  const made = new Set<ValueId>([caught]);
  const told: boolean[] = [];
  walk(body, (node) => {
    const carries = operandsOf(node).some((value) => made.has(value));
    if (node.kind === "exit") {
      if (node.how === "return") told.push(carries);
    } else if (carries && "into" in node && node.into !== null) made.add(node.into);
  });
  return told.length > 0 && told.every(Boolean);
}

/** The function gives something back only where one of its handlers does: `catch (error) { return "taken"; }`. Whoever gets it is told. */
export function answersAlone(engine: Engine, place: Place, whole: Block, { body }: Handler): boolean {
  const answers = returnedValues(body);
  if (answers.length === 0 || answers.some((value) => isNothing(evaluate(engine, place, value)))) return false;
  const inHandlers = new Set<ValueId>();
  let saysNothing = false;
  walk(whole, (node) => void (node.kind === "try" && node.handlers.forEach((one) => returnedValues(one.body).forEach((value) => inHandlers.add(value)))));
  walk(body, (node) => void (saysNothing ||= node.kind === "exit" && node.how === "return" && node.value === null));
  return !saysNothing && returnedValues(whole).every((value) => inHandlers.has(value));
}

/** What it throws is what it caught: `raise`, `throw error`. */
export function passesOn({ caught, body }: Handler): boolean {
  const thrown: (ValueId | null)[] = [];
  walk(body, (node) => void (node.kind === "exit" && node.how === "throw" && thrown.push(node.value)));
  return thrown.length > 0 && thrown.every((value) => value === null || value === caught);
}
