/** Names that a function's (or module's, or class's) body binds: they are its own wherever it binds them. */
import { declare, lookup, type Builder, type Names } from "../builder.ts";
import type { Body, Expression, Pattern, Statement } from "./syntax.ts";

export function hoistBody(builder: Builder, body: Body): void {
  const names = new Set<string>();
  const elsewhere = new Map<string, boolean>();
  for (const statement of body) namesIn(statement, names, elsewhere);
  for (const [name, nonlocal] of elsewhere) if (!nonlocal) builder.names.values.set(name, globalValue(builder, name));
  for (const name of names) if (!elsewhere.has(name)) declare(builder, name);
}

function globalValue(builder: Builder, name: string): ReturnType<typeof declare> {
  let root: Names = builder.names;
  while (root.parent) root = root.parent;
  const inner = builder.names;
  builder.names = root;
  const value = lookup(builder, name) ?? declare(builder, name);
  builder.names = inner;
  return value;
}

/** `elsewhere`: names that `global` (false) or `nonlocal` (true) give to an outer body. */
function namesIn(statement: Statement, names: Set<string>, elsewhere: Map<string, boolean>): void {
  const inside = (body: Body) => body.forEach((one) => namesIn(one, names, elsewhere));
  switch (statement.kind) {
    case "assign":
      statement.targets.forEach((target) => targetNames(target, names));
      return walrusNames(statement.value, names);
    case "annotated":
    case "augmented":
      return targetNames(statement.target, names);
    case "function":
    case "class":
    case "alias":
      return void names.add(statement.name);
    case "import":
      return statement.names.forEach((one) => names.add(one.as ?? one.name.split(".")[0] ?? one.name));
    case "from":
      return statement.names?.forEach((one) => names.add(one.as ?? one.name));
    case "scope":
      return statement.names.forEach((name) => elsewhere.set(name, statement.nonlocal));
    case "if":
    case "while":
      walrusNames(statement.test, names);
      return [statement.body, statement.otherwise].forEach(inside);
    case "for":
      targetNames(statement.target, names);
      return [statement.body, statement.otherwise].forEach(inside);
    case "try":
      for (const handler of statement.handlers) if (handler.name !== null) names.add(handler.name);
      return [statement.body, ...statement.handlers.map((one) => one.body), statement.otherwise, statement.finalizer ?? []].forEach(inside);
    case "with":
      for (const { target } of statement.items) if (target) targetNames(target, names);
      return inside(statement.body);
    case "match":
      for (const one of statement.cases) patternNames(one.pattern, names);
      return statement.cases.forEach((one) => inside(one.body));
    case "expression":
      return walrusNames(statement.value, names);
  }
}

export function targetNames(target: Expression, names: Set<string>): void {
  if (target.kind === "name") names.add(target.id);
  else if (target.kind === "tuple" || target.kind === "list") target.elements.forEach((one) => targetNames(one, names));
  else if (target.kind === "starred") targetNames(target.value, names);
}

export function patternNames(pattern: Pattern, names: Set<string>): void {
  switch (pattern.kind) {
    case "capture":
      return pattern.name === "_" ? undefined : void names.add(pattern.name);
    case "as":
      names.add(pattern.name);
      return patternNames(pattern.pattern, names);
    case "sequence":
    case "either":
      return pattern.of.forEach((one) => patternNames(one, names));
    case "mapping":
      return pattern.entries.forEach((one) => patternNames(one.pattern, names));
    case "star":
      return pattern.pattern ? patternNames(pattern.pattern, names) : undefined;
    case "instance":
      return [...pattern.positions, ...pattern.named.map((one) => one.pattern)].forEach((one) => patternNames(one, names));
    case "value":
      return;
  }
}

/** `(row := find())` where conditions usually hold it; elsewhere the name is declared when it is bound. */
function walrusNames(expression: Expression, names: Set<string>): void {
  switch (expression.kind) {
    case "walrus":
      return targetNames(expression.target, names);
    case "not":
      return walrusNames(expression.operand, names);
    case "and":
    case "or":
      walrusNames(expression.left, names);
      return walrusNames(expression.right, names);
    case "compare":
      return [expression.first, ...expression.rest.map((one) => one.right)].forEach((one) => walrusNames(one, names));
  }
}
