/** The one exhaustive traversal of the representation. */
import type { Block, CallNode, IrFunction, IrNode, ValueId } from "./nodes.ts";

export function assertNever(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}

/** The blocks directly inside a node, in the order in which they can run. */
export function innerBlocks(node: IrNode): readonly Block[] {
  switch (node.kind) {
    case "branch":
      return node.arms.map((arm) => arm.body);
    case "loop":
    case "with":
      return [node.body];
    case "try": {
      const handlers = node.handlers.map((handler) => handler.body);
      return node.finalizer ? [node.body, ...handlers, node.finalizer] : [node.body, ...handlers];
    }
    default:
      return NO_BLOCKS;
  }
}

const NO_BLOCKS: readonly Block[] = [];

/** Visits every node of a block, outer before inner, in source order of regions. Loops instead of recursing: code nests deeply. */
export function walk(block: Block, visit: (node: IrNode) => void): void {
  const pending: IrNode[] = [...block].reverse();
  for (let node = pending.pop(); node; node = pending.pop()) {
    visit(node);
    const blocks = innerBlocks(node);
    for (let b = blocks.length - 1; b >= 0; b--) {
      const inner = blocks[b] ?? [];
      for (let i = inner.length - 1; i >= 0; i--) {
        const next = inner[i];
        if (next) pending.push(next);
      }
    }
  }
}

/** What a function's block gives back, return by return. */
export function returnedValues(block: Block): readonly ValueId[] {
  const found: ValueId[] = [];
  walk(block, (node) => {
    if (node.kind === "exit" && node.how === "return" && node.value !== null) found.push(node.value);
  });
  return found;
}

const NONE: readonly ValueId[] = [];

/** The values that a node takes; what its conditions mention is not used up by them. */
/** What a call gives to one of its function's parameters, of which the first were bound before; behind a spread nobody can tell. */
export function argumentFor({ args }: CallNode, { params }: Pick<IrFunction, "params">, index: number, bound = 0): ValueId | null {
  const name = params[index]?.name ?? null;
  const given = args.find((one) => name !== null && one.name === name) ?? args.filter((one) => one.name === null)[index - bound];
  const isMoved = args.slice(0, given ? args.indexOf(given) : undefined).some(({ spread }) => spread);
  return given && !given.spread && (!isMoved || given.name !== null) ? given.value : null;
}

export function operandsOf(node: IrNode): readonly ValueId[] {
  switch (node.kind) {
    case "text":
      return node.parts.filter((part) => typeof part !== "string");
    case "aggregate":
      return node.entries.map((entry) => entry.value);
    case "member":
      return node.key === undefined ? [node.object] : [node.object, node.key];
    case "store":
      return [node.object, node.value];
    case "assign":
    case "compute":
      return node.from;
    case "typed":
    case "yield":
    case "exit":
      return node.value === null ? NONE : [node.value];
    case "call":
      return [node.callee, ...node.args.map((argument) => argument.value)];
    case "await":
      return [node.value];
    case "with":
      return [node.resource];
    case "loop":
      return node.over === null ? NONE : [node.over];
    case "test":
      return [...node.holds, ...node.fails].map((fact) => fact.value);
    case "branch":
      return node.arms.flatMap((arm) => arm.facts.map((fact) => fact.value));
    case "import":
    case "constant":
    case "closure":
    case "class":
    case "try":
    case "opaque":
      return NONE;
  }
}
