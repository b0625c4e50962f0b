/** Imports, exports, enums and namespaces. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Argument, ValueId } from "../../ir/nodes.ts";
import { declare, emit, inScope, lookup, make, type Builder } from "./builder.ts";
import { exportSlot } from "./export-slots.ts";
import { declarePattern } from "./hoist.ts";
import { lowerClass } from "./lower-class.ts";
import { lowerExpression } from "./lower-expression.ts";
import { lowerBody, lowerStatement } from "./lower-statement.ts";
import { expressionPath } from "./lower-type.ts";

type Boundary =
  | TSESTree.ImportDeclaration | TSESTree.TSImportEqualsDeclaration | TSESTree.ExportNamedDeclaration
  | TSESTree.ExportDefaultDeclaration | TSESTree.ExportAllDeclaration | TSESTree.TSExportAssignment;

export function lowerExport(builder: Builder, node: Boundary): void {
  switch (node.type) {
    case "ImportDeclaration":
      return lowerImport(builder, node);
    case "TSImportEqualsDeclaration":
      return lowerImportEquals(builder, node);
    case "ExportNamedDeclaration":
      return lowerNamed(builder, node);
    case "ExportDefaultDeclaration":
      builder.exports["default"] = { kind: "value", value: lowerDefault(builder, node.declaration) };
      return;
    case "ExportAllDeclaration":
      if (node.exportKind === "type") return;
      if (node.exported) builder.exports[nameOf(node.exported)] = { kind: "from", module: node.source.value, name: "*" };
      else builder.stars.push(node.source.value);
      return;
    case "TSExportAssignment":
      emit(builder, node, { kind: "assign", into: exportSlot(builder, "="), from: [lowerExpression(builder, node.expression)] });
  }
}

const nameOf = (node: TSESTree.Identifier | TSESTree.StringLiteral): string => (node.type === "Identifier" ? node.name : node.value);

function lowerImport(builder: Builder, node: TSESTree.ImportDeclaration): void {
  const module = node.source.value;
  for (const specifier of node.specifiers) {
    const name =
      specifier.type === "ImportDefaultSpecifier" ? "default" : specifier.type === "ImportNamespaceSpecifier" ? "*" : nameOf(specifier.imported);
    builder.typeImports[specifier.local.name] = { module, name };
    const typeOnly = node.importKind === "type" || (specifier.type === "ImportSpecifier" && specifier.importKind === "type");
    if (!typeOnly) emit(builder, specifier, { kind: "import", into: declare(builder, specifier.local.name), module, name });
  }
  // An import for its side effects runs the module all the same.
  if (node.specifiers.length === 0) make(builder, node, (into) => ({ kind: "import", into, module, name: "*" }));
}

function lowerImportEquals(builder: Builder, node: TSESTree.TSImportEqualsDeclaration): void {
  const into = declare(builder, node.id.name);
  const reference = node.moduleReference;
  if (reference.type === "TSExternalModuleReference") {
    if (reference.expression.type !== "Literal" || typeof reference.expression.value !== "string") return;
    const module = reference.expression.value;
    builder.typeImports[node.id.name] = { module, name: "=" };
    if (node.importKind !== "type") emit(builder, node, { kind: "import", into, module, name: "=" });
    return;
  }
  const path = reference.type === "Identifier" ? [reference.name] : expressionPath(reference).split(".");
  const root = lookup(builder, path[0] ?? "");
  if (root === null) return;
  const value = path.slice(1).reduce((object, property) => make(builder, node, (to) => ({ kind: "member", into: to, object, property, optional: false })), root);
  emit(builder, node, { kind: "assign", into, from: [value] });
}

function lowerNamed(builder: Builder, node: TSESTree.ExportNamedDeclaration): void {
  if (node.declaration) {
    lowerStatement(builder, node.declaration);
    for (const name of declaredNames(builder, node.declaration)) builder.exports[name] = { kind: "value", value: declare(builder, name) };
    return;
  }
  for (const specifier of node.specifiers) {
    const exported = nameOf(specifier.exported);
    const local = nameOf(specifier.local);
    if (node.source) {
      builder.exports[exported] = { kind: "from", module: node.source.value, name: local };
      continue;
    }
    const value = lookup(builder, local);
    const imported = builder.typeImports[local];
    if (value !== null) builder.exports[exported] = { kind: "value", value };
    else if (imported) builder.exports[exported] = { kind: "from", ...imported };
  }
}

function declaredNames(builder: Builder, node: TSESTree.Node): readonly string[] {
  if (node.type !== "VariableDeclaration") return "id" in node && node.id?.type === "Identifier" ? [node.id.name] : [];
  const names = inScope(builder, () => {
    for (const { id } of node.declarations) declarePattern(builder, id);
    return [...builder.names.values.keys()];
  });
  return names;
}

function lowerDefault(builder: Builder, node: TSESTree.ExportDefaultDeclaration["declaration"]): ValueId {
  switch (node.type) {
    case "FunctionDeclaration":
      return node.id
        ? declare(builder, node.id.name)
        : lowerExpression(builder, { ...node, type: "FunctionExpression" } as unknown as TSESTree.FunctionExpression, "default");
    case "ClassDeclaration":
      return lowerClass(builder, node, node.id ? declare(builder, node.id.name) : null, "default");
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
      return make(builder, node, (into) => ({ kind: "compute", into, from: [] }));
    case "TSEnumDeclaration":
    case "TSModuleDeclaration":
    case "VariableDeclaration":
    case "TSDeclareFunction":
      lowerStatement(builder, node);
      return make(builder, node, (into) => ({ kind: "compute", into, from: [] }));
    default:
      return lowerExpression(builder, node, "default");
  }
}

/** An enum is a record of constants. */
export function lowerEnum(builder: Builder, node: TSESTree.TSEnumDeclaration): void {
  const into = declare(builder, node.id.name);
  const members = node.body.members;
  const entries = members.map((member, index): Argument => {
    const name = member.id.type === "Identifier" ? member.id.name : member.id.type === "Literal" ? member.id.value : null;
    const value = member.initializer
      ? lowerExpression(builder, member.initializer)
      : make(builder, member, (to) => ({ kind: "constant", into: to, value: index }));
    return { value, name, spread: false };
  });
  emit(builder, node, { kind: "aggregate", into, of: "record", entries });
}

/** A namespace is a record of what it exports. */
export function lowerNamespace(builder: Builder, node: TSESTree.TSModuleDeclaration): void {
  if (node.declare || node.kind === "global" || node.id.type !== "Identifier" || node.body?.type !== "TSModuleBlock") return;
  const into = declare(builder, node.id.name);
  const outer = { ...builder.exports };
  const { body } = node.body;
  const entries = inScope(builder, () => {
    lowerBody(builder, body);
    return Object.entries(builder.exports).flatMap(([name, one]): Argument[] =>
      one.kind === "value" && outer[name] !== one ? [{ value: one.value, name, spread: false }] : []);
  });
  for (const name of Object.keys(builder.exports)) delete builder.exports[name];
  Object.assign(builder.exports, outer);
  emit(builder, node, { kind: "aggregate", into, of: "record", entries });
}
