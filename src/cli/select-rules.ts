/** `--rules`: a config's name, or the names of rules. */
import type { AnyRule, Confidence } from "../analyzer/index.ts";
import { rules } from "../rules/index.ts";
import { refuse, type Result } from "./io.ts";

export type Selection = Readonly<{ rules: readonly AnyRule[]; atLeast: Confidence }>;
type Config = AnyRule["meta"]["config"];

const CONFIGS: readonly Config[] = ["recommended", "strict", "all"];

/** `recommended` reports what is surer than low; the other configs, and rules asked for by name, report everything. */
export function selectRules(words: string): Result<Selection> {
  const config = CONFIGS.findIndex((one) => one === words);
  if (config >= 0) {
    const chosen = rules.filter((rule) => CONFIGS.indexOf(rule.meta.config) <= config);
    return { ok: true, value: { rules: chosen, atLeast: config === 0 ? "medium" : "low" } };
  }
  const names = words.split(",").map((name) => name.trim().replace(/^lockscan\//, "")).filter((name) => name !== "");
  const unknown = names.find((name) => !rules.some((rule) => rule.name === name));
  if (unknown !== undefined) return refuse(`unknown rule "${unknown}": \`lockscan rules\` lists them; recommended, strict and all are sets of rules`);
  if (names.length === 0) return refuse("--rules takes recommended, strict, all, or names of rules separated by commas");
  return { ok: true, value: { rules: rules.filter((rule) => names.includes(rule.name)), atLeast: "low" } };
}
