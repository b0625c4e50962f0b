/** SARIF 2.1.0, for code-scanning services. Silenced findings are in it too, as silenced. */
import { rules } from "../../rules/index.ts";
import { VERSION } from "../version.ts";
import type { Place, Report, Reported } from "../report.ts";

export function reportSarif(report: Report): string {
  const results = [
    ...report.findings.map((one) => ({ ...resultOf(one), suppressions: [] })),
    ...report.suppressed.map(({ reported, reason }) => ({ ...resultOf(reported), suppressions: [{ kind: "inSource", justification: reason }] })),
  ];
  const notifications = report.problems.map(({ file, message }) => ({ level: "warning", message: { text: `${file}: ${message}` } }));
  return `${JSON.stringify({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0",
    runs: [{
      tool: { driver: { name: "lockscan", version: VERSION, rules: rules.map(describeRule) } }, columnKind: "utf16CodeUnits", results,
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
    }],
  }, null, 2)}\n`;
}

const describeRule = (rule: (typeof rules)[number]) => ({
  id: rule.name, shortDescription: { text: rule.meta.description }, defaultConfiguration: { level: rule.meta.severity, enabled: rule.meta.config === "recommended" },
});

function resultOf(one: Reported) {
  const flow = one.trace.map((step) => ({ location: { ...locationOf(step), message: { text: step.message } } }));
  return {
    ruleId: one.rule, level: one.severity, message: { text: one.message }, locations: [locationOf(one)], properties: { confidence: one.confidence },
    ...(flow.length > 0 ? { codeFlows: [{ threadFlows: [{ locations: flow }] }] } : {}),
  };
}

const locationOf = ({ file, line, column, endLine, endColumn }: Place) => ({
  physicalLocation: {
    artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/") },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  },
});
