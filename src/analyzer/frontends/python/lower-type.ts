/** Type annotations, as far as they say what a value is. */
import { lastName } from "../../ir/names.ts";
import type { TypeExpression } from "../../ir/nodes.ts";
import type { Builder } from "../builder.ts";
import { lowerExpression } from "./lower-expression.ts";
import { readFragment } from "./read-expression.ts";
import type { Expression } from "./syntax.ts";

const OTHER: TypeExpression = { kind: "other" };

const LISTS: ReadonlySet<string> = new Set([
  "list", "List", "set", "Set", "frozenset", "FrozenSet", "tuple", "Tuple", "Sequence", "MutableSequence", "Iterable", "Collection", "deque",
]);
const TRANSPARENT: ReadonlySet<string> = new Set(["ClassVar", "Final", "Required", "NotRequired", "ReadOnly", "Unpack"]);

export function lowerType(builder: Builder, type: Expression): TypeExpression {
  switch (type.kind) {
    case "name":
    case "attribute": {
      const name = dottedName(type);
      return name === null ? OTHER : { kind: "name", name, args: [] };
    }
    case "constant":
      return typeof type.value === "string" ? lowerType(builder, forwardReference(type.value)) : OTHER;
    case "binary":
      return type.operator === "|" ? { kind: "union", of: [lowerType(builder, type.left), lowerType(builder, type.right)] } : OTHER;
    case "subscript":
      return lowerSubscript(builder, type);
    default:
      return OTHER;
  }
}

/** A type in quotes is read like any other. */
function forwardReference(text: string): Expression {
  return readFragment({ text, masks: new Map(), depth: 0 }, { start: 0, end: text.length });
}

/** `a.b.c` as text. */
export function dottedName(node: Expression): string | null {
  if (node.kind === "name") return node.id;
  if (node.kind !== "attribute") return null;
  const object = dottedName(node.object);
  return object === null ? null : `${object}.${node.name}`;
}

function lowerSubscript(builder: Builder, type: Extract<Expression, { kind: "subscript" }>): TypeExpression {
  const name = dottedName(type.object);
  const [first, ...rest] = type.keys;
  if (name === null || !first) return OTHER;
  const word = lastName(name);
  if (word === "Annotated") return { kind: "marked", of: lowerType(builder, first), marks: rest.map((one) => lowerExpression(builder, one)) };
  if (word === "Optional") return { kind: "union", of: [lowerType(builder, first), OTHER] };
  if (word === "Union") return { kind: "union", of: type.keys.map((one) => lowerType(builder, one)) };
  if (word === "Literal") return OTHER;
  if (word === "type" || word === "Type") return { kind: "typeof", path: dottedName(first)?.split(".") ?? [] };
  if (word === "Callable")
    return {
      kind: "function",
      params: first.kind === "list" ? first.elements.map((one) => lowerType(builder, one)) : [],
      returns: rest[0] ? lowerType(builder, rest[0]) : null,
    };
  if (TRANSPARENT.has(word)) return lowerType(builder, first);
  if (LISTS.has(word)) return { kind: "list", of: lowerType(builder, first) };
  return { kind: "name", name, args: type.keys.map((one) => lowerType(builder, one)) };
}

/** What a module-level name stands for as a type: an alias, or a type variable's bound. */
export function aliasOf(builder: Builder, value: Expression): TypeExpression | null {
  if (value.kind === "subscript") {
    const name = dottedName(value.object);
    return name !== null && /^(?:Annotated|Optional|Union)$/.test(lastName(name)) ? lowerType(builder, value) : null;
  }
  if (value.kind !== "call" || lastName(dottedName(value.callee) ?? "") !== "TypeVar") return null;
  const bound = value.args.find((one) => one.name === "bound")?.value;
  return bound ? lowerType(builder, bound) : null;
}
