import { defineRule, secondAccessors, weakest } from "../analyzer/index.ts";

export const noMixedConnectionAccess = defineRule({
  name: "no-mixed-connection-access",
  meta: {
    description: "Disallow a second connection to a database beside the one that the program shares",
    config: "strict", severity: "warning", fixable: false, hasSuggestions: false,
    messages: {
      second: "Opens connections of its own ({{name}}) beside those that {{shared}} in {{file}} shares: two sets of limits, and transactions that cannot see each other. Import that one.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const { creation: { what }, shared, confidence } of secondAccessors(analysis)) {
      report({
        message: "second", data: { name: what.name, shared: shared.name, file: shared.file }, at: what.span,
        trace: [{ span: shared.span, note: "shared" }, { span: what.span, note: what.name }], confidence: weakest(what.confidence, confidence),
      });
    }
  },
});
