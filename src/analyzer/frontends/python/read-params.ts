/** Parameters of functions and lambdas. */
import { readExpression, textOf } from "./read-expression.ts";
import type { Param } from "./syntax.ts";
import type { Raw, Source } from "./tree.ts";

/** The runs between commas; `/` and a lone `*` only order what is around them. */
export function readParams(source: Source, list: Raw): readonly Param[] {
  const runs: Raw[][] = [[]];
  for (const node of list.inner) {
    if (node.type === ",") runs.push([]);
    else if (node.type !== "(" && node.type !== ")") runs.at(-1)?.push(node);
  }
  return runs.flatMap((run) => readParam(source, run));
}

function readParam(source: Source, run: readonly Raw[]): readonly Param[] {
  const at = run.findIndex((one) => one.type === "VariableName");
  const name = run[at];
  if (!name) return [];
  const stars = run[0]?.type === "**" ? 2 : run[0]?.type === "*" ? 1 : 0;
  const annotation = run.find((one) => one.type === "TypeDef");
  const equals = run.findIndex((one) => one.type === "AssignOp");
  const last = run.at(-1) ?? name;
  return [{
    name: textOf(source, name), stars, start: (run[0] ?? name).start, end: last.end,
    type: annotation ? readExpression(source, annotation.inner.find((one) => one.type !== ":"), annotation) : null,
    fallback: equals < 0 ? null : readExpression(source, run[equals + 1], name),
  }];
}
