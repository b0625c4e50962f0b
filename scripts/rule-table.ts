/** The rules as a table, read from the rules themselves. */
import { readFileSync } from "node:fs";
import type { AnyRule } from "../src/analyzer/index.ts";
import { readSuite } from "../tests/harness/read-suite.ts";
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

/** Counted on labelled services: faults, and code that only looks like one. */
type Measured = Readonly<{ found: number; faults: number; spared: number; traps: number }>;

const ROOT = new URL("../", import.meta.url);
const measured = JSON.parse(readFileSync(new URL("docs/measured.json", ROOT), "utf8")) as Readonly<Record<string, Measured>>;

/** `pages` is the way to the rules' pages from where the table stands. */
export function ruleTable(rules: readonly AnyRule[], pages: string): string {
  const rows = rules.map(({ name, meta }) => {
    const edits = meta.fixable ? "fix" : meta.hasSuggestions ? "suggestion" : "";
    const { found = 0, faults = 0, spared = 0, traps = 0 } = measured[name] ?? {};
    const cells = [
      `[\`${name}\`](${pages}${name}.md)`,
      finds(meta.description),
      languagesOf(name),
      SETS[meta.config],
      edits,
      share(found, faults),
      share(spared, traps),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return ["| Rule | Finds | Languages | Config | Edits | Found | Spared |", "| :-- | :-- | :-- | :-- | :-- | :-- | :-- |", ...rows].join("\n");
}

const share = (part: number, whole: number): string => (whole === 0 ? "" : `${part}/${whole}`);

/** Those in which the rule's suite has something to find. */
function languagesOf(rule: string): string {
  const cases = readSuite(readFileSync(new URL(`tests/rules/${rule}.md`, ROOT), "utf8"));
  const files = cases.flatMap((one) => one.files).filter(({ text }) => /(?:\/\/|#) finding\b/.test(text));
  const inPython = files.some(({ language }) => language === "py");
  return [files.some(({ language }) => language !== "py") ? "ts" : "", inPython ? "py" : ""].filter(Boolean).join(" ");
}

/** "Disallow loading a model when …" finds "loading a model when …". */
function finds(description: string): string {
  const what = description.replace(/^(?:Disallow|Require|Enforce)\s+/, "");
  return (/^(?:Require|Enforce)/.test(description) ? `missing: ${what}` : what).replace(/\|/g, "\\|");
}
