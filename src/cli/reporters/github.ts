/** Annotations of GitHub Actions: one command per finding. */
import type { Report } from "../report.ts";

export function reportGithub({ findings }: Report): string {
  return findings.map((one) => {
    const where = { file: one.file, line: one.line, endLine: one.endLine, col: one.column, endColumn: one.endColumn, title: `lockscan/${one.rule}` };
    const properties = Object.entries(where).map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(",");
    const steps = one.trace.map((step) => `${step.file}:${step.line} ${step.message}`);
    return `::${one.severity} ${properties}::${escapeData([one.message, ...steps].join("\n"))}\n`;
  }).join("");
}

const escapeData = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const escapeProperty = (text: string): string => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
