/** For programs: one object, paths from the working directory, lines and columns from 1. */
import type { Report } from "../report.ts";

export function reportJson({ findings, more, problems, stats }: Report): string {
  const report = {
    version: 1,
    findings: findings.map(({ rule, severity, confidence, file, line, column, endLine, endColumn, message, trace }) => ({
      ruleId: rule, severity, confidence, file, line, column, endLine, endColumn, message,
      trace: trace.map((step) => ({ file: step.file, line: step.line, column: step.column, message: step.message })),
    })),
    problems,
    stats: { ...stats, findingsNotShown: more },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
