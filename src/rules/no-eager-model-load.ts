import { defineRule, loadLazily, loadsAtImport } from "../analyzer/index.ts";

export const noEagerModelLoad = defineRule({
  name: "no-eager-model-load",
  meta: {
    description: "Disallow loading a model when a module is imported",
    config: "recommended", severity: "error", fixable: true, hasSuggestions: true,
    messages: {
      eager: "Loads a model ({{name}}) as soon as this module is imported, which blocks start-up and every process that imports it. Load it on first use or in a start-up hook.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const load of loadsAtImport(analysis)) {
      const { what, at, trace, confidence } = load;
      report({ message: "eager", data: { name: what.name }, at, trace, confidence, ...loadLazily(analysis, load) });
    }
  },
});
