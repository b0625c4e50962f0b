/** The ESLint plugin. */
import type { ESLint, Linter, Rule } from "eslint";
import { createRequire } from "node:module";
import { configsFor, type ConfigName } from "./eslint/configs.ts";
import { pythonLanguage } from "./eslint/python-language.ts";
import { toEslintRule } from "./eslint/to-eslint-rule.ts";
import { rules } from "./rules/index.ts";

const { version, homepage = null } = createRequire(import.meta.url)("../package.json") as Readonly<{ version: string; homepage?: string }>;

type Plugin = ESLint.Plugin & Readonly<{
  meta: Readonly<{ name: string; namespace: string; version: string }>;
  rules: Record<string, Rule.RuleModule>;
  configs: Record<ConfigName, Linter.Config>;
}>;

const plugin: Plugin = {
  // The namespace keeps rules and languages the plugin's own under whatever name a config registers it.
  meta: { name: "eslint-plugin-lockscan", namespace: "lockscan", version },
  rules: Object.fromEntries(rules.map((rule) => [rule.name, toEslintRule(rule, homepage)])),
  languages: { python: pythonLanguage },
  configs: {} as Record<ConfigName, Linter.Config>,
};

Object.assign(plugin.configs, configsFor(plugin, rules));

export default plugin;
// What `require("lockscan")` gives.
export { plugin as "module.exports" };
