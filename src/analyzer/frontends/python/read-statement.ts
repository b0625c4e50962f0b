/** Statements of the parser's tree. One that cannot be read is "broken"; those around it are read all the same. */
import { readCompoundStatement } from "./read-compound.ts";
import { meaningful, missing, readExpression, readSequence, textOf } from "./read-expression.ts";
import { splitAtCommas } from "./read-lists.ts";
import type { Body, Expression, Imported, Statement } from "./syntax.ts";
import { DEEPEST, ERROR, type Raw, type Source } from "./tree.ts";

export function readStatements(source: Source, nodes: readonly Raw[]): Body {
  return nodes.flatMap((node) => readStatement(source, node));
}

/** The statements of a block, after its colon. */
export function readBody(source: Source, body: Raw | undefined): Body {
  if (!body) return [];
  if (source.depth > DEEPEST) return [{ kind: "broken", syntax: "deep nesting", start: body.start, end: body.end }];
  source.depth++;
  const statements = readStatements(source, body.inner.filter((one) => one.type !== ":"));
  source.depth--;
  return statements;
}

function readStatement(source: Source, node: Raw): Body {
  if (node.type === "StatementGroup") return readStatements(source, node.inner.filter((one) => one.type !== ";"));
  const { start, end } = node;
  if (node.type === ERROR) return end > start ? [{ kind: "broken", syntax: "error", start, end }] : [];
  const read = readSimple(source, node) ?? readCompoundStatement(source, node) ?? { kind: "broken", syntax: node.type, start, end };
  return hasError(node) ? [read, { kind: "broken", syntax: "error", start, end }] : [read];
}

/** A `yield` alone is an error to the parser only. */
const hasError = (node: Raw): boolean => node.inner.some((one) => one.type === ERROR) && node.type !== "YieldStatement";

function readSimple(source: Source, node: Raw): Statement | null {
  const { start, end } = node;
  switch (node.type) {
    case "ExpressionStatement":
      return { kind: "expression", value: readSequence(source, node.inner, node), start, end };
    case "YieldStatement":
      return { kind: "expression", value: readExpression(source, node), start, end };
    case "AssignStatement":
      return readAssign(source, node);
    case "UpdateStatement": {
      const at = node.inner.findIndex((one) => one.type === "UpdateOp");
      const operator = node.inner[at];
      const target = readSequence(source, node.inner.slice(0, at), node);
      return { kind: "augmented", target, operator: operator ? textOf(source, operator) : "=",
        value: readSequence(source, node.inner.slice(at + 1), node), start, end };
    }
    case "DeleteStatement":
      return { kind: "delete", targets: splitAtCommas(node.inner.slice(1)).map(([one]) => readExpression(source, one, node)), start, end };
    case "ReturnStatement": {
      const rest = node.inner.slice(1).filter((one) => one.type !== ERROR);
      return { kind: "return", value: rest.length === 0 ? null : readSequence(source, rest, node), start, end };
    }
    case "RaiseStatement": {
      const value = node.inner.slice(1).find(meaningful);
      return { kind: "raise", value: value ? readExpression(source, value) : null, start, end };
    }
    case "PassStatement":
      return { kind: "pass", start, end };
    case "BreakStatement":
      return { kind: "break", start, end };
    case "ContinueStatement":
      return { kind: "continue", start, end };
    default:
      return readDeclaration(source, node);
  }
}

function readDeclaration(source: Source, node: Raw): Statement | null {
  const { start, end } = node;
  switch (node.type) {
    case "ImportStatement":
      return readImport(source, node);
    case "ScopeStatement": {
      const names = node.inner.filter((one) => one.type === "VariableName").map((one) => textOf(source, one));
      return { kind: "scope", names, nonlocal: node.inner[0]?.type === "nonlocal", start, end };
    }
    case "AssertStatement": {
      const [test, message] = node.inner.slice(1).filter(meaningful);
      return { kind: "assert", test: readExpression(source, test, node), message: message ? readExpression(source, message) : null, start, end };
    }
    case "TypeDefinition": {
      const name = node.inner.find((one) => one.type === "VariableName");
      const type = node.inner.filter(meaningful).at(-1);
      return { kind: "alias", name: name ? textOf(source, name) : "", type: readExpression(source, type, node), start, end };
    }
    default:
      return null;
  }
}

/** `a = b = value`, `a: T = value` */
function readAssign(source: Source, node: Raw): Statement {
  const { start, end } = node;
  const runs: Raw[][] = [[]];
  let annotation: Raw | null = null;
  for (const one of node.inner) {
    if (one.type === "AssignOp") runs.push([]);
    else if (one.type === "TypeDef") annotation = one;
    else if (one.type !== ERROR) runs.at(-1)?.push(one);
  }
  const parts = runs.filter((run) => run.length > 0).map((run): Expression => readSequence(source, run, node));
  const target = parts[0] ?? missing(node, "target");
  if (annotation) {
    const type = readExpression(source, annotation.inner.find((one) => one.type !== ":"), annotation);
    return { kind: "annotated", target, type, value: parts[1] ?? null, start, end };
  }
  const value = parts.at(-1) ?? missing(node, "value");
  return { kind: "assign", targets: parts.slice(0, -1), value, start, end };
}

function readImport(source: Source, node: Raw): Statement {
  const { start, end } = node;
  const at = node.inner.findIndex((one) => one.type === "import");
  const names = splitAtCommas(node.inner.slice(at + 1)).flatMap((run) => readImported(source, run));
  if (node.inner[0]?.type !== "from") return { kind: "import", names, start, end };
  const module = node.inner.slice(1, at).map((one) => textOf(source, one)).join("").replace(/\s/g, "");
  return { kind: "from", module, names: node.inner.some((one) => one.type === "*") ? null : names, start, end };
}

function readImported(source: Source, run: readonly Raw[]): readonly Imported[] {
  const as = run.findIndex((one) => one.type === "as");
  const path = as < 0 ? run : run.slice(0, as);
  const [first] = path;
  const last = run.at(-1);
  if (!first || !last || first.type === "*") return [];
  const name = path.map((one) => textOf(source, one)).join("");
  return [{ name, as: as < 0 ? null : textOf(source, last), start: first.start, end: last.end }];
}
