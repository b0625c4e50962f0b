/** Targets of assignments, and the patterns of `match`: every name gets the part of the value that it takes. */
import type { Fact, ValueId } from "../../ir/nodes.ts";
import { declare, emit, fresh, isRefilled, lookup, make, type Builder } from "../builder.ts";
import { lowerExpression } from "./lower-expression.ts";
import type { Expression, Pattern } from "./syntax.ts";

type At = Readonly<{ start: number; end: number }>;

export function bindTarget(builder: Builder, target: Expression, value: ValueId): void {
  switch (target.kind) {
    case "name":
      return bindName(builder, target, target.id, value);
    case "tuple":
    case "list":
      return bindElements(builder, target.elements, value);
    case "starred":
      return bindTarget(builder, target.value, value);
    case "attribute": {
      const object = lowerExpression(builder, target.object);
      return emit(builder, target, { kind: "store", object, property: target.name, value });
    }
    case "subscript": {
      const object = lowerExpression(builder, target.object);
      return emit(builder, target, { kind: "store", object, property: keyOf(builder, target.keys), value });
    }
    default:
      emit(builder, target, { kind: "opaque", into: null, syntax: target.kind });
  }
}

export function bindName(builder: Builder, at: At, name: string, value: ValueId): void {
  const refilled = isRefilled(builder, name);
  const into = refilled ? fresh(builder) : lookup(builder, name) ?? declare(builder, name);
  emit(builder, at, { kind: "assign", into, from: [value] });
  if (refilled) builder.names.values.set(name, into);
}

/** What stands behind a star has no fixed place. */
function bindElements(builder: Builder, elements: readonly Expression[], value: ValueId): void {
  const star = elements.findIndex((one) => one.kind === "starred");
  elements.forEach((element, index) => {
    if (element.kind === "starred") return bindTarget(builder, element, value);
    const property = star >= 0 && index > star ? null : String(index);
    bindTarget(builder, element, make(builder, element, (into) => ({ kind: "member", into, object: value, property, optional: false })));
  });
}

/** The key of a subscript, where it is a literal. */
export function keyOf(builder: Builder, keys: readonly Expression[]): string | null {
  const [only] = keys;
  if (keys.length === 1 && only?.kind === "constant" && only.value !== null) return String(only.value);
  for (const key of keys) lowerExpression(builder, key);
  return null;
}

/** What holds of the whole when a pattern matches. Values in patterns are made here, before any arm runs. */
export function patternFacts(builder: Builder, pattern: Pattern, value: ValueId): readonly Fact[] {
  switch (pattern.kind) {
    case "value": {
      if (pattern.value.kind === "constant" && pattern.value.value === null) return [{ value, holds: "nullish", to: null, certain: true }];
      return [{ value, holds: "equals", to: lowerExpression(builder, pattern.value), certain: true }];
    }
    case "instance":
      return [{ value, holds: "instance", to: lowerExpression(builder, pattern.cls), certain: true }];
    case "as":
      return patternFacts(builder, pattern.pattern, value);
    case "either":
      return pattern.of.flatMap((one) => patternFacts(builder, one, value)).map((fact) => ({ ...fact, certain: false }));
    case "capture":
    case "sequence":
    case "mapping":
    case "star":
      return [];
  }
}

/** Gives the parts of `value` to the names that a pattern captures. */
export function bindPattern(builder: Builder, pattern: Pattern, value: ValueId): void {
  const part = (inner: Pattern, property: string | null) => {
    if (inner.kind === "value") return;
    bindPattern(builder, inner, make(builder, inner, (into) => ({ kind: "member", into, object: value, property, optional: false })));
  };
  switch (pattern.kind) {
    case "capture":
      return pattern.name === "_" ? undefined : bindName(builder, pattern, pattern.name, value);
    case "as":
      bindPattern(builder, pattern.pattern, value);
      return bindName(builder, pattern, pattern.name, value);
    case "star":
      return pattern.pattern ? bindPattern(builder, pattern.pattern, value) : undefined;
    case "sequence":
      return pattern.of.forEach((one, index) => (one.kind === "star" ? bindPattern(builder, one, value) : part(one, String(index))));
    case "either":
      return pattern.of.forEach((one) => bindPattern(builder, one, value));
    case "mapping":
      return pattern.entries.forEach(({ key, pattern: inner }) => (key === null ? bindPattern(builder, inner, value) : part(inner, keyOf(builder, [key]))));
    case "instance":
      pattern.positions.forEach((one) => part(one, null));
      return pattern.named.forEach((one) => part(one.pattern, one.name));
    case "value":
      return;
  }
}
