/** What the analysis finds out, as plain data: effects, the timelines they stand in, the transactions. */
import type { FunctionId } from "./ir/nodes.ts";
import type { Confidence, Connect, Opens, WaitKind } from "./models/schema.ts";
import type { Span } from "./source.ts";
import type { Handle, Query } from "./values/value.ts";

export type { Confidence } from "./models/schema.ts";
export type { Handle, Query } from "./values/value.ts";

/** One option of a connection: not given, given as something (a number, if it is written there), or not to be seen. */
export type Setting = Readonly<{ state: "absent" | "unknown" | "set"; value: number | null }>;
export type SettingName =
  "max" | "acquireTimeout" | "statementTimeout" | "lockTimeout" | "idle" | "busyTimeout" | "transactionTimeout" | "wal" | "prepares" | "readOnly" | "migrations";
/** Those that the library has at all. */
export type Settings = Readonly<Partial<Record<SettingName, Setting>>>;

/** "flush" sends what was noted down; it neither begins nor ends anything by itself. */
export type Control = "begin" | "commit" | "rollback" | "savepoint" | "release-savepoint" | "flush";

export type Effect =
  | Readonly<{
      kind: "connect"; opens: Connect["opens"]; engine: Connect["engine"]; shared: boolean; settings: Settings; waitsByDefault: boolean;
      /** As far as it is written in the source, "…" for the rest. `byDefault`: none is given, it is the one of the project's settings. */
      address: string | null; byDefault: boolean;
      /** What it is unless something says otherwise: `type || "sqlite"`. */
      engineByDefault: Connect["engine"];
      /** It is told to keep no connections. */
      unpooled: boolean;
    }>
  | Readonly<{ kind: "acquire" }>
  | Readonly<{ kind: "release" }>
  | Readonly<{ kind: "control"; step: Control }>
  | Readonly<{ kind: "query"; query: Query }>
  | Readonly<{ kind: "wait"; on: WaitKind; milliseconds: number | null }>
  | Readonly<{ kind: "enqueue"; to: "job" | "message" | "event"; sameDatabase: boolean }>
  | Readonly<{ kind: "load"; what: "model" | "native" }>;

/** How the caller goes on: at once after it has happened, after an await, later through what is returned, or without it. */
export type Settling = "now" | "awaited" | "returned" | "floating";

/** One effect, where it happens, on which handle. `name` is how the source calls it. */
export type Occurrence = Readonly<{
  effect: Effect; name: string; handle: Handle | null; span: Span; settling: Settling; confidence: Confidence; sync: boolean;
  /** Whose API it is: handles of two libraries are on two connections. */
  library: string;
  /** A statement that was built and that nothing carries out: it does not happen at all. */
  idle?: boolean;
}>;

/** What a condition says about a lookup. */
export type Lookup = Readonly<{ query: Query; found: boolean; certain: boolean }>;

export type Scope = Readonly<{
  id: string; opens: Opens["scope"]; name: string; span: Span; handle: Handle | null; library: string; nests: boolean; atomic: boolean; sync: boolean;
  /** Statements of the library run in it whatever handle they name. */
  ambient: boolean;
  /** No call opened it: its first statement did. */
  begun?: true;
  /** Where the program says that it is opened round all functions of a kind. Nothing is sent for it before its first statement. */
  said?: Span;
  /** The async function that was handed to a scope whose body must be synchronous. */
  asyncBody?: Span;
  isolation: string | null;
  /** How long it may last, where its options say so. */
  timeout?: Readonly<{ milliseconds: number; at: Span }> | null;
  /** Its body may run more than once. */
  retries?: boolean;
  confidence: Confidence;
}>;

/**
 * `without`: handles that are not there where it is taken, so that nothing is open on them. `seldom`: of the rounds of a loop one in so
 * many takes it: `if (i % 100 === 0)`.
 */
export type TimelineArm = Readonly<{ lookups: readonly Lookup[]; body: Timeline; without?: readonly Handle[]; seldom?: true }>;
/** `own`: a class of the program that extends none of a library's, or of a package that has no database. */
export type ErrorType = Readonly<{ name: string; own: boolean }>;

/** `exits`: how control can leave it; where it never throws, the error ends here. `types`: all that it catches, where it says so. */
export type TimelineHandler = Readonly<{
  span: Span; types: readonly ErrorType[]; words: readonly string[]; exits: Readonly<{ on: boolean; returns: boolean; throws: boolean }>;
  /** What it gives stands in the place of what failed, and the function goes on: `.catch(() => null)`. */
  inPlace?: true;
  /** Whatever it returns carries the error. */
  tells: boolean;
  /** Nothing but what it caught is thrown there. */
  passesOn: boolean;
  body: Timeline;
}>;

export type Moment =
  | Readonly<{ kind: "happens"; what: Occurrence }>
  /**
   * `extent`: the text of the function that is called. `through`: the function was handed over as an argument, so the work in it belongs
   * to whoever wrote it there. `guessed`: nobody knows which handle it is given; what its parameters' types say is all there is. `idle`: it
   * gives a coroutine that nothing runs.
   */
  | Readonly<{
    kind: "call"; span: Span; fn: FunctionId; name: string; through: "name" | "callback"; settling: Settling; confidence: Confidence; body: Timeline;
    extent?: Span; guessed?: boolean; idle?: true;
  }>
  /** `each`: once per item of a collection; else as long as a condition holds. */
  | Readonly<{ kind: "loop"; span: Span; each: boolean; bounded: boolean; chunks: boolean; body: Timeline }>
  | Readonly<{ kind: "branch"; span: Span; arms: readonly TimelineArm[] }>
  | Readonly<{ kind: "guarded"; span: Span; body: Timeline; handlers: readonly TimelineHandler[]; finalizer: Timeline | null }>
  | Readonly<{ kind: "scope"; scope: Scope; body: Timeline }>
  /** `apart`: what fails leaves the others as they are. */
  | Readonly<{ kind: "concurrent"; span: Span; apart?: boolean; body: Timeline }>
  /** Runs after the commit, or whenever: not during. */
  | Readonly<{ kind: "deferred"; span: Span; body: Timeline }>
  | Readonly<{ kind: "exit"; how: "return" | "throw" | "break" | "continue"; span: Span }>
  /** A generator waits for whoever goes through it: they may never come back to it. */
  | Readonly<{ kind: "yields"; span: Span }>
  /** A call of which nothing is known, and why. */
  | Readonly<{ kind: "unresolved"; span: Span; reason: string }>
  /** The function runs again, inside itself. */
  | Readonly<{ kind: "recursion"; span: Span; fn: FunctionId }>;

export type Timeline = readonly Moment[];

/** A function in one of the frames in which it is known to run. */
export type Run = Readonly<{ fn: FunctionId; name: string; span: Span; frame: number; timeline: Timeline }>;

export function spanOfMoment(moment: Moment): Span {
  if (moment.kind === "happens") return moment.what.span;
  return moment.kind === "scope" ? moment.scope.span : moment.span;
}
