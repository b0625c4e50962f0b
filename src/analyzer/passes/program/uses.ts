/** The nodes that take a value as an operand. Few modules are asked for them, so they are gathered when that happens. */
import type { IrNode, ValueId } from "../../ir/nodes.ts";
import { operandsOf, walk } from "../../ir/walk.ts";
import { oncePer } from "../../once-per.ts";
import type { FilePath } from "../../source.ts";
import type { Engine } from "./engine.ts";
import type { ModuleIndex } from "./module-index.ts";

/** All uses in one list, value after value: those of a value end where those of the next one begin. */
type Uses = Readonly<{ nodes: readonly IrNode[]; starts: Int32Array }>;

export function usesOf(index: ModuleIndex | null, value: ValueId): readonly IrNode[] {
  if (!index) return [];
  const { nodes, starts } = usesIn(index);
  return nodes.slice(starts[value] ?? nodes.length, starts[value + 1] ?? nodes.length);
}

export const usesAt = (engine: Engine, file: FilePath, value: ValueId): readonly IrNode[] => usesOf(engine.program.module(file), value);

/** What is written somewhere, and the variables that it is put into there. */
export const holdersOf = (index: ModuleIndex | null, value: ValueId): readonly ValueId[] =>
  [value, ...usesOf(index, value).flatMap((use) => (use.kind === "assign" || use.kind === "typed" ? [use.into] : []))];

const usesIn = oncePer(({ module }: ModuleIndex): Uses => {
  const operands: ValueId[] = [];
  const users: IrNode[] = [];
  let most = -1;
  for (const fn of Object.values(module.functions)) walk(fn.body, (node) => {
    for (const operand of operandsOf(node)) {
      operands.push(operand);
      users.push(node);
      if (operand > most) most = operand;
    }
  });
  return sorted(operands, users, most);
});

/** By counting: first how many each value has, then each to its place. */
function sorted(operands: readonly ValueId[], users: readonly IrNode[], most: number): Uses {
  const starts = new Int32Array(most + 2);
  for (const operand of operands) starts[operand + 1] = (starts[operand + 1] ?? 0) + 1;
  for (let value = 0; value <= most; value++) starts[value + 1] = (starts[value + 1] ?? 0) + (starts[value] ?? 0);
  const free = starts.slice();
  const nodes = [...users];
  operands.forEach((operand, i) => {
    const at = free[operand] ?? 0;
    free[operand] = at + 1;
    const user = users[i];
    if (user) nodes[at] = user;
  });
  return { nodes, starts };
}
