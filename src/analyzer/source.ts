/** Places in source text. Offsets only: line and column are computed where something is printed. */

type Brand<T, Name extends string> = T & { readonly __brand: Name };

/** Posix, relative to the project's root. */
export type FilePath = Brand<string, "FilePath">;

/** Offsets are UTF-16 code units, the end excluded. */
export type Span = Readonly<{ file: FilePath; start: number; end: number }>;

export const spanOf = (file: FilePath, { start, end }: Readonly<{ start: number; end: number }>): Span => ({ file, start, end });

/** Two things that begin at one place of the text. */
export const beginTogether = (a: Span | null | undefined, b: Span | null | undefined): boolean => a?.file === b?.file && a?.start === b?.start;

/** The place at which something begins, as a key. */
export const placeOf = ({ file, start }: Span): string => `${file}:${start}`;

export const isInside = (inner: Span | null, outer: Span): boolean =>
  inner !== null && inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;

export type Position = Readonly<{ line: number; column: number }>;

export const filePath = (path: string): FilePath => path as FilePath;

/** Offsets at which each line starts; the terminators are ECMAScript's, as ESLint counts them. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** Line from 1, column from 0. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) };
}
