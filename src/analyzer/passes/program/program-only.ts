/** What stands under `if __name__ == "__main__":` runs when its file is the program, and not when it is imported. */
import type { Fact, IrNode } from "../../ir/nodes.ts";
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
    for (const arm of node.arms) if (arm.facts.some((fact) => asksForProgram(index, fact))) found.push(...arm.body);
  });
  return found;
});

function asksForProgram(index: ModuleIndex, { holds, value }: Fact): boolean {
  const definition = firstDefinition(index, value);
  return holds === "equals" && definition?.by === "node" && definition.node.kind === "import" && definition.node.name === "__name__";
}
