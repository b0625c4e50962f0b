/** What stands under `if __name__ == "__main__":` runs when its file is the program, and not when it is imported. */
import type { Arm, Block, CallNode, Fact, IrNode } from "../../ir/nodes.ts";
import { walk } from "../../ir/walk.ts";
import { oncePer } from "../../once-per.ts";
import type { Span } from "../../source.ts";
import type { Engine } from "./engine.ts";
import { firstDefinition, type ModuleIndex } from "./module-index.ts";

export function isProgramOnly({ program }: Pick<Engine, "program">, { file, start }: Span): boolean {
  const index = program.module(file);
  return index !== null && nodesOfProgram(index).some((node) => node.start <= start && start < node.end);
}

const nodesOfProgram = oncePer((index: ModuleIndex): readonly IrNode[] => {
  const found: IrNode[] = [];
  walk(index.module.functions[index.module.main]?.body ?? [], (node) => {
    if (node.kind !== "branch") return;
    const own = node.arms.filter((arm) => arm.facts.some((fact) => asksForProgram(index, fact)));
    found.push(...own.flatMap((arm) => arm.body));
    if (own.length > 0) found.push(...startedAlike(own, node.arms.filter((arm) => !own.includes(arm))));
  });
  return found;
});

/** Started without being the program, by a server that imports it: `else: run(serves=False)`. */
function startedAlike(own: readonly Arm[], others: readonly Arm[]): readonly IrNode[] {
  const started = new Set(own.flatMap((arm) => callsIn(arm.body).map(({ callee }) => callee)));
  return others.flatMap((arm) => callsIn(arm.body).filter(({ callee }) => started.has(callee)));
}

function callsIn(block: Block): readonly CallNode[] {
  const found: CallNode[] = [];
  walk(block, (node) => void (node.kind === "call" && found.push(node)));
  return found;
}

function asksForProgram(index: ModuleIndex, { holds, value }: Fact): boolean {
  const definition = firstDefinition(index, value);
  return holds === "equals" && definition?.by === "node" && definition.node.kind === "import" && definition.node.name === "__name__";
}
