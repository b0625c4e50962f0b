/** Gives a connection back in a `finally` block that begins right after it was taken, in the words in which the function does so already. */
import type { Analysis } from "../analyze.ts";
import { isWrittenHere, momentsIn } from "../passes/timelines/moments.ts";
import type { Unreleased } from "../questions/unreleased.ts";
import type { Edit, Suggestion } from "../rule.ts";
import { deeper, indentAt, linesOf } from "./lines.ts";
import { overlaps, sameRange, statementAt, statementsBeside, type Range, type Statement } from "./statements.ts";

/** Only one statement gives it back, in the block in which it is taken: at its end, or in a `finally` that begins too late. */
export function releaseFinally(analysis: Analysis, unreleased: Unreleased): readonly Suggestion[] {
  const { at } = unreleased;
  const taking = statementAt(analysis, at);
  const release = onlyRelease(analysis, unreleased);
  if (!taking || !release || taking.isBlockless || taking.source.file !== release.source.file) return [];
  const after = statementsBeside(analysis, taking, ({ start }) => start > taking.at.start);
  if (after.some(({ isHoisted }) => isHoisted)) return [];
  const edits = after.some((one) => sameRange(one.at, release.at)) ? aroundAll(after, release) : fromTheStart(taking, after, release);
  return edits ? [{ title: "Give it back in a `finally` block", edits }] : [];
}

const holds = (outer: Range, inner: Range): boolean => inner.start >= outer.start && inner.end <= outer.end;

function onlyRelease(analysis: Analysis, { what, run }: Unreleased): Statement | null {
  const all = [...momentsIn(run.timeline, isWrittenHere)].flatMap((moment) =>
    moment.kind === "happens" && moment.what.effect.kind === "release" ? [moment.what] : [],
  );
  const [release, ...others] = all;
  if (!release || others.length > 0 || release.handle === null || release.handle.origin !== what.handle?.origin) return null;
  const statement = statementAt(analysis, release.span);
  return statement?.isExpression ? statement : null;
}

/** The rest of the block, of which the release is taken out. What follows it must not wait: the connection would be kept meanwhile. */
function aroundAll(after: readonly Statement[], release: Statement): readonly Edit[] | null {
  const [first] = after;
  const rest = after.filter(({ at }) => at.start > release.at.start);
  const body = after.filter(({ at }) => !sameRange(at, release.at));
  if (!first || body.length === rest.length || rest.some(({ waits }) => waits) || body.some(({ declares }) => overlaps(declares, release.names))) return null;
  const { source } = release;
  const start = linesOf(source, first.at)?.start;
  const end = linesOf(source, (after.at(-1) ?? first).at)?.end;
  const lines = linesOf(source, release.at);
  if (start === undefined || end === undefined || !lines) return null;
  const texts = body.flatMap((one) => one.texts);
  const kept = [deeper(source, { start, end: lines.start }, texts), deeper(source, { start: lines.end, end }, texts)]
    .map((one) => one.trimEnd())
    .filter(Boolean)
    .join("\n");
  const indent = indentAt(source.text, first.at.start);
  const [opens, turns, closes] = source.file.endsWith(".py") ? ["try:", "finally:", ""] : ["try {", "} finally {", `${indent}}\n`];
  const text = `${indent}${opens}\n${kept}\n${indent}${turns}\n${deeper(source, lines, []).trimEnd()}\n${closes}`;
  return [{ at: { file: source.file, start, end }, text }];
}

/** What stands between the taking and the `try` goes into it, where no handler is and nothing else needs what it declares. */
function fromTheStart(taking: Statement, after: readonly Statement[], release: Statement): readonly Edit[] | null {
  const trying = after.find(({ attempt }) => attempt?.finalizer && holds(attempt.finalizer, release.at));
  const between = after.slice(0, trying ? after.indexOf(trying) : 0);
  const [first] = between;
  if (!first || !trying?.attempt || trying.attempt.handles) return null;
  const needed = new Set([...release.names, ...after.slice(after.indexOf(trying) + 1).flatMap(({ names }) => [...names])]);
  if (between.some(({ declares, at }) => overlaps(declares, needed) || !holds({ start: taking.at.end, end: trying.at.start }, at))) return null;
  const { source } = taking;
  const start = linesOf(source, first.at)?.start;
  const line = source.text.lastIndexOf("\n", trying.at.start) + 1;
  if (start === undefined) return null;
  const indent = indentAt(source.text, trying.at.start);
  const moved = deeper(source, { start, end: line }, between.flatMap((one) => one.texts)).trimEnd();
  return [{ at: { file: source.file, start, end: trying.attempt.opens }, text: `${indent}${source.text.slice(trying.at.start, trying.attempt.opens)}\n${moved}` }];
}
