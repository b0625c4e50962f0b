/** Imports. Specifiers stay as Python writes them: dots first where they are relative. */
import { declare, emit, lookup, make, type Builder } from "../builder.ts";
import type { Statement } from "./syntax.ts";

/** `import a.b.c` binds `a`; with a name of its own it binds the innermost module. */
export function lowerImport(builder: Builder, node: Extract<Statement, { kind: "import" }>): void {
  for (const { name, as, start, end } of node.names) {
    const module = as === null ? (name.split(".")[0] ?? name) : name;
    const local = as ?? module;
    builder.typeImports[local] ??= { module, name: "*" };
    emit(builder, { start, end }, { kind: "import", into: lookup(builder, local) ?? declare(builder, local), module, name: "*" });
    // The inner module runs all the same.
    if (module !== name) make(builder, { start, end }, (into) => ({ kind: "import", into, module: name, name: "*" }));
  }
}

export function lowerFrom(builder: Builder, node: Extract<Statement, { kind: "from" }>): void {
  const { module } = node;
  if (node.names === null) {
    if (!builder.stars.includes(module)) builder.stars.push(module);
    return;
  }
  for (const { name, as, start, end } of node.names) {
    const local = as ?? name;
    builder.typeImports[local] ??= { module, name };
    emit(builder, { start, end }, { kind: "import", into: lookup(builder, local) ?? declare(builder, local), module, name });
  }
}
