/** Runs rules over an analysis and makes findings of what they report. */
import type { Analysis } from "./analyze.ts";
import { describeFailure } from "./failure.ts";
import { weakest } from "./models/catalog.ts";
import type { AnyRule, Draft, Finding, Messages, Severity } from "./rule.ts";
import { filePath } from "./source.ts";

export type RuleSetting = Readonly<{ rule: AnyRule; options?: Readonly<Record<string, unknown>>; severity?: Severity }>;

export function check(analysis: Analysis, settings: readonly RuleSetting[]): readonly Finding[] {
  const found = settings.flatMap((setting) => checkRule(analysis, setting));
  const here = found.filter((finding) => analysis.targets.has(finding.at.file));
  return strongest(here).sort(inOrder);
}

function checkRule(analysis: Analysis, { rule, options, severity }: RuleSetting): Finding[] {
  const found: Finding[] = [];
  const report = (draft: Draft<Messages>): void => {
    const data: Readonly<Record<string, string>> = draft.data;
    found.push({
      rule: rule.name, message: draft.message, text: fill(rule.meta.messages[draft.message] ?? "", data), data, at: draft.at, trace: draft.trace,
      confidence: draft.confidence, severity: severity ?? rule.meta.severity, fix: draft.fix ?? null, suggestions: draft.suggestions ?? [],
    });
  };
  try {
    rule.check(analysis, report, { ...rule.meta.options, ...options });
  } catch (error) {
    // What the rule has reported by then stands; the other rules go on.
    analysis.engine.failures.push({ file: filePath("."), message: `${rule.name} did not get to the end: ${describeFailure(error)}` });
  }
  return found;
}

const fill = (text: string, data: Readonly<Record<string, string>>): string => text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => data[name] ?? whole);

/** One fault, one finding: of those at one place, the surest, then the one with the shortest way. */
function strongest(findings: readonly Finding[]): Finding[] {
  const best = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.at.file} ${finding.at.start}`;
    const known = best.get(key);
    if (!known || isBetter(finding, known)) best.set(key, finding);
  }
  return [...best.values()];
}

function isBetter(a: Finding, b: Finding): boolean {
  if (a.confidence !== b.confidence) return weakest(a.confidence, b.confidence) === b.confidence;
  return a.trace.length < b.trace.length;
}

function inOrder(a: Finding, b: Finding): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  return a.at.start - b.at.start || (a.rule < b.rule ? -1 : 1);
}
