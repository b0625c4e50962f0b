/** A file's tree becomes a module: its top level is a function like any other. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Directive, IrModule, TypeExpression } from "../../ir/nodes.ts";
import type { FilePath } from "../../source.ts";
import { collect, endOf, newBuilder, startOf, type Builder } from "./builder.ts";
import { lowerBody } from "./lower-statement.ts";
import { lowerAlias, lowerInterface } from "./lower-type.ts";

type Comment = Readonly<{ value: string; range?: readonly [number, number]; start?: number; end?: number }>;

export function lowerModule(file: FilePath, program: TSESTree.Program, comments: readonly Comment[]): IrModule {
  const builder = builderFor(file, comments);
  collectTypes(builder, program.body);
  const body = collect(builder, () => lowerBody(builder, program.body));
  const main = builder.fn;
  builder.functions[main] = {
    id: main, name: null, params: [], receiver: builder.receiver, returns: null, isAsync: true, isGenerator: false, isGetter: false, parent: null,
    body, start: startOf(program), end: endOf(program),
  };
  return {
    file, language: "javascript", functions: builder.functions, main, classes: builder.classes, exports: builder.exports,
    stars: builder.stars, types: builder.types, typeImports: builder.typeImports, names: Object.fromEntries(builder.names.values),
    directives: builder.directives, size: { nodes: builder.nodes, opaque: builder.opaque },
  };
}

function builderFor(file: FilePath, comments: readonly Comment[]): Builder {
  const directives = comments
    .filter((comment) => /eslint-|lockscan/.test(comment.value))
    .map((comment): Directive => ({ text: comment.value, start: startOf(comment), end: endOf(comment) }));
  return newBuilder(file, directives);
}

function collectTypes(builder: Builder, statements: readonly TSESTree.Node[]): void {
  for (const statement of statements) {
    const node = statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration" ? statement.declaration : statement;
    if (node?.type === "TSTypeAliasDeclaration") builder.types[node.id.name] = lowerAlias(node);
    else if (node?.type === "TSInterfaceDeclaration") builder.types[node.id.name] = merge(builder.types[node.id.name], lowerInterface(node));
  }
}

/** Two interfaces of one name are one. */
const merge = (known: TypeExpression | undefined, next: TypeExpression): TypeExpression => (known ? { kind: "both", of: [known, next] } : next);
