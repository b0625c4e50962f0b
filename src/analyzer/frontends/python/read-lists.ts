/** Arguments, and the clauses of comprehensions: flat runs of nodes in the parser's tree. */
import { meaningful, readComprehension, readExpression, readSequence, textOf } from "./read-expression.ts";
import type { CallArgument, Clause } from "./syntax.ts";
import type { Raw, Source } from "./tree.ts";

/** The runs between commas, brackets left out. */
export function splitAtCommas(nodes: readonly Raw[]): readonly (readonly Raw[])[] {
  const runs: Raw[][] = [[]];
  for (const node of nodes) {
    if (node.type === ",") runs.push([]);
    else if (meaningful(node)) runs.at(-1)?.push(node);
  }
  return runs.filter((run) => run.length > 0);
}

export function readArguments(source: Source, list: Raw): readonly CallArgument[] {
  return splitAtComprehension(list).map((parts) => readArgument(source, parts, list));
}

/** `f(x for a, b in c)`: the commas of a generator's targets separate nothing. */
function splitAtComprehension(list: Raw): readonly (readonly Raw[])[] {
  const inner = list.inner.filter((one) => one.type !== "(" && one.type !== ")");
  return inner.some((one) => one.type === "for") ? [inner] : splitAtCommas(inner);
}

function readArgument(source: Source, parts: readonly Raw[], list: Raw): CallArgument {
  const [first, second, third] = parts;
  if (first?.type === "*") return { value: readExpression(source, second, list), name: null, stars: 1 };
  if (first?.type === "**") return { value: readExpression(source, second, list), name: null, stars: 2 };
  if (parts.some((one) => one.type === "for")) return { value: readComprehension(source, parts, list), name: null, stars: 0 };
  if (first && second?.type === "AssignOp") {
    const value = readExpression(source, third, list);
    if (textOf(source, second) === "=") return { value, name: textOf(source, first), stars: 0 };
    return { value: { kind: "walrus", target: readExpression(source, first), value, start: first.start, end: value.end }, name: null, stars: 0 };
  }
  return { value: readExpression(source, first, list), name: null, stars: 0 };
}

/** `for a, b in c if d for …` */
export function readClauses(source: Source, parts: readonly Raw[], around: Raw): readonly Clause[] {
  const clauses: Clause[] = [];
  let at = 0;
  while (at < parts.length) {
    if (parts[at]?.type === "async") at++;
    if (parts[at]?.type !== "for") break;
    const inAt = parts.findIndex((one, index) => index > at && one.type === "in");
    if (inAt < 0) break;
    const target = readSequence(source, parts.slice(at + 1, inAt), around);
    const over = readExpression(source, parts[inAt + 1], around);
    const conditions = [];
    at = inAt + 2;
    while (parts[at]?.type === "if") {
      conditions.push(readExpression(source, parts[at + 1], around));
      at += 2;
    }
    clauses.push({ target, over, conditions });
  }
  return clauses;
}
