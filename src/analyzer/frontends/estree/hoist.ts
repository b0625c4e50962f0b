/** Names that a region declares before it runs, so that a function may mention what is declared below it. */
import type { TSESTree } from "@typescript-eslint/utils";
import { declare, type Builder } from "./builder.ts";

type Pattern = TSESTree.DestructuringPattern | TSESTree.BindingName | TSESTree.TSEmptyBodyFunctionExpression;

export function declarePattern(builder: Builder, pattern: Pattern | TSESTree.Node): void {
  switch (pattern.type) {
    case "Identifier":
      declare(builder, pattern.name);
      break;
    case "ObjectPattern":
      for (const property of pattern.properties)
        declarePattern(builder, property.type === "RestElement" ? property.argument : property.value);
      break;
    case "ArrayPattern":
      for (const element of pattern.elements) if (element) declarePattern(builder, element);
      break;
    case "AssignmentPattern":
      declarePattern(builder, pattern.left);
      break;
    case "RestElement":
      declarePattern(builder, pattern.argument);
      break;
  }
}

/** What one statement declares in the region it stands in; `var` and nested regions are treated as their own block's. */
export function declareStatement(builder: Builder, statement: TSESTree.Node): void {
  switch (statement.type) {
    case "VariableDeclaration":
      for (const declarator of statement.declarations) declarePattern(builder, declarator.id);
      break;
    case "FunctionDeclaration":
    case "TSDeclareFunction":
    case "ClassDeclaration":
    case "TSEnumDeclaration":
      if (statement.id) declare(builder, statement.id.name);
      break;
    case "TSModuleDeclaration":
      if (statement.id.type === "Identifier" && statement.body) declare(builder, statement.id.name);
      break;
    case "TSImportEqualsDeclaration":
      declare(builder, statement.id.name);
      break;
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
      if (statement.declaration) declareStatement(builder, statement.declaration);
      break;
    case "ImportDeclaration":
      for (const specifier of statement.specifiers) declare(builder, specifier.local.name);
      break;
    default:
      declareNestedVars(builder, statement);
  }
}

/** `var` in a nested block belongs to the function: declared here so that later statements see it. */
function declareNestedVars(builder: Builder, statement: TSESTree.Node): void {
  const inner = nestedStatements(statement);
  for (const one of inner) {
    if (one.type === "VariableDeclaration") {
      if (one.kind === "var") declareStatement(builder, one);
    } else declareNestedVars(builder, one);
  }
}

function nestedStatements(statement: TSESTree.Node): readonly TSESTree.Node[] {
  switch (statement.type) {
    case "BlockStatement":
      return statement.body;
    case "IfStatement":
      return statement.alternate ? [statement.consequent, statement.alternate] : [statement.consequent];
    case "ForStatement":
      return statement.init ? [statement.init, statement.body] : [statement.body];
    case "ForInStatement":
    case "ForOfStatement":
      return [statement.left, statement.body];
    case "WhileStatement":
    case "DoWhileStatement":
    case "LabeledStatement":
      return [statement.body];
    case "SwitchStatement":
      return statement.cases.flatMap((one) => one.consequent);
    case "TryStatement":
      return [statement.block, ...(statement.handler ? [statement.handler.body] : []), ...(statement.finalizer ? [statement.finalizer] : [])];
    default:
      return [];
  }
}
