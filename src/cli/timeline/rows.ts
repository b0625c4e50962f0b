/** A timeline as rows of words: frames round rows, calls folded into the way that leads to what they do. */
import { describeWait, type Moment, type Occurrence, type Span, type Timeline } from "../../analyzer/index.ts";

/** `way`: the places from the function that is drawn to what happens, which stands last. */
export type Row = Readonly<{
  words: string;
  tone: "control" | "statement" | "wait" | "frame" | "unknown";
  way: readonly Span[];
  marked: boolean;
  rows: readonly Row[];
}>;

export type Drawing = Readonly<{
  excerpt: (span: Span) => string;
  /** Whether the finding speaks of this place, reached this way. */
  marks: (way: readonly Span[]) => boolean;
  /** Calls of which nothing is known are drawn too. */
  unresolved: boolean;
}>;

export const rowsOf = (drawing: Drawing, timeline: Timeline, way: readonly Span[] = []): readonly Row[] =>
  timeline.flatMap((moment) => rowsOfMoment(drawing, moment, way));

function rowsOfMoment(drawing: Drawing, moment: Moment, way: readonly Span[]): readonly Row[] {
  const inside = (timeline: Timeline): readonly Row[] => rowsOf(drawing, timeline, way);
  const row = (words: string, tone: Row["tone"], span: Span, rows: readonly Row[] = []): Row =>
    ({ words, tone, way: [...way, span], marked: drawing.marks([...way, span]), rows });
  switch (moment.kind) {
    case "happens":
      return [row(describeEffect(moment.what), toneOf(moment.what), moment.what.span)];
    // What was handed over runs where it was written: the way to it starts there anew.
    case "call":
      return rowsOf(drawing, moment.body, moment.through === "callback" ? [] : [...way, moment.span]);
    case "scope":
      return scopeRows(moment, row, inside);
    case "loop":
      return framed(row(`${drawing.excerpt(moment.span)}${moment.chunks ? " (chunks)" : moment.bounded ? "" : " (unbounded)"}`, "frame", moment.span, inside(moment.body)));
    case "concurrent":
      return framed(row("at the same time", "frame", moment.span, inside(moment.body)));
    case "deferred":
      return framed(row("later, not inside", "frame", moment.span, inside(moment.body)));
    case "branch":
      return armRows(
        moment.arms.map(({ lookups, body }) => ({ lookups, rows: inside(body) })),
        (words, rows) => row(words, "frame", moment.span, rows),
      ).flatMap(framed);
    case "guarded": {
      const handlers = moment.handlers.flatMap((handler) => framed(row("on an error", "frame", moment.span, inside(handler.body))));
      return [...inside(moment.body), ...handlers, ...inside(moment.finalizer ?? [])];
    }
    case "recursion":
      return [row("again, inside itself", "frame", moment.span)];
    case "unresolved":
      return drawing.unresolved ? [row(`? ${drawing.excerpt(moment.span)} (${moment.reason})`, "unknown", moment.span)] : [];
    case "yields":
    case "exit":
      return [];
  }
}

/** A frame that is marked as a whole has no marks inside. */
function framed(row: Row): readonly Row[] {
  if (row.rows.length === 0) return [];
  return [row.marked ? { ...row, rows: row.rows.map(unmark) } : row];
}

const unmark = (row: Row): Row => ({ ...row, marked: false, rows: row.rows.map(unmark) });

type MakeRow = (words: string, tone: Row["tone"], span: Span) => Row;

/** A transaction begins and commits; a lock is taken and given back. */
function scopeRows({ scope, body }: Extract<Moment, { kind: "scope" }>, row: MakeRow, inside: (timeline: Timeline) => readonly Row[]): readonly Row[] {
  const [open, close] =
    scope.opens === "transaction"
      ? ["begin", "commit"]
      : scope.opens === "savepoint"
        ? ["savepoint", "release savepoint"]
        : scope.opens === "lock"
          ? ["lock", "unlock"]
          : ["take a connection", "give it back"];
  const end: Span = { ...scope.span, start: Math.max(scope.span.start, scope.span.end - 1) };
  const begin = row(scope.isolation ? `${open} ${scope.isolation}` : open, "control", scope.span);
  return [begin, ...inside(body), { ...row(close, "control", end), marked: false }];
}

type DrawnArm = Readonly<{ lookups: readonly Readonly<{ query: Readonly<{ tables: readonly string[] }>; found: boolean }>[]; rows: readonly Row[] }>;

function armRows(arms: readonly DrawnArm[], make: (words: string, rows: readonly Row[]) => Row): readonly Row[] {
  return arms.filter((arm) => arm.rows.length > 0).map(({ lookups: [first], rows }, index) => {
    const words = first ? `if ${first.found ? "" : "no "}${first.query.tables[0] ?? "row"} found` : index === 0 ? "if" : "else";
    return make(words, rows);
  });
}

const toneOf = ({ effect }: Occurrence): Row["tone"] =>
  effect.kind === "control"
    ? "control"
    : effect.kind === "query"
      ? "statement"
      : effect.kind === "release" || effect.kind === "acquire"
        ? "control"
        : "wait";

function describeEffect(what: Occurrence): string {
  return `${describeKind(what)}${what.settling === "floating" ? ", not awaited" : ""}`;
}

function describeKind({ effect, name }: Occurrence): string {
  switch (effect.kind) {
    case "query": {
      const { verb, tables, locks, conflict } = effect.query;
      const marks = [
        locks === "rows" && "locking rows",
        locks === "table" && "locking the table",
        locks === "advisory" && "advisory lock",
        conflict && "on conflict",
      ].filter((one) => one !== false);
      return [[verb === "unknown" ? "statement" : verb, tables.join(", ") || `(${name})`].join(" "), ...marks].join(", ");
    }
    case "wait":
      return `${describeWait(effect.on)} (${name})`;
    case "control":
      return effect.step.replace("-", " ");
    case "connect":
      return `open a ${effect.opens} (${name})`;
    case "acquire":
      return "take a connection";
    case "release":
      return "give it back";
    case "enqueue":
      return `enqueue a ${effect.to} (${name})`;
    case "load":
      return `load a model (${name})`;
  }
}
