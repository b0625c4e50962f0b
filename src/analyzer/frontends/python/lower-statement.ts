/** Statements: structured regions, declarations, exits. */
import { lastName } from "../../ir/names.ts";
import type { Arm, Block, Handler, ValueId } from "../../ir/nodes.ts";
import { collect, declare, emit, fresh, inScope, isRefilled, lookup, type Builder } from "../builder.ts";
import { lowerClass } from "./lower-class.ts";
import { conditionOf } from "./lower-condition.ts";
import { lowerExpression } from "./lower-expression.ts";
import { lowerDecorated } from "./lower-function.ts";
import { lowerFrom, lowerImport } from "./lower-import.ts";
import { lowerLoop } from "./lower-loop.ts";
import { bindName, bindPattern, bindTarget, patternFacts } from "./lower-pattern.ts";
import { aliasOf, dottedName, lowerType } from "./lower-type.ts";
import type { Body, Case, Except, Statement, WithItem } from "./syntax.ts";

export function lowerBody(builder: Builder, body: Body): void {
  for (const statement of body) lowerStatement(builder, statement);
}

export const lowerBlock = (builder: Builder, body: Body): Block => collect(builder, () => lowerBody(builder, body));

export function lowerStatement(builder: Builder, node: Statement): void {
  switch (node.kind) {
    case "expression":
      // A docstring does nothing.
      return node.value.kind === "constant" ? undefined : void lowerExpression(builder, node.value);
    case "return": {
      const value = node.value ? lowerExpression(builder, node.value) : null;
      return emit(builder, node, { kind: "exit", how: "return", value });
    }
    case "raise": {
      const value = node.value ? lowerExpression(builder, node.value) : null;
      return emit(builder, node, { kind: "exit", how: "throw", value });
    }
    case "break":
    case "continue":
      return emit(builder, node, { kind: "exit", how: node.kind, value: null });
    case "if": {
      const test = conditionOf(builder, node.test);
      const yes = lowerBlock(builder, node.body);
      const no = lowerBlock(builder, node.otherwise);
      return emit(builder, node, { kind: "branch", arms: [{ facts: test.holds, body: yes }, { facts: test.fails, body: no }] });
    }
    case "while":
    case "for":
      return lowerLoop(builder, node);
    case "try":
      return lowerTry(builder, node);
    case "with":
      return lowerWith(builder, node, node.items);
    case "match":
      return lowerMatch(builder, node);
    default:
      return lowerDeclaration(builder, node);
  }
}

function lowerDeclaration(builder: Builder, node: Statement): void {
  switch (node.kind) {
    case "assign":
      return lowerAssign(builder, node);
    case "annotated":
      return lowerAnnotated(builder, node);
    case "augmented":
      return lowerAugmented(builder, node);
    case "function":
      return lowerDecorated(builder, node, node.decorators, {}, lookup(builder, node.name) ?? declare(builder, node.name));
    case "class":
      return lowerClass(builder, node);
    case "import":
      return lowerImport(builder, node);
    case "from":
      return lowerFrom(builder, node);
    case "alias":
      builder.types[node.name] = lowerType(builder, node.type);
      return;
    case "assert":
      return lowerAssert(builder, node);
    case "delete":
      for (const target of node.targets) if (target.kind === "attribute" || target.kind === "subscript") lowerExpression(builder, target.object);
      return;
    case "pass":
    case "scope":
      return;
    case "broken":
      return emit(builder, node, { kind: "opaque", into: null, syntax: node.syntax });
  }
}

function lowerAssign(builder: Builder, node: Extract<Statement, { kind: "assign" }>): void {
  const [first] = node.targets;
  const hint = first?.kind === "name" ? first.id : first?.kind === "attribute" ? first.name : undefined;
  const value = lowerExpression(builder, node.value, hint);
  for (const target of node.targets) bindTarget(builder, target, value);
  const alias = first?.kind === "name" && builder.names.parent === null ? aliasOf(builder, node.value) : null;
  if (first?.kind === "name" && alias) builder.types[first.id] = alias;
}

function lowerAnnotated(builder: Builder, node: Extract<Statement, { kind: "annotated" }>): void {
  const type = lowerType(builder, node.type);
  const { target } = node;
  if (target.kind === "name" && lastName(dottedName(node.type) ?? "") === "TypeAlias" && node.value) builder.types[target.id] = lowerType(builder, node.value);
  const value = node.value ? lowerExpression(builder, node.value, target.kind === "name" ? target.id : undefined) : null;
  if (target.kind === "name") return emit(builder, node, { kind: "typed", into: lookup(builder, target.id) ?? declare(builder, target.id), value, type });
  const into = fresh(builder);
  emit(builder, node, { kind: "typed", into, value, type });
  bindTarget(builder, target, into);
}

function lowerAugmented(builder: Builder, node: Extract<Statement, { kind: "augmented" }>): void {
  const left = lowerExpression(builder, node.target);
  const right = lowerExpression(builder, node.value);
  const into = fresh(builder);
  emit(
    builder,
    node,
    node.operator === "+="
      ? { kind: "text", into, parts: [left, right] }
      : { kind: "compute", into, from: [left, right], operator: node.operator.slice(0, -1) },
  );
  bindTarget(builder, node.target, into);
}

function lowerAssert(builder: Builder, node: Extract<Statement, { kind: "assert" }>): void {
  const test = conditionOf(builder, node.test);
  const body = collect(builder, () => {
    const value = node.message ? lowerExpression(builder, node.message) : null;
    emit(builder, node, { kind: "exit", how: "throw", value });
  });
  emit(builder, node, { kind: "branch", arms: [{ facts: test.fails, body }, { facts: test.holds, body: [] }] });
}

/** What follows in `else` runs when the body has ended well: as its last part. */
function lowerTry(builder: Builder, node: Extract<Statement, { kind: "try" }>): void {
  const body = lowerBlock(builder, [...node.body, ...node.otherwise]);
  const handlers = node.handlers.map((handler) => lowerHandler(builder, handler));
  const finalizer = node.finalizer ? lowerBlock(builder, node.finalizer) : null;
  emit(builder, node, { kind: "try", body, handlers, finalizer });
}

function lowerHandler(builder: Builder, node: Except): Handler {
  const types = node.types.map((type) => lowerExpression(builder, type));
  const caught = node.name === null ? null : fresh(builder);
  const body = collect(builder, () => {
    if (node.name !== null && caught !== null) bindName(builder, node, node.name, caught);
    lowerBody(builder, node.body);
  });
  return { types, caught, body, start: node.start, end: node.end };
}

/** Each item holds for the items after it. */
function lowerWith(builder: Builder, node: Extract<Statement, { kind: "with" }>, items: readonly WithItem[]): void {
  const [item, ...rest] = items;
  if (!item) return lowerBody(builder, node.body);
  const resource = lowerExpression(builder, item.resource);
  const into = item.target === null ? null : fresh(builder);
  const refilled = item.target?.kind === "name" && isRefilled(builder, item.target.id) ? item.target.id : null;
  const body = collect(builder, () => {
    if (item.target && into !== null && refilled === null) bindTarget(builder, item.target, into);
    // Blocks like to reuse a name: in each it is that block's.
    if (item.target?.kind === "name" && into !== null) inScope(builder, () => lowerNamed(builder, node, rest, item, into));
    else lowerWith(builder, node, rest);
  });
  const at = { start: items.length === node.items.length ? node.start : item.start, end: node.end };
  emit(builder, at, { kind: "with", into, resource, body });
  if (refilled !== null && into !== null) builder.names.values.set(refilled, into);
}

function lowerNamed(builder: Builder, node: Extract<Statement, { kind: "with" }>, rest: readonly WithItem[], { target }: WithItem, value: ValueId): void {
  if (target?.kind === "name") builder.names.values.set(target.id, value);
  lowerWith(builder, node, rest);
}

function lowerMatch(builder: Builder, node: Extract<Statement, { kind: "match" }>): void {
  const value = lowerExpression(builder, node.subject);
  const arms = node.cases.map((one): Arm => {
    const facts = patternFacts(builder, one.pattern, value);
    const body = collect(builder, () => {
      bindPattern(builder, one.pattern, value);
      lowerGuarded(builder, one);
    });
    return { facts, body };
  });
  const last = node.cases.at(-1);
  if (last?.pattern.kind !== "capture" || last.guard) arms.push({ facts: [], body: [] });
  const [first, ...rest] = arms;
  if (first) emit(builder, node, { kind: "branch", arms: [first, ...rest] });
}

function lowerGuarded(builder: Builder, { guard, body, start, end }: Case): void {
  if (!guard) return lowerBody(builder, body);
  const test = conditionOf(builder, guard);
  const yes = lowerBlock(builder, body);
  emit(builder, { start, end }, { kind: "branch", arms: [{ facts: test.holds, body: yes }, { facts: test.fails, body: [] }] });
}

