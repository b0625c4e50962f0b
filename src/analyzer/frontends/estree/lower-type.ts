/** TypeScript's type annotations, as far as they say what a value is. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { TypeExpression } from "../../ir/nodes.ts";

const OTHER: TypeExpression = { kind: "other" };

export function lowerType(type: TSESTree.TypeNode): TypeExpression {
  switch (type.type) {
    case "TSTypeReference":
      return { kind: "name", name: entityName(type.typeName), args: (type.typeArguments?.params ?? []).map(lowerType) };
    case "TSUnionType":
      return { kind: "union", of: type.types.map(lowerType) };
    case "TSIntersectionType":
      return { kind: "both", of: type.types.map(lowerType) };
    case "TSTypeLiteral":
      return { kind: "record", members: lowerMembers(type.members) };
    case "TSArrayType":
      return { kind: "list", of: lowerType(type.elementType) };
    case "TSFunctionType":
      return lowerSignature(type);
    case "TSTypeQuery":
      return lowerTypeQuery(type);
    case "TSIndexedAccessType":
      return lowerIndexedAccess(type);
    case "TSTypeOperator":
      return type.operator === "readonly" && type.typeAnnotation ? lowerType(type.typeAnnotation) : OTHER;
    case "TSImportType":
      return { kind: "typeof", path: ["import", importedModule(type), ...(type.qualifier ? entityName(type.qualifier).split(".") : [])] };
    case "TSLiteralType":
      return type.literal.type === "Literal" && isPlain(type.literal.value) ? { kind: "constant", value: type.literal.value } : OTHER;
    default:
      return OTHER;
  }
}

/** An alias with parameters of its own may be one of them, and something more. */
export function lowerAlias({ typeAnnotation, typeParameters }: TSESTree.TSTypeAliasDeclaration): TypeExpression {
  const type = lowerType(typeAnnotation);
  const params = typeParameters?.params.map((param) => param.name.name) ?? [];
  if (type.kind !== "both" || params.length === 0) return type;
  const indexOf = (part: TypeExpression): number => (part.kind === "name" && part.args.length === 0 ? params.indexOf(part.name) : -1);
  return { kind: "both", of: type.of.map((part) => (indexOf(part) < 0 ? part : { kind: "parameter", index: indexOf(part) })) };
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

function importedModule(type: TSESTree.TSImportType): string {
  const source: unknown = type.source.type === "Literal" ? type.source.value : "";
  return typeof source === "string" ? source : "";
}

function lowerTypeQuery(type: TSESTree.TSTypeQuery): TypeExpression {
  if (type.exprName.type === "TSImportType") return lowerType(type.exprName);
  return { kind: "typeof", path: entityName(type.exprName).split(".") };
}

function lowerIndexedAccess(type: TSESTree.TSIndexedAccessType): TypeExpression {
  const key = lowerType(type.indexType);
  if (key.kind !== "constant" || typeof key.value === "boolean") return OTHER;
  return { kind: "member", of: lowerType(type.objectType), key: key.value };
}

type Signature = TSESTree.TSFunctionType | TSESTree.TSMethodSignature;

function lowerSignature(type: Signature): TypeExpression {
  const params = type.params.filter((param) => !(param.type === "Identifier" && param.name === "this")).map((param) => annotationOf(param) ?? OTHER);
  return { kind: "function", params, returns: type.returnType ? lowerType(type.returnType.typeAnnotation) : null };
}

export function annotationOf(node: TSESTree.Node): TypeExpression | null {
  switch (node.type) {
    case "AssignmentPattern":
      return annotationOf(node.left);
    case "TSParameterProperty":
      return annotationOf(node.parameter);
    case "Identifier":
    case "ObjectPattern":
    case "ArrayPattern":
    case "RestElement":
      return node.typeAnnotation ? lowerType(node.typeAnnotation.typeAnnotation) : null;
    default:
      return null;
  }
}

export function lowerMembers(members: readonly TSESTree.TypeElement[]): Record<string, TypeExpression> {
  const result: Record<string, TypeExpression> = {};
  for (const member of members) {
    if (member.type !== "TSPropertySignature" && member.type !== "TSMethodSignature") continue;
    if (member.computed || (member.key.type !== "Identifier" && member.key.type !== "Literal")) continue;
    const name = member.key.type === "Identifier" ? member.key.name : String(member.key.value);
    if (member.type === "TSMethodSignature") result[name] = lowerSignature(member);
    else if (member.typeAnnotation) result[name] = lowerType(member.typeAnnotation.typeAnnotation);
  }
  return result;
}

export function entityName(name: TSESTree.EntityName | TSESTree.Node): string {
  switch (name.type) {
    case "Identifier":
      return name.name;
    case "TSQualifiedName":
      return `${entityName(name.left)}.${entityName(name.right)}`;
    case "ThisExpression":
      return "this";
    default:
      return "";
  }
}

/** An interface is its own members and those of what it extends. */
export function lowerInterface(node: TSESTree.TSInterfaceDeclaration): TypeExpression {
  const own: TypeExpression = { kind: "record", members: lowerMembers(node.body.body) };
  const bases = (node.extends ?? []).map((base): TypeExpression => ({
    kind: "name", name: expressionPath(base.expression), args: (base.typeArguments?.params ?? []).map(lowerType),
  }));
  return bases.length === 0 ? own : { kind: "both", of: [own, ...bases] };
}

/** `a.b.c` as text; empty for anything else. */
export function expressionPath(node: TSESTree.Node): string {
  if (node.type === "Identifier") return node.name;
  if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier") return "";
  const object = expressionPath(node.object);
  return object === "" ? "" : `${object}.${node.property.name}`;
}
