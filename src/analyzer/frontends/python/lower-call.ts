/** Calls and decorators. A class is called like a function: what is called tells which it is. */
import { GLOBALS, type Argument, type ValueId } from "../../ir/nodes.ts";
import { make, type Builder } from "../builder.ts";
import { builtinCall } from "./builtins.ts";
import { lowerExpression } from "./lower-expression.ts";
import { lowerFormatCall } from "./lower-text.ts";
import { dottedName } from "./lower-type.ts";
import type { CallArgument, Expression } from "./syntax.ts";

type Call = Extract<Expression, { kind: "call" }>;

/** `**options` is a spread argument named "**": its members are keyword arguments. */
export function lowerArguments(builder: Builder, args: readonly CallArgument[]): Argument[] {
  return args.map((one) => ({
    value: lowerExpression(builder, one.value, one.name ?? undefined), name: one.stars === 2 ? "**" : one.name, spread: one.stars > 0,
  }));
}

export function lowerCall(builder: Builder, node: Call): ValueId {
  if (builtinCall(builder, node) === "super") return make(builder, node, (into) => ({ kind: "import", into, module: GLOBALS, name: "super" }));
  const { callee } = node;
  if (callee.kind === "attribute") {
    if (callee.name === "format" && callee.object.kind === "constant" && typeof callee.object.value === "string")
      return lowerFormatCall(builder, node, callee.object.value, node.args);
    if (callee.name === "__init__" && callee.object.kind === "call" && builtinCall(builder, callee.object) === "super")
      return lowerPlainCall(builder, node, callee.object);
  }
  return lowerPlainCall(builder, node, callee);
}

/** `super().__init__(x)` is a call of `super`, as in `super(x)`. */
function lowerPlainCall(builder: Builder, node: Call, callee: Expression): ValueId {
  const module = importedModule(builder, node);
  if (module !== null) return make(builder, node, (into) => ({ kind: "import", into, module, name: "*" }));
  const called = lowerExpression(builder, callee);
  const args = lowerArguments(builder, node.args);
  return make(builder, node, (into) => ({ kind: "call", into, callee: called, args, as: "call" }));
}

/** `importlib.import_module("a.b")` */
function importedModule(builder: Builder, node: Call): string | null {
  const name = dottedName(node.callee);
  const source = node.args[0]?.value;
  if (name !== "importlib.import_module" && (name !== "__import__" || builtinCall(builder, node) === null)) return null;
  return node.args.length === 1 && source?.kind === "constant" && typeof source.value === "string" ? source.value : null;
}

/** A decorator is a call that takes what it decorates. */
export function lowerDecorator(builder: Builder, decorator: Expression, decorated: ValueId): ValueId {
  const callee = lowerExpression(builder, decorator);
  const args: Argument[] = [{ value: decorated, name: null, spread: false }];
  return make(builder, decorator, (into) => ({ kind: "call", into, callee, args, as: "decorate" }));
}
