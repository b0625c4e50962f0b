/**
 * Comments that silence findings: ESLint's (`eslint-disable-next-line lockscan/rule -- reason`), which hosts other than ESLint apply
 * through this, and `lockscan-disable…` with the same syntax in both languages, where a rule needs no prefix.
 */
import { ConfigCommentParser } from "@eslint/plugin-kit";
import type { Directive } from "./ir/nodes.ts";
import type { Finding } from "./rule.ts";
import { lineStarts, positionAt, type FilePath } from "./source.ts";

export type Tool = "eslint" | "lockscan";
export type Commented = Readonly<{ text: string; directives: readonly Directive[] }>;
export type Suppressed = Readonly<{ finding: Finding; reason: string }>;

type Sorted = Readonly<{ kept: readonly Finding[]; suppressed: readonly Suppressed[] }>;

/** `rules` is null where all of them are meant. `line` is the one line it speaks of, or null where it speaks of all that follow. */
type Silence = Readonly<{ start: number; line: number | null; disables: boolean; rules: ReadonlySet<string> | null; reason: string }>;

const LABEL = /^(eslint|lockscan)-(disable|enable)(-line|-next-line)?$/;
const parser = new ConfigCommentParser();

/** Tells the findings that the comments of these tools silence from the others. */
export function applyDirectives(findings: readonly Finding[], commented: (file: FilePath) => Commented, tools: readonly Tool[]): Sorted {
  const byFile = new Map<FilePath, Reader>();
  const kept: Finding[] = [];
  const suppressed: Suppressed[] = [];
  for (const finding of findings) {
    const { file } = finding.at;
    const reader = byFile.get(file) ?? readerOf(commented(file), tools);
    byFile.set(file, reader);
    const by = silencing(reader, finding);
    if (by) suppressed.push({ finding, reason: by.reason });
    else kept.push(finding);
  }
  return { kept, suppressed };
}

type Reader = Readonly<{ silences: readonly Silence[]; lineOf: (offset: number) => number }>;

function readerOf({ text, directives }: Commented, tools: readonly Tool[]): Reader {
  if (directives.length === 0) return { silences: [], lineOf: () => 0 };
  const starts = lineStarts(text);
  const lineOf = (offset: number): number => positionAt(starts, offset).line;
  const silences = directives.flatMap((one) => readDirective(one, text, tools, lineOf) ?? []);
  return { silences: [...silences].sort((a, b) => a.start - b.start), lineOf };
}

function readDirective(directive: Directive, text: string, tools: readonly Tool[], lineOf: (offset: number) => number): Silence | null {
  const parsed = parser.parseDirective(directive.text.replace(/^#+/, "").trim());
  const [, tool, action, where] = LABEL.exec(parsed?.label ?? "") ?? [];
  if (!parsed || !tools.some((one) => one === tool)) return null;
  // ESLint reads those that speak of everything that follows in block comments only; a language without them has no choice.
  if (tool === "eslint" && !where && text.startsWith("//", directive.start)) return null;
  const names = Object.keys(parser.parseListConfig(parsed.value));
  const rules = names.flatMap((name) => (name.startsWith("lockscan/") ? [name.slice("lockscan/".length)] : tool === "lockscan" ? [name] : []));
  const line = where === "-next-line" ? lineOf(directive.end) + 1 : where === "-line" ? lineOf(directive.start) : null;
  return { start: directive.start, line, disables: action === "disable", rules: names.length > 0 ? new Set(rules) : null, reason: parsed.justification };
}

/** What silences a finding: a word about its line, or the last word about the rule before it. */
function silencing({ silences, lineOf }: Reader, finding: Finding): Silence | null {
  if (silences.length === 0) return null;
  const { start } = finding.at;
  const line = lineOf(start);
  let last: Silence | null = null;
  for (const silence of silences) {
    if (silence.rules && !silence.rules.has(finding.rule)) continue;
    if (silence.line === line && silence.disables) return silence;
    if (silence.line === null && silence.start <= start) last = silence;
  }
  return last?.disables ? last : null;
}
