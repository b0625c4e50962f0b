/** The sets of rules, each holding the one before it, and the language that Python files are shown in. */
import type { ESLint, Linter } from "eslint";
import type { AnyRule } from "../analyzer/index.ts";

const LEVELS = ["recommended", "strict", "all"] as const;
type Level = (typeof LEVELS)[number];
export type ConfigName = Level | "python";

/** `recommended` reports what is surer than low, the others everything: as the command line does. */
export function configsFor(plugin: ESLint.Plugin, rules: readonly AnyRule[]): Record<ConfigName, Linter.Config> {
  const config = (name: Level): Linter.Config => ({
    name: `lockscan/${name}`,
    plugins: { lockscan: plugin },
    rules: Object.fromEntries(rules.filter((rule) => LEVELS.indexOf(rule.meta.config) <= LEVELS.indexOf(name)).map(levelOf)),
    ...(name === "recommended" ? {} : { settings: { lockscan: { confidence: "low" } } }),
  });
  const python: Linter.Config = { name: "lockscan/python", files: ["**/*.py"], plugins: { lockscan: plugin }, language: "lockscan/python" };
  return { recommended: config("recommended"), strict: config("strict"), all: config("all"), python };
}

const levelOf = ({ name, meta }: AnyRule): [string, Linter.RuleSeverity] => [`lockscan/${name}`, meta.severity === "error" ? "error" : "warn"];
