/** What reporters print: an audit with lines and columns in place of offsets. */
import { lineStarts, positionAt, type Audit, type AuditStats, type Confidence, type Finding, type FilePath, type Span } from "../analyzer/index.ts";
import { posix } from "node:path";

/** Lines and columns from 1; `file` leads there from the working directory. */
export type Place = Readonly<{ file: string; line: number; column: number; endLine: number; endColumn: number }>;
export type ReportedStep = Place & Readonly<{ message: string }>;
export type Reported = Place &
  Readonly<{
    rule: string;
    severity: Finding["severity"];
    confidence: Confidence;
    message: string;
    trace: readonly ReportedStep[];
    finding: Finding;
  }>;
export type Report = Readonly<{
  findings: readonly Reported[];
  /** Findings beyond `--max-findings`. */
  more: number;
  suppressed: readonly Readonly<{ reported: Reported; reason: string }>[];
  problems: readonly Readonly<{ file: string; message: string }>[]; stats: AuditStats; audit: Audit; placeOf: (span: Span) => Place;
}>;

export function makeReport(audit: Audit, prefix: string, most: number | null): Report {
  const placeOf = placer(audit, prefix);
  const reportedOf = (finding: Finding): Reported => ({
    ...placeOf(finding.at), rule: finding.rule, severity: finding.severity, confidence: finding.confidence, message: finding.text,
    trace: finding.trace.map((step) => ({ ...placeOf(step.span), message: step.note })), finding,
  });
  const all = audit.findings.map(reportedOf);
  const suppressed = audit.suppressed.map(({ finding, reason }) => ({ reported: reportedOf(finding), reason }));
  const findings = most === null ? all : all.slice(0, most);
  const problems = audit.problems.map(({ file, message }) => ({ file: posix.join(prefix, file), message }));
  return { findings, more: all.length - findings.length, suppressed, problems, stats: audit.stats, audit, placeOf };
}

function placer(audit: Audit, prefix: string): (span: Span) => Place {
  const starts = new Map<FilePath, readonly number[]>();
  const startsOf = (file: FilePath): readonly number[] => {
    const known = starts.get(file) ?? lineStarts(audit.text(file) ?? "");
    starts.set(file, known);
    return known;
  };
  return ({ file, start, end }) => {
    const from = positionAt(startsOf(file), start);
    const to = positionAt(startsOf(file), end);
    return { file: posix.join(prefix, file), line: from.line, column: from.column + 1, endLine: to.line, endColumn: to.column + 1 };
  };
}
