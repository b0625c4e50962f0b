/** JSON as configuration files write it: comments and trailing commas allowed. */

/** Null where the text is not JSON of any kind. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return readLoose(text);
  }
}

function readLoose(text: string): unknown {
  // Strings first, so that what looks like a comment in one stays.
  const plain = text.replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (match) => (match.startsWith('"') ? match : " "));
  const closed = plain.replace(/"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])/g, (match) => (match === "," ? "" : match));
  try {
    return JSON.parse(closed);
  } catch {
    return null;
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

export const recordAt = (value: unknown, key: string): Readonly<Record<string, unknown>> => {
  const inner = isRecord(value) ? value[key] : undefined;
  return isRecord(inner) ? inner : {};
};

export const stringAt = (value: unknown, key: string): string | null => {
  const inner = isRecord(value) ? value[key] : undefined;
  return typeof inner === "string" ? inner : null;
};
