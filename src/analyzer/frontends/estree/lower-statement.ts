/** Statements: structured regions, declarations, exits. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Arm, Block, Handler } from "../../ir/nodes.ts";
import { collect, declare, emit, endOf, fresh, inScope, startOf, type Ast, type Builder } from "./builder.ts";
import { declarePattern, declareStatement } from "./hoist.ts";
import { declareClassName, lowerClass } from "./lower-class.ts";
import { conditionOf } from "./lower-condition.ts";
import { lowerEnum, lowerExport, lowerNamespace } from "./lower-declaration.ts";
import { lowerExpression } from "./lower-expression.ts";
import { lowerFunction } from "./lower-function.ts";
import { bindPattern } from "./lower-pattern.ts";
import { lowerLoop } from "./lower-loop.ts";
import { lowerType } from "./lower-type.ts";

/** A list of statements: what they declare is known to all of them, functions exist before the first runs. */
export function lowerBody(builder: Builder, statements: readonly TSESTree.Node[]): void {
  for (const statement of statements) declareStatement(builder, statement);
  for (const statement of statements) hoistFunction(builder, statement);
  lowerSequence(builder, statements, 0);
}

function hoistFunction(builder: Builder, statement: TSESTree.Node): void {
  const exported = statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration";
  const node = exported ? statement.declaration : statement;
  if (node?.type !== "FunctionDeclaration" || !node.id) return;
  const { name } = node.id;
  emit(builder, node, { kind: "closure", into: declare(builder, name), fn: lowerFunction(builder, node, { hint: name }) });
}

/** `using x = …` holds its resource for the rest of the list. */
function lowerSequence(builder: Builder, statements: readonly TSESTree.Node[], from: number): void {
  for (let i = from; i < statements.length; i++) {
    const statement = statements[i];
    if (!statement) continue;
    if (statement.type === "VariableDeclaration" && (statement.kind === "using" || statement.kind === "await using")) {
      const [first] = statement.declarations;
      if (!first?.init || first.id.type !== "Identifier") continue;
      const resource = lowerExpression(builder, first.init);
      const body = collect(builder, () => lowerSequence(builder, statements, i + 1));
      return emit(builder, statement, { kind: "with", into: declare(builder, first.id.name), resource, body });
    }
    lowerStatement(builder, statement);
  }
}

export function lowerBlock(builder: Builder, statement: TSESTree.Node): Block {
  const statements = statement.type === "BlockStatement" ? statement.body : [statement];
  return collect(builder, () => inScope(builder, () => lowerBody(builder, statements)));
}

export function lowerStatement(builder: Builder, node: Ast): void {
  switch (node.type) {
    case "ExpressionStatement":
      return void lowerExpression(builder, node.expression);
    case "VariableDeclaration":
      return lowerVariables(builder, node);
    case "ReturnStatement": {
      const value = node.argument ? lowerExpression(builder, node.argument) : null;
      return emit(builder, node, { kind: "exit", how: "return", value });
    }
    case "ThrowStatement":
      return emit(builder, node, { kind: "exit", how: "throw", value: lowerExpression(builder, node.argument) });
    case "BreakStatement":
      return emit(builder, node, { kind: "exit", how: "break", value: null });
    case "ContinueStatement":
      return emit(builder, node, { kind: "exit", how: "continue", value: null });
    case "IfStatement":
      return lowerIf(builder, node);
    case "SwitchStatement":
      return lowerSwitch(builder, node);
    case "TryStatement":
      return lowerTry(builder, node);
    case "BlockStatement":
      return inScope(builder, () => lowerBody(builder, node.body));
    case "LabeledStatement":
      return lowerStatement(builder, node.body);
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
      return lowerLoop(builder, node);
    default:
      return lowerOther(builder, node);
  }
}

function lowerOther(builder: Builder, node: Ast): void {
  switch (node.type) {
    case "FunctionDeclaration": // hoisted
    case "TSDeclareFunction":
    case "EmptyStatement":
    case "DebuggerStatement":
    case "TSTypeAliasDeclaration":
    case "TSInterfaceDeclaration":
    case "TSNamespaceExportDeclaration":
      return;
    case "ClassDeclaration":
      return void lowerClass(builder, node, declareClassName(builder, node));
    case "TSEnumDeclaration":
      return lowerEnum(builder, node);
    case "TSModuleDeclaration":
      return lowerNamespace(builder, node);
    case "ImportDeclaration":
    case "TSImportEqualsDeclaration":
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
    case "ExportAllDeclaration":
    case "TSExportAssignment":
      return lowerExport(builder, node);
    default:
      emit(builder, node, { kind: "opaque", into: null, syntax: node.type });
  }
}

function lowerVariables(builder: Builder, node: TSESTree.VariableDeclaration): void {
  for (const { id, init } of node.declarations) {
    if (init) bindPattern(builder, id, lowerExpression(builder, init, id.type === "Identifier" ? id.name : undefined), true);
    else if (id.type === "Identifier" && id.typeAnnotation) {
      emit(builder, id, { kind: "typed", into: declare(builder, id.name), value: null, type: lowerType(id.typeAnnotation.typeAnnotation) });
    }
  }
}

function lowerIf(builder: Builder, node: TSESTree.IfStatement): void {
  const test = conditionOf(builder, node.test);
  const yes = lowerBlock(builder, node.consequent);
  const no = node.alternate ? lowerBlock(builder, node.alternate) : [];
  emit(builder, node, { kind: "branch", arms: [{ facts: test.holds, body: yes }, { facts: test.fails, body: no }] });
}

/** Each case is an arm; falling through is not followed, so a case that does stands alone. */
function lowerSwitch(builder: Builder, node: TSESTree.SwitchStatement): void {
  const value = lowerExpression(builder, node.discriminant);
  const arms = inScope(builder, () => {
    for (const one of node.cases) for (const statement of one.consequent) declareStatement(builder, statement);
    return node.cases.map((one): Arm => {
      const to = one.test ? lowerExpression(builder, one.test) : null;
      const body = collect(builder, () => lowerBody(builder, one.consequent.filter((statement) => statement.type !== "BreakStatement")));
      return { facts: to === null ? [] : [{ value, holds: "equals", to, certain: true }], body };
    });
  });
  if (!node.cases.some((one) => one.test === null)) arms.push({ facts: [], body: [] });
  const [first, ...rest] = arms;
  if (first) emit(builder, node, { kind: "branch", arms: [first, ...rest] });
}

function lowerTry(builder: Builder, node: TSESTree.TryStatement): void {
  const body = lowerBlock(builder, node.block);
  const handlers = node.handler ? [lowerHandler(builder, node.handler)] : [];
  const finalizer = node.finalizer ? lowerBlock(builder, node.finalizer) : null;
  emit(builder, node, { kind: "try", body, handlers, finalizer });
}

function lowerHandler(builder: Builder, node: TSESTree.CatchClause): Handler {
  const caught = node.param ? fresh(builder) : null;
  const body = collect(builder, () =>
    inScope(builder, () => {
      if (node.param && caught !== null) {
        declarePattern(builder, node.param);
        bindPattern(builder, node.param, caught, true);
      }
      lowerBody(builder, node.body.body);
    }));
  return { types: [], caught, body, start: startOf(node), end: endOf(node) };
}
