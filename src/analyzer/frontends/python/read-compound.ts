/** Statements with blocks. */
import { meaningful, missing, readExpression, readFragment, readSequence, textOf } from "./read-expression.ts";
import { readArguments, splitAtCommas } from "./read-lists.ts";
import { readParams } from "./read-params.ts";
import { readPattern, readPatterns } from "./read-pattern.ts";
import { readBody } from "./read-statement.ts";
import type { Body, Case, Except, Expression, Statement, WithItem } from "./syntax.ts";
import { DEEPEST, ERROR, type Raw, type Source } from "./tree.ts";

export function readCompoundStatement(source: Source, node: Raw): Statement | null {
  switch (node.type) {
    case "IfStatement":
      return readIf(source, node);
    case "WhileStatement": {
      const [body, otherwise] = bodiesOf(source, node);
      const test = readExpression(source, node.inner.slice(1).find(meaningful), node);
      return { kind: "while", test, body: body ?? [], otherwise: otherwise ?? [], start: node.start, end: node.end };
    }
    case "ForStatement":
      return readFor(source, node);
    case "TryStatement":
      return readTry(source, node);
    case "WithStatement":
      return readWith(source, node);
    case "FunctionDefinition":
    case "ClassDefinition":
      return readDefinition(source, node, []);
    case "DecoratedStatement": {
      const decorators = node.inner.filter((one) => one.type === "Decorator").map((one) => readDecorator(source, one));
      const definition = node.inner.at(-1);
      return definition ? readDefinition(source, definition, decorators) : null;
    }
    case "MatchStatement":
      return readMatch(source, node);
    default:
      return null;
  }
}

const bodiesOf = (source: Source, node: Raw): readonly Body[] => node.inner.filter((one) => one.type === "Body").map((one) => readBody(source, one));

/** A loop from the last clause: each `elif` is the else of the one before it. */
function readIf(source: Source, node: Raw): Statement | null {
  const clauses: { test: Raw | null; body: Raw; start: number }[] = [];
  let test: Raw | null = null;
  let start = node.start;
  for (const one of node.inner) {
    if (one.type === "if" || one.type === "elif" || one.type === "else") [test, start] = [null, one.start];
    else if (one.type === "Body") clauses.push({ test, body: one, start });
    else if (one.type !== ERROR) test = one;
  }
  // Each clause nests in the one before it: what comes after very many is left.
  const read = clauses.slice(0, DEEPEST);
  const rest = clauses[DEEPEST];
  let otherwise: Body = rest ? [{ kind: "broken", syntax: "deep nesting", start: rest.start, end: node.end }] : [];
  let result: Statement | null = null;
  for (const clause of read.reverse()) {
    const body = readBody(source, clause.body);
    if (!clause.test && clause.start !== node.start) {
      otherwise = body;
      continue;
    }
    result = { kind: "if", test: readExpression(source, clause.test ?? undefined, node), body, otherwise, start: clause.start, end: node.end };
    otherwise = [result];
  }
  return result;
}

function readFor(source: Source, node: Raw): Statement {
  const forAt = node.inner.findIndex((one) => one.type === "for");
  const inAt = node.inner.findIndex((one) => one.type === "in");
  const bodyAt = node.inner.findIndex((one) => one.type === "Body");
  const [body, otherwise] = bodiesOf(source, node);
  return {
    kind: "for", target: readSequence(source, node.inner.slice(forAt + 1, inAt), node), over: readSequence(source, node.inner.slice(inAt + 1, bodyAt), node),
    body: body ?? [], otherwise: otherwise ?? [], start: node.start, end: node.end,
  };
}

function readTry(source: Source, node: Raw): Statement {
  const parts: Record<"body" | "otherwise", Body> = { body: [], otherwise: [] };
  const handlers: Except[] = [];
  let finalizer: Body | null = null;
  let head: Raw[] = [];
  for (const one of node.inner) {
    if (one.type !== "Body") {
      head.push(one);
      continue;
    }
    const [keyword] = head;
    if (keyword?.type === "except") handlers.push(readExcept(source, head, one));
    else if (keyword?.type === "finally") finalizer = readBody(source, one);
    else parts[keyword?.type === "else" ? "otherwise" : "body"] = readBody(source, one);
    head = [];
  }
  return { kind: "try", body: parts.body, otherwise: parts.otherwise, handlers, finalizer, start: node.start, end: node.end };
}

function readExcept(source: Source, head: readonly Raw[], body: Raw): Except {
  const inner = head.slice(1).filter((one) => meaningful(one) && one.type !== "*");
  const [types] = inner;
  const as = inner.findIndex((one) => one.type === "as");
  const name = as < 0 ? undefined : inner[as + 1];
  const read = types && types.type !== "as" ? readExpression(source, types) : null;
  return {
    types: read === null ? [] : read.kind === "tuple" ? read.elements : [read], name: name ? textOf(source, name) : null,
    body: readBody(source, body), start: head[0]?.start ?? body.start, end: body.end,
  };
}

function readWith(source: Source, node: Raw): Statement {
  const withAt = node.inner.findIndex((one) => one.type === "with");
  const bodyAt = node.inner.findIndex((one) => one.type === "Body");
  const runs = splitAtCommas(node.inner.slice(withAt + 1, bodyAt));
  const items = runs.map((run): WithItem => {
    const [resource, as, target] = run;
    const place = { start: (resource ?? node).start, end: (target ?? resource ?? node).end };
    return { resource: readExpression(source, resource, node), target: as ? readExpression(source, target, node) : null, ...place };
  });
  return { kind: "with", items, body: readBody(source, node.inner[bodyAt]), start: node.start, end: node.end };
}

function readDefinition(source: Source, node: Raw, decorators: readonly Expression[]): Statement {
  const { start, end } = node;
  const nameNode = node.inner.find((one) => one.type === "VariableName");
  const name = nameNode ? textOf(source, nameNode) : "";
  const body = readBody(source, node.inner.find((one) => one.type === "Body"));
  if (node.type === "ClassDefinition") {
    const args = node.inner.find((one) => one.type === "ArgList");
    return { kind: "class", name, args: args ? readArguments(source, args) : [], body, decorators, start, end };
  }
  const params = node.inner.find((one) => one.type === "ParamList");
  const returns = node.inner.find((one) => one.type === "TypeDef");
  return {
    kind: "function", name, params: params ? readParams(source, params) : [], body, decorators, isAsync: node.inner[0]?.type === "async", start, end,
    returns: returns ? readExpression(source, returns.inner.find((one) => one.type !== "->"), returns) : null,
  };
}

function readDecorator(source: Source, node: Raw): Expression {
  const inner = node.inner.slice(1).filter((one) => one.type !== ERROR);
  const [first] = inner;
  const last = inner.at(-1);
  if (!first || !last) return missing(node, "decorator");
  const masked = source.masks.get(first.start);
  return masked ? readFragment(source, masked) : readFragment(source, { start: first.start, end: last.end });
}

function readMatch(source: Source, node: Raw): Statement {
  const subject = node.inner.slice(1).find((one) => one.type !== "*" && one.type !== "MatchBody");
  const clauses = node.inner.find((one) => one.type === "MatchBody")?.inner.filter((one) => one.type === "MatchClause") ?? [];
  const cases = clauses.map((clause): Case => {
    const guard = clause.inner.find((one) => one.type === "Guard");
    const patterns = clause.inner.filter((one) => one.type.endsWith("Pattern"));
    const [only] = patterns;
    const several = clause.inner.some((one) => one.type === ",");
    const pattern =
      only && !several
        ? readPattern(source, only)
        : { kind: "sequence" as const, of: readPatterns(source, patterns), start: clause.start, end: clause.end };
    return {
      pattern,
      guard: guard ? readExpression(source, guard.inner.at(-1), guard) : null,
      body: readBody(
        source,
        clause.inner.find((one) => one.type === "Body"),
      ),
      start: clause.start,
      end: clause.end,
    };
  });
  return { kind: "match", subject: readExpression(source, subject, node), cases, start: node.start, end: node.end };
}
