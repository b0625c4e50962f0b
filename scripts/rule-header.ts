/** The top of a rule's page, read from the rule itself. */
import type { AnyRule } from "../src/analyzer/index.ts";

const SETS = {
  recommended: "In the `recommended` config, and in `strict` and `all`.",
  strict: "In the `strict` and `all` configs.",
  all: "Only in the `all` config.",
} as const;

export function ruleHeader({ meta }: AnyRule): string {
  const edits = meta.fixable ? "Fixes what it can fix without changing what the code does, and suggests edits elsewhere." : meta.hasSuggestions ? "Suggests edits." : "";
  return [`${meta.description}.`, [SETS[meta.config], `Severity: ${meta.severity}.`, edits].filter(Boolean).join(" ")].join("\n\n");
}
