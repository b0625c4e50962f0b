/** Writes on a connection whose first statement began a transaction that nothing commits: closing the connection undoes them. */
import type { Analysis } from "../analyze.ts";
import type { Confidence, Occurrence, Run, Timeline } from "../facts.ts";
import type { ValueId } from "../ir/nodes.ts";
import { weakest } from "../models/catalog.ts";
import { beginsByItself } from "../passes/timelines/autobegin.ts";
import { callFrom } from "../passes/program/engine.ts";
import type { ModuleIndex } from "../passes/program/module-index.ts";
import { anywhere, isAny, momentsIn } from "../passes/timelines/moments.ts";
import { usesOf } from "../passes/program/uses.ts";
import type { Step } from "../rule.ts";
import type { FilePath } from "../source.ts";

export type LostWrite = Readonly<{ what: Occurrence; trace: readonly Step[]; confidence: Confidence }>;

export function* lostWrites(analysis: Analysis): Iterable<LostWrite> {
  for (const run of analysis.runs) {
    if (!mayEnd(run.timeline)) continue;
    for (const [origin, { writes, ended, kept, made }] of connectionsOf(run.timeline)) {
      const [first] = writes;
      if (!first || !ended || kept || !isOwn(analysis, run, origin) || commitsByItself(analysis, run, first)) continue;
      const trace = [{ span: first.span, note: first.name }, { span: ended.span, note: "closed without a commit" }];
      // What is taken from a pool may be of a version that commits each statement.
      yield { what: first, trace, confidence: weakest(first.confidence, made ? "medium" : "low") };
    }
  }
}

const mayEnd = anywhere((moment) =>
  moment.kind === "happens" ? moment.what.effect.kind === "release" : moment.kind === "scope" && moment.scope.opens === "connection",
);

/** What happens to a connection in one function; `kept`: something commits it, or may. */
type Story = { readonly writes: Occurrence[]; ended: Pick<Occurrence, "span"> | null; kept: boolean; made: boolean };

function connectionsOf(timeline: Timeline): ReadonlyMap<string, Story> {
  const found = new Map<string, Story>();
  const storyOf = (origin: string): Story => {
    const story = found.get(origin) ?? { writes: [], ended: null, kept: false, made: false };
    found.set(origin, story);
    return story;
  };
  for (const moment of momentsIn(timeline, isAny)) {
    if (moment.kind === "happens") note(moment.what, storyOf, found);
    if (moment.kind === "scope" && moment.scope.handle && moment.scope.opens === "connection") storyOf(moment.scope.handle.origin).ended = moment.scope;
    if (moment.kind === "scope" && moment.scope.handle && moment.scope.opens !== "connection") storyOf(moment.scope.handle.origin).kept = true;
  }
  return found;
}

function note(what: Occurrence, storyOf: (origin: string) => Story, all: ReadonlyMap<string, Story>): void {
  const { effect, handle } = what;
  const commits = effect.kind === "control" && effect.step !== "flush" && effect.step !== "rollback";
  if (commits && (!handle || handle.is === "unknown")) for (const story of all.values()) story.kept = true;
  if (!handle) return;
  const story = storyOf(handle.origin);
  if (commits) story.kept = true;
  if (effect.kind === "connect") story.made = true;
  if (effect.kind === "release") story.ended = what;
  if (effect.kind === "query" && WRITES.has(effect.query.verb) && beginsByItself(what)) story.writes.push(what);
}

const WRITES: ReadonlySet<string> = new Set(["insert", "update", "delete", "upsert"]);

/** Made here, and seen by nobody else, who might commit it. */
function isOwn({ engine }: Analysis, run: Run, origin: string): boolean {
  const index = engine.program.module(run.span.file);
  const made = callFrom(engine, origin);
  return index !== null && made?.fn === run.fn && !isHandedOn(index, made.node.into, new Set());
}

function isHandedOn(index: ModuleIndex, value: ValueId, seen: Set<ValueId>): boolean {
  if (seen.has(value)) return false;
  seen.add(value);
  return usesOf(index, value).some((use) => {
    switch (use.kind) {
      case "assign":
      case "typed":
      case "await":
        return isHandedOn(index, use.into, seen);
      case "with":
        return use.into !== null && isHandedOn(index, use.into, seen);
      case "call":
        return use.callee !== value;
      case "member":
        return false;
      default:
        return true;
    }
  });
}

/** Connections can be told to commit each statement, where they are made or where they are used. */
function commitsByItself({ engine: { program } }: Analysis, { span }: Run, { handle }: Occurrence): boolean {
  const from = handle?.from?.slice(0, handle.from.lastIndexOf(":"));
  const files = [span.file, ...(from === undefined ? [] : [from as FilePath])];
  return files.some((file) => /autocommit|isolation_level|isolationLevel/i.test(program.text?.(file) ?? ""));
}
