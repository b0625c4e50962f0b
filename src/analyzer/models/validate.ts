/** Whether data that somebody else wrote has the shape that is asked for; where not, at which place, and what would be right. */

export type Shape =
  | Readonly<{ is: "text" | "number" | "boolean" | "null" | "anything" }>
  | Readonly<{ is: "word"; of: readonly string[] }>
  | Readonly<{ is: "list"; of: Shape }>
  | Readonly<{ is: "map"; of: Shape }>
  | Readonly<{ is: "record"; of: Readonly<Record<string, Shape>>; needs: readonly string[] }>
  /** The first that fits the kind of value decides. */
  | Readonly<{ is: "either"; of: readonly Shape[] }>
  /** A shape that mentions itself. */
  | Readonly<{ is: "later"; get: () => Shape }>;

/** Null where the value has the shape; else a message that begins with the path to what is wrong. */
export function validate(shape: Shape, value: unknown, path: string): string | null {
  switch (shape.is) {
    case "later":
      return validate(shape.get(), value, path);
    case "either":
      return validateEither(shape.of, value, path);
    case "word":
      return typeof value === "string" && shape.of.includes(value)
        ? null
        : `${path}: ${show(value)} is not ${choice(shape.of.map((word) => `"${word}"`))}${hint(value, shape.of)}`;
    case "list":
      return Array.isArray(value) ? firstOf(value, (item, index) => validate(shape.of, item, `${path}[${index}]`)) : wrongKind(shape, value, path);
    case "map":
      return isRecord(value) ? firstOf(Object.entries(value), ([key, item]) => validate(shape.of, item, join(path, key))) : wrongKind(shape, value, path);
    case "record":
      return isRecord(value) ? validateRecord(shape, value, path) : wrongKind(shape, value, path);
    default:
      return fits(shape, value) ? null : wrongKind(shape, value, path);
  }
}

function validateEither(shapes: readonly Shape[], value: unknown, path: string): string | null {
  const fitting = shapes.filter((shape) => fits(shape, value));
  const [first] = fitting;
  if (!first) return `${path}: ${show(value)} is not ${choice(shapes.map(nameOf))}`;
  const problems = fitting.map((shape) => validate(shape, value, path));
  return problems.includes(null) ? null : (problems[0] ?? null);
}

function validateRecord(shape: Extract<Shape, { is: "record" }>, value: Readonly<Record<string, unknown>>, path: string): string | null {
  const missing = shape.needs.find((key) => value[key] === undefined);
  if (missing !== undefined) return `${path}: "${missing}" is missing`;
  return firstOf(Object.entries(value), ([key, item]) => {
    const inner = Object.hasOwn(shape.of, key) ? shape.of[key] : undefined;
    return inner ? validate(inner, item, join(path, key)) : `${join(path, key)}: unknown word${hint(key, Object.keys(shape.of)) || ` (known: ${Object.keys(shape.of).join(", ")})`}`;
  });
}

/** Of the right kind, whatever is inside. */
function fits(shape: Shape, value: unknown): boolean {
  switch (shape.is) {
    case "text":
      return typeof value === "string";
    case "word":
      return typeof value === "string" && shape.of.includes(value);
    case "number":
    case "boolean":
      return typeof value === shape.is;
    case "null":
      return value === null;
    case "anything":
      return true;
    case "list":
      return Array.isArray(value);
    case "map":
    case "record":
      return isRecord(value);
    case "either":
      return shape.of.some((one) => fits(one, value));
    case "later":
      return fits(shape.get(), value);
  }
}

const NAMES = {
  text: "text",
  number: "a number",
  boolean: "true or false",
  null: "null",
  anything: "anything",
  list: "a list",
  map: "an object",
  record: "an object",
  either: "",
  later: "an object",
} as const;
const nameOf = (shape: Shape): string => (shape.is === "word" ? shape.of.map((word) => `"${word}"`).join(", ") : NAMES[shape.is]);
const wrongKind = (shape: Shape, value: unknown, path: string): string => `${path}: ${show(value)} is not ${nameOf(shape)}`;
const choice = (names: readonly string[]): string => (names.length === 1 ? (names[0] ?? "") : `one of ${names.join(", ")}`);
const show = (value: unknown): string => (Array.isArray(value) ? "a list" : isRecord(value) ? "an object" : JSON.stringify(value));
const join = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);

function firstOf<T>(items: readonly T[], problem: (item: T, index: number) => string | null): string | null {
  for (const [index, item] of items.entries()) {
    const found = problem(item, index);
    if (found !== null) return found;
  }
  return null;
}

/** The known word that was probably meant. */
function hint(value: unknown, known: readonly string[]): string {
  if (typeof value !== "string") return "";
  const near = known.find((word) => word.toLowerCase() === value.toLowerCase() || isOneSlipAway(word, value));
  return near === undefined ? "" : `; did you mean "${near}"?`;
}

/** A letter too much, too little, or wrong. */
function isOneSlipAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
