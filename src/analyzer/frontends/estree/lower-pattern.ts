/** Binding and assignment patterns: every name gets the value it takes from the whole. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { ValueId } from "../../ir/nodes.ts";
import { collect, declare, emit, lookup, make, type Ast, type Builder } from "./builder.ts";
import { exportSlotOf } from "./export-slots.ts";
import { lowerExpression, propertyName, propertyOf } from "./lower-expression.ts";
import { lowerType } from "./lower-type.ts";

/** Gives the parts of `value` to the names of a pattern; `declares` tells a declaration from an assignment. */
export function bindPattern(builder: Builder, pattern: Ast, value: ValueId, declares: boolean): void {
  switch (pattern.type) {
    case "Identifier":
      return bindName(builder, pattern, value, declares);
    case "ObjectPattern":
      return bindObject(builder, pattern, value, declares);
    case "ArrayPattern":
      pattern.elements.forEach((element, index) => {
        if (!element) return;
        if (element.type === "RestElement") return bindPattern(builder, element.argument, value, declares);
        const part = make(builder, element, (into) => ({ kind: "member", into, object: value, property: String(index), optional: false }));
        bindPattern(builder, element, part, declares);
      });
      return;
    case "AssignmentPattern":
      return bindPattern(builder, pattern.left, withDefault(builder, pattern, value, pattern.right), declares);
    case "RestElement":
      return bindPattern(builder, pattern.argument, value, declares);
    case "MemberExpression":
      return storeMember(builder, pattern, value);
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
      return bindPattern(builder, pattern.expression, value, declares);
    default:
      emit(builder, pattern, { kind: "opaque", into: null, syntax: pattern.type });
  }
}

function bindName(builder: Builder, name: TSESTree.Identifier, value: ValueId, declares: boolean): void {
  const slot = declares ? null : exportSlotOf(builder, name);
  const into = slot ?? (declares ? declare(builder, name.name) : lookup(builder, name.name));
  if (into === null) return; // an undeclared global: nothing in the program reads it by this name
  const annotation = declares ? name.typeAnnotation : null;
  if (annotation) {
    const type = lowerType(annotation.typeAnnotation);
    emit(builder, name, { kind: "typed", into, value, type });
  } else emit(builder, name, { kind: "assign", into, from: [value] });
}

function bindObject(builder: Builder, pattern: TSESTree.ObjectPattern, value: ValueId, declares: boolean): void {
  for (const property of pattern.properties) {
    if (property.type === "RestElement") {
      bindPattern(builder, property.argument, value, declares);
      continue;
    }
    const name = propertyName(builder, property.key, property.computed);
    const part = make(builder, property, (into) => ({ kind: "member", into, object: value, property: name, optional: false }));
    bindPattern(builder, property.value, part, declares);
  }
}

/** `value`, or what `fallback` gives where it is missing. */
export function withDefault(builder: Builder, at: Ast, value: ValueId, fallback: Ast): ValueId {
  let other: ValueId | null = null;
  const body = collect(builder, () => {
    other = lowerExpression(builder, fallback);
  });
  const fact = { value, to: null, certain: true } as const;
  emit(builder, at, {
    kind: "branch",
    arms: [
      { facts: [{ ...fact, holds: "nullish" }], body },
      { facts: [{ ...fact, holds: "present" }], body: [] },
    ],
  });
  const given = [[{ ...fact, holds: "present" }], [{ ...fact, holds: "nullish" }]] as const;
  return make(builder, at, (into) => (other === null ? { kind: "assign", into, from: [value] } : { kind: "assign", into, from: [value, other], given }));
}

export function storeMember(builder: Builder, target: TSESTree.MemberExpression, value: ValueId): void {
  const slot = exportSlotOf(builder, target);
  if (slot !== null) return emit(builder, target, { kind: "assign", into: slot, from: [value] });
  const object = lowerExpression(builder, target.object);
  emit(builder, target, { kind: "store", object, ...propertyOf(builder, target.property, target.computed), value });
}
