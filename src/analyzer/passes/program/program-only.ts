/** What stands under `if __name__ == "__main__":` runs when its file is the program, and not when it is imported. */
import type { Fact } from "../../ir/nodes.ts";
import { walk } from "../../ir/walk.ts";
import type { Span } from "../../source.ts";
import { functionOf, type Engine } from "./engine.ts";
import { firstDefinition, type ModuleIndex } from "./module-index.ts";

export function isProgramOnly(engine: Engine, { file, start }: Span): boolean {
  const index = engine.program.module(file);
  const main = index ? functionOf(engine, index.module.main) : null;
  if (!index || !main) return false;
  let only = false;
  walk(main.body, (node) => {
    if (node.kind !== "branch") return;
    for (const arm of node.arms) {
      if (arm.facts.some((fact) => asksForProgram(index, fact)) && arm.body.some((one) => one.start <= start && start < one.end)) only = true;
    }
  });
  return only;
}

function asksForProgram(index: ModuleIndex, { holds, value }: Fact): boolean {
  const definition = firstDefinition(index, value);
  return holds === "equals" && definition?.by === "node" && definition.node.kind === "import" && definition.node.name === "__name__";
}
