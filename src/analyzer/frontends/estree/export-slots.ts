/** CommonJS: what `module.exports` and `exports.name` are assigned, as exports of the module. */
import type { ValueId } from "../../ir/nodes.ts";
import { fresh, lookup, type Ast, type Builder } from "./builder.ts";

const isGlobal = (builder: Builder, node: Ast, name: string): boolean =>
  node.type === "Identifier" && node.name === name && lookup(builder, name) === null;

const memberName = (node: Ast): string | null =>
  node.type !== "MemberExpression" ? null
  : !node.computed && node.property.type === "Identifier" ? node.property.name
  : node.property.type === "Literal" && typeof node.property.value === "string" ? node.property.value
  : null;

/** "=" for `module.exports`, the name for `exports.name` and `module.exports.name`, else null. */
function exportedName(builder: Builder, node: Ast): string | null {
  const name = memberName(node);
  if (name === null || node.type !== "MemberExpression") return null;
  if (name === "exports" && isGlobal(builder, node.object, "module")) return "=";
  if (isGlobal(builder, node.object, "exports")) return name;
  return exportedName(builder, node.object) === "=" ? name : null;
}

/** The value in which an export's assignments meet, if `node` is an export's place. */
export function exportSlotOf(builder: Builder, node: Ast): ValueId | null {
  const name = exportedName(builder, node);
  return name === null ? null : exportSlot(builder, name);
}

export function exportSlot(builder: Builder, name: string): ValueId {
  const known = builder.slots.get(name);
  if (known !== undefined) return known;
  const value = fresh(builder);
  builder.slots.set(name, value);
  builder.exports[name] ??= { kind: "value", value };
  return value;
}
