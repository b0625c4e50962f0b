import { defineRule, unretriedSerializable } from "../analyzer/index.ts";

export const requireSerializationRetry = defineRule({
  name: "require-serialization-retry",
  meta: {
    description: "Require that serializable and repeatable-read transactions are tried again when the database refuses them",
    config: "strict", severity: "warning", fixable: false, hasSuggestions: false,
    messages: {
      noRetry: "Runs at {{level}}, where the database may refuse a correct transaction because of another one, and nothing tries it again. Catch the serialization failure round the whole transaction and repeat it, a few times and with a growing, random pause.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const { scope, level } of unretriedSerializable(analysis)) {
      report({
        message: "noRetry",
        data: { level },
        at: scope.span,
        trace: [{ span: scope.span, note: `transaction at ${level}` }],
        confidence: scope.confidence === "high" ? "medium" : scope.confidence,
      });
    }
  },
});
