/** A file's statements become a module: its top level is a function like any other, and all its names are exports. */
import type { Directive, IrModule } from "../../ir/nodes.ts";
import type { FilePath } from "../../source.ts";
import { collect, newBuilder } from "../builder.ts";
import { hoistBody } from "./hoist.ts";
import { lowerBody } from "./lower-statement.ts";
import type { Body } from "./syntax.ts";

export function lowerModule(file: FilePath, statements: Body, directives: readonly Directive[], end: number): IrModule {
  const builder = newBuilder(file, directives);
  hoistBody(builder, statements);
  const body = collect(builder, () => lowerBody(builder, statements));
  const main = builder.fn;
  builder.functions[main] = {
    id: main, name: null, params: [], receiver: builder.receiver, returns: null, isAsync: false, isGenerator: false, isGetter: false, parent: null,
    body, start: 0, end,
  };
  for (const [name, value] of builder.names.values) builder.exports[name] = { kind: "value", value };
  return {
    file, language: "python", functions: builder.functions, main, classes: builder.classes, exports: builder.exports,
    stars: builder.stars, types: builder.types, typeImports: builder.typeImports, names: Object.fromEntries(builder.names.values),
    directives: builder.directives, size: { nodes: builder.nodes, opaque: builder.opaque },
  };
}
