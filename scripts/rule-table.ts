/** The rules as a table, read from the rules themselves. */
import type { AnyRule } from "../src/analyzer/index.ts";
import { camel, namesIn } from "./indexes.ts";

/** Read one by one: the list of all rules may be what is about to be written. */
export async function readRules(): Promise<readonly AnyRule[]> {
  return Promise.all(namesIn("src/rules/").map(async (name) => {
    const exported = (await import(new URL(`../src/rules/${name}.ts`, import.meta.url).href)) as Readonly<Record<string, AnyRule | undefined>>;
    const rule = exported[camel(name)];
    if (!rule || rule.name !== name) throw new Error(`src/rules/${name}.ts must export ${camel(name)}, and the rule be called ${name}`);
    return rule;
  }));
}

const SETS = { recommended: "recommended", strict: "strict", all: "all" } as const;

/** `pages` is the way to the rules' pages from where the table stands. */
export function ruleTable(rules: readonly AnyRule[], pages: string): string {
  const rows = rules.map(({ name, meta }) => {
    const edits = meta.fixable ? "fix" : meta.hasSuggestions ? "suggestion" : "";
    return `| [\`${name}\`](${pages}${name}.md) | ${finds(meta.description)} | ${SETS[meta.config]} | ${edits} |`;
  });
  return ["| Rule | Finds | Config | Edits |", "| :-- | :-- | :-- | :-- |", ...rows].join("\n");
}

/** "Disallow loading a model when …" finds "loading a model when …". */
function finds(description: string): string {
  const what = description.replace(/^(?:Disallow|Require|Enforce)\s+/, "");
  return (/^(?:Require|Enforce)/.test(description) ? `missing: ${what}` : what).replace(/\|/g, "\\|");
}
