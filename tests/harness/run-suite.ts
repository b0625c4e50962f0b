/** Runs a suite's cases through the analyzer and holds what it finds against the markers. */
import { analyze } from "../../src/analyzer/analyze.ts";
import { check, type Finding } from "../../src/analyzer/index.ts";
import { models } from "../../src/analyzer/models/index.ts";
import { loadProject } from "../../src/analyzer/project/load.ts";
import { lineStarts, positionAt, type Span } from "../../src/analyzer/source.ts";
import { rules } from "../../src/rules/index.ts";
import { memoryHost, ROOT } from "./memory-host.ts";
import { readMarkers, type Marker } from "./read-markers.ts";
import type { Case } from "./read-suite.ts";

export type Outcome = Readonly<{ unexpected: readonly string[]; notFound: readonly string[]; stale: readonly string[] }>;

/** What the rules named find in a case. */
export function findingsOf(one: Case, names: readonly string[]): Readonly<{ findings: readonly Finding[]; lineOf: (span: Span) => number }> {
  const files = Object.fromEntries(one.files.map((file) => [file.path, file.text]));
  const project = loadProject(memoryHost(files), ROOT, models);
  const analysis = analyze(project.program, models, project.relevant);
  const settings = rules.filter((rule) => names.includes(rule.name)).map((rule) => ({ rule, options: one.options }));
  const lineOf = (span: Span): number => positionAt(lineStarts(files[span.file] ?? ""), span.start).line;
  const findings = check(analysis, settings);
  // What a scan survives and says is a fault of the analysis here.
  const [failure] = [...analysis.engine.failures, ...project.problems.filter(({ message }) => /Error: |cannot be read/.test(message))];
  if (failure) throw new Error(`${failure.file}: ${failure.message}`);
  return { findings, lineOf };
}

export function runCase(one: Case, names: readonly string[]): Outcome {
  const { findings, lineOf } = findingsOf(one, names);
  const unmatched = new Set(findings);
  const notFound: string[] = [];
  const stale: string[] = [];
  for (const file of one.files) {
    for (const marker of readMarkers(file.text)) {
      if (marker.kind === "effect") continue;
      const found = [...unmatched].find((finding) => matches(finding, file.path, marker, lineOf));
      if (found) unmatched.delete(found);
      const wanted = marker.kind !== "missing";
      if (wanted && !found) (marker.kind === "spurious" ? stale : notFound).push(`${file.path}:${marker.line} ${marker.text}`);
      if (!wanted && found) stale.push(`${file.path}:${marker.line} is found now: ${marker.text}`);
    }
  }
  return { notFound, stale, unexpected: [...unmatched].map((finding) => `${finding.at.file}:${lineOf(finding.at)} ${finding.message} (${finding.confidence}): ${finding.text}`) };
}

function matches(finding: Finding, path: string, marker: Marker, lineOf: (span: Span) => number): boolean {
  if (finding.at.file !== path || lineOf(finding.at) !== marker.line) return false;
  if (marker.message && marker.message !== finding.message) return false;
  return Object.entries(marker.data).every(([key, value]) => {
    if (key === "trace") return value.split(/\s+/).every((place) => finding.trace.some((step) => `${step.span.file}:${lineOf(step.span)}` === place));
    if (key === "confidence") return finding.confidence === value;
    return finding.data[key] === value;
  });
}
