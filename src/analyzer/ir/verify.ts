/** Well-formedness of a module: what tests hold every front-end to. */
import type { FunctionId, IrModule, ValueId } from "./nodes.ts";
import { operandsOf, walk } from "./walk.ts";

/** What is wrong with a module; nothing, as a rule. */
export function verifyModule(module: IrModule, length: number): readonly string[] {
  const made = new Set<ValueId>();
  const problems: string[] = [];
  for (const fn of Object.values(module.functions)) for (const value of madeIn(module, fn.id)) made.add(value);
  for (const fn of Object.values(module.functions)) {
    if (fn.parent !== null && !module.functions[fn.parent]) problems.push(`${fn.id}: its parent ${fn.parent} is not there`);
    walk(fn.body, (node) => {
      if (node.start < 0 || node.end > length || node.start > node.end) problems.push(`${fn.id}: ${node.kind} at ${node.start}-${node.end} is outside the text`);
      if (node.kind === "closure" && !module.functions[node.fn]) problems.push(`${fn.id}: a closure of ${node.fn}, which is not there`);
      if (node.kind === "class" && !module.classes[node.cls]) problems.push(`${fn.id}: class ${node.cls} is not there`);
      for (const value of operandsOf(node)) if (!made.has(value)) problems.push(`${fn.id}: ${node.kind} at ${node.start} takes v${value}, which nothing makes`);
    });
  }
  return problems;
}

/** Names that are declared and never assigned count as made by their own function. */
function madeIn(module: IrModule, id: FunctionId): readonly ValueId[] {
  const fn = module.functions[id];
  if (!fn) return [];
  const made: ValueId[] = [fn.receiver, ...fn.params.map((param) => param.value), ...Object.values(module.names)];
  walk(fn.body, (node) => {
    if ("into" in node && node.into !== null) made.push(node.into);
    if (node.kind === "loop" && node.item !== null) made.push(node.item);
    if (node.kind === "try") for (const { caught } of node.handlers) if (caught !== null) made.push(caught);
  });
  return made;
}
