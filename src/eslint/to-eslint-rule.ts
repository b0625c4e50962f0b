/** A rule of the analyzer as a rule of ESLint. */
import type { Rule } from "eslint";
import { weakest, type AnyRule, type Confidence, type Edit, type Finding, type View } from "../analyzer/index.ts";
import { analysisFor } from "./analysis-for.ts";
import { CONFIDENCES, readSettings } from "./settings.ts";

export function toEslintRule(rule: AnyRule, home: string | null): Rule.RuleModule {
  const { description, config, messages, options, schema, fixable, hasSuggestions } = rule.meta;
  return {
    meta: {
      type: "problem",
      docs: { description, recommended: config === "recommended", ...(home === null ? {} : { url: `${home}/docs/rules/${rule.name}.md` }) },
      messages: Object.fromEntries(Object.entries(messages).map(([id, text]) => [id, `${text}{{via}}`])),
      schema: [{ type: "object", properties: { ...schema, confidence: { enum: [...CONFIDENCES] } }, additionalProperties: false }],
      defaultOptions: [{ ...options }],
      ...(fixable ? { fixable: "code" as const } : {}),
      ...(hasSuggestions ? { hasSuggestions } : {}),
    },
    create: (context) => listen(rule, context),
  };
}

function listen(rule: AnyRule, context: Rule.RuleContext): Rule.RuleListener {
  const settings = readSettings(context.settings);
  const view = analysisFor(context, settings);
  if (!view) return {};
  const { confidence = settings.confidence, ...options } = (context.options[0] ?? {}) as Readonly<{ confidence?: Confidence; [option: string]: unknown }>;
  const report = (): void => {
    for (const finding of view.findings({ rule, options })) {
      if (weakest(finding.confidence, confidence) === confidence) context.report(toReport(rule, context, view, finding));
    }
  };
  return { [context.sourceCode.ast.type]: report };
}

function toReport(rule: AnyRule, { sourceCode }: Rule.RuleContext, view: View, finding: Finding): Rule.ReportDescriptor {
  const { at, message, data, fix, suggestions } = finding;
  const place = (offset: number) => sourceCode.getLocFromIndex(Math.min(offset, sourceCode.text.length));
  const own = suggestions.filter(({ edits }) => isWithin(edits, finding));
  return {
    loc: { start: place(at.start), end: place(at.end) }, messageId: message, data: { ...data, via: describeVia(view, finding) },
    fix: rule.meta.fixable && fix && isWithin(fix, finding) ? apply(fix) : null,
    suggest: rule.meta.hasSuggestions ? own.map(({ title, edits }) => ({ desc: title, fix: apply(edits) })) : null,
  };
}

/** ESLint edits the file it is at and no other: half of an edit would be worse than none. */
const isWithin = (edits: readonly Edit[], { at }: Finding): boolean => edits.every((edit) => edit.at.file === at.file);

const apply = (edits: readonly Edit[]): Rule.ReportFixer => (fixer) => edits.map(({ at, text }) => fixer.replaceTextRange([at.start, at.end], text));

const MOST_STEPS = 5;

/** ESLint has no place for a trace: what it says beyond the reported line follows the message. */
function describeVia(view: View, { at, trace }: Finding): string {
  const here = trace.findIndex(({ span }) => span.file === at.file && span.start === at.start);
  const beyond = here < 0 ? [] : trace.slice(here + 1);
  const steps = (beyond.length > 0 ? beyond : trace.filter(({ span }) => span.file !== at.file)).map(({ span }) => `${span.file}:${view.lineOf(span)}`);
  if (steps.length === 0) return "";
  const shown = steps.length > MOST_STEPS ? [...steps.slice(0, MOST_STEPS - 1), "…", ...steps.slice(-1)] : steps;
  return ` (via ${shown.join(" → ")})`;
}
