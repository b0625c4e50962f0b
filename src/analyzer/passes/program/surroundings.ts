/** What stands round a node of a function: the loops that it is in, and the conditions under which it runs. */
import type { Block, Fact, IrNode, ValueId } from "../../ir/nodes.ts";
import { innerBlocks } from "../../ir/walk.ts";

type Loop = Extract<IrNode, { kind: "loop" }>;

/** `loops`: what they go over, outermost first; `round`: the innermost of them itself. */
export type Surroundings = Readonly<{ loops: readonly ValueId[]; round: Loop | null; facts: readonly Fact[] }>;

const NOTHING: Surroundings = { loops: [], round: null, facts: [] };

export function surroundingsOf(block: Block, wanted: IrNode, outer: Surroundings = NOTHING): Surroundings | null {
  let outside = outer;
  for (const node of block) {
    if (node === wanted) return outside;
    const found = inside(node, wanted, outside);
    if (found) return found;
    outside = { ...outside, facts: [...outside.facts, ...factsBehind(node)] };
  }
  return null;
}

function inside(node: IrNode, wanted: IrNode, outside: Surroundings): Surroundings | null {
  if (node.kind === "branch") {
    for (const { facts, body } of node.arms) {
      const found = surroundingsOf(body, wanted, { ...outside, facts: [...outside.facts, ...facts] });
      if (found) return found;
    }
    return null;
  }
  const within = node.kind === "loop" && node.over !== null ? { ...outside, loops: [...outside.loops, node.over], round: node } : outside;
  for (const body of innerBlocks(node)) {
    const found = surroundingsOf(body, wanted, within);
    if (found) return found;
  }
  return null;
}

/** `if known: continue`: what holds on the one way that leads on. */
function factsBehind(node: IrNode): readonly Fact[] {
  if (node.kind !== "branch") return [];
  const on = node.arms.filter(({ body }) => body.at(-1)?.kind !== "exit");
  const [only] = on;
  return only && on.length === 1 && node.arms.length > 1 ? only.facts : [];
}
