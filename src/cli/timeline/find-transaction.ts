/** The transaction that a finding speaks of, in the run of the function that holds it. */
import type { Analysis, Finding, Run, Span, Timeline } from "../../analyzer/index.ts";
import { rowsOf, type Drawing, type Row } from "./rows.ts";

export type Transaction = Readonly<{ run: Run; rows: readonly Row[] }>;

const samePlace = (a: Span | undefined, b: Span | undefined): boolean => a !== undefined && b !== undefined && a.file === b.file && a.start === b.start;

/** Null where the finding is about no transaction. The smallest function in which it is seen is the one that holds it. */
export function transactionOf(analysis: Analysis, finding: Finding, excerpt: Drawing["excerpt"]): Transaction | null {
  const effect = finding.trace.at(-1)?.span;
  const marks = (way: readonly Span[]): boolean => samePlace(way.at(-1), finding.at) || (samePlace(way[0], finding.at) && samePlace(way.at(-1), effect));
  const drawing: Drawing = { excerpt, marks, unresolved: false };
  const around = analysis.runs.filter((run) => run.span.file === finding.at.file && run.span.start <= finding.at.start && run.span.end >= finding.at.start);
  const bySize = [...around].sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start) || b.frame - a.frame);
  for (const run of bySize) {
    const part = transactionIn(rowsOf(drawing, run.timeline), finding.trace[0]?.span);
    if (part) return { run, rows: part };
  }
  return null;
}

/** From the BEGIN before a marked row to the COMMIT after it, wherever in the tree they stand. */
function transactionIn(rows: readonly Row[], opening: Span | undefined): readonly Row[] | null {
  const marked = rows.findIndex(isMarked);
  if (marked < 0) return null;
  const before = rows.slice(0, marked + 1);
  const exact = before.findLastIndex((row) => row.words.startsWith("begin") && row.way.some((span) => samePlace(span, opening)));
  const begin = exact >= 0 ? exact : before.findLastIndex((row) => row.words.startsWith("begin"));
  const end = rows.findIndex((row, index) => index >= marked && (row.words === "commit" || row.words === "rollback"));
  if (begin >= 0) return rows.slice(begin, end < 0 ? undefined : end + 1);
  return transactionIn(rows[marked]?.rows ?? [], opening);
}

const isMarked = (row: Row): boolean => row.marked || row.rows.some(isMarked);

/** The transactions of a timeline, each from its BEGIN to its COMMIT. */
export function transactionsIn(drawing: Drawing, timeline: Timeline): readonly (readonly Row[])[] {
  return split(rowsOf(drawing, timeline));
}

function split(rows: readonly Row[]): readonly (readonly Row[])[] {
  const found: (readonly Row[])[] = [];
  let open = -1;
  for (const [index, row] of rows.entries()) {
    if (open < 0 && row.words.startsWith("begin")) open = index;
    else if (open >= 0 && row.words === "commit") {
      found.push(rows.slice(open, index + 1));
      open = -1;
    } else if (open < 0) found.push(...split(row.rows));
  }
  return open < 0 ? found : [...found, rows.slice(open)];
}
