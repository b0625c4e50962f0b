/** Rows as a tree of lines, with where each of them is. */
import type { Place } from "../report.ts";
import type { Span } from "../../analyzer/index.ts";
import { printable, type Style } from "../style.ts";
import type { Row } from "./rows.ts";

export type DrawInput = Readonly<{ rows: readonly Row[]; style: Style; placeOf: (span: Span) => Place; file: string; most: number | null }>;
type Line = Readonly<{ stem: string; row: Row }>;

const WIDTH = 52;

export function draw({ rows, style, placeOf, file, most }: DrawInput): readonly string[] {
  const lines = flatten(rows, "");
  return shorten(lines, most).map((line) => (typeof line === "number" ? style.dim(` ⋮  ${line} more`) : drawLine(line, style, placeOf, file)));
}

function flatten(rows: readonly Row[], stem: string): readonly Line[] {
  return rows.flatMap((row, index) => {
    const last = index === rows.length - 1;
    return [{ stem: `${stem} ${last ? "└─" : "├─"} `, row }, ...flatten(row.rows, `${stem} ${last ? "  " : "│ "} `)];
  });
}

/** The first and the last lines, and those round the marked ones; what lies between is counted. */
function shorten(lines: readonly Line[], most: number | null): readonly (Line | number)[] {
  if (most === null || lines.length <= most) return lines;
  const marked = lines.flatMap((line, index) => (line.row.marked ? [index] : []));
  const near = marked.slice(0, 3).flatMap((index) => [...ancestors(lines, index), index - 2, index - 1, index, index + 1]);
  const kept = new Set([0, 1, 2, lines.length - 1, ...near]);
  const result: (Line | number)[] = [];
  let hidden = 0;
  for (const [index, line] of lines.entries()) {
    if (kept.has(index)) {
      if (hidden > 0) result.push(hidden);
      hidden = 0;
      result.push(line);
    } else hidden++;
  }
  return result;
}

/** The frames round a line: the nearest lines above with shorter stems. */
function ancestors(lines: readonly Line[], index: number): readonly number[] {
  const found: number[] = [];
  let width = lines[index]?.stem.length ?? 0;
  for (let i = index - 1; i >= 0 && width > 4; i--) {
    const stem = lines[i]?.stem.length ?? 0;
    if (stem >= width) continue;
    found.push(i);
    width = stem;
  }
  return found;
}

function drawLine({ stem, row }: Line, style: Style, placeOf: (span: Span) => Place, file: string): string {
  const words = printable(row.words);
  const pad = " ".repeat(Math.max(1, WIDTH - stem.length - words.length));
  const places = row.way.map((span, index) => showPlace(placeOf(span), index === 0 ? file : ""));
  const way = (places.length > 4 ? [places[0], `${places.length - 3} calls`, ...places.slice(-2)] : places).join(" → ");
  const painted = row.marked ? style.red(style.bold(words)) : PAINT[row.tone](style)(words);
  return `${style.dim(stem)}${painted}${pad}${style.dim(printable(way))}${row.marked ? style.red("  ← here") : ""}`;
}

const showPlace = (place: Place, file: string): string => (place.file === file ? `:${place.line}` : `${place.file}:${place.line}`);

const PAINT: Readonly<Record<Row["tone"], (style: Style) => (text: string) => string>> = {
  control: (style) => style.bold, statement: () => (text) => text, wait: (style) => style.yellow, frame: (style) => style.cyan, unknown: (style) => style.dim,
};
