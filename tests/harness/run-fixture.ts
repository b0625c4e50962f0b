/** The effects that the analyzer sees in a file, line by line, in the words that fixtures of models use. */
import { analyze } from "../../src/analyzer/analyze.ts";
import type { Moment, Occurrence, Timeline } from "../../src/analyzer/facts.ts";
import { models } from "../../src/analyzer/models/index.ts";
import { partsOf } from "../../src/analyzer/passes/timelines/moments.ts";
import { loadProject } from "../../src/analyzer/project/load.ts";
import { lineStarts, positionAt } from "../../src/analyzer/source.ts";
import { memoryHost, ROOT } from "./memory-host.ts";
import { readMarkers } from "./read-markers.ts";

/** Differences between a fixture's markers and what is seen: empty when they agree. `beside` says what is installed. */
export function compareFixture(path: string, text: string, beside: Readonly<Record<string, string>>): readonly string[] {
  const seen = effectsOf(path, text, beside);
  const wanted = new Map<number, string[]>();
  for (const marker of readMarkers(text)) if (marker.kind === "effect") wanted.set(marker.line, [...(wanted.get(marker.line) ?? []), marker.text]);
  const lines = new Set([...seen.keys(), ...wanted.keys()]);
  return [...lines].sort((a, b) => a - b).flatMap((line) => {
    const is = (seen.get(line) ?? []).sort().join("; ");
    const should = (wanted.get(line) ?? []).sort().join("; ");
    return is === should ? [] : [`line ${line}: sees "${is}", expected "${should}"`];
  });
}

function effectsOf(path: string, text: string, beside: Readonly<Record<string, string>>): Map<number, string[]> {
  const project = loadProject(memoryHost({ [path]: text, ...beside }), ROOT, models);
  const analysis = analyze(project.program, models, new Set(project.sources));
  const starts = lineStarts(text);
  const seen = new Map<number, Set<string>>();
  const note = (offset: number, words: string): void => {
    const line = positionAt(starts, offset).line;
    seen.set(line, (seen.get(line) ?? new Set()).add(words));
  };
  const visit = (timeline: Timeline, within: string): void => {
    for (const moment of timeline) noteMoment(moment, within, note, visit);
  };
  for (const run of analysis.runs) visit(run.timeline, "");
  return new Map([...seen].map(([line, words]) => [line, [...words]]));
}

function noteMoment(moment: Moment, within: string, note: (offset: number, words: string) => void, visit: (timeline: Timeline, within: string) => void): void {
  if (moment.kind === "happens") note(moment.what.span.start, describe(moment.what) + within);
  if (moment.kind === "scope") note(moment.scope.span.start, `opens ${moment.scope.opens}${moment.scope.isolation ? ` ${moment.scope.isolation}` : ""}`);
  if (moment.kind === "call") return; // the callee's run tells
  const inner = moment.kind === "deferred" ? " later" : within;
  for (const part of partsOf(moment)) visit(part, inner);
}

function describe(what: Occurrence): string {
  const { effect } = what;
  const floating = what.settling === "floating" ? " not awaited" : "";
  const handle = what.handle ? ` on ${what.handle.is}` : "";
  switch (effect.kind) {
    case "query": {
      const { query } = effect;
      const marks = [
        query.conflict && "conflict",
        query.locks !== "none" && `locks ${query.locks}`,
        query.bulk && "bulk",
        query.staged && "staged",
        query.limited && "limited",
      ].filter(Boolean);
      return [query.verb, query.tables.join(" ") || "?", ...marks.map((mark) => `[${String(mark)}]`)].join(" ") + handle + floating;
    }
    case "connect":
      return `connect ${effect.opens}${effect.engine ? ` ${effect.engine}` : ""}${effect.shared ? " shared" : ""}`;
    case "control":
      return `${effect.step}${handle}${floating}`;
    case "wait":
      return `wait ${effect.on}${floating}`;
    case "enqueue":
      return `enqueue ${effect.to}${effect.sameDatabase ? " in the database" : ""}${floating}`;
    case "load":
      return `load ${effect.what}${floating}`;
    case "acquire":
    case "release":
      return `${effect.kind}${floating}`;
  }
}
