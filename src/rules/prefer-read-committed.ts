import { defineRule, isSaidApart, openings } from "../analyzer/index.ts";

const READ_COMMITTED = /read[\s_-]?committed/i;

export const preferReadCommitted = defineRule({
  name: "prefer-read-committed",
  meta: {
    description: "Prefer READ COMMITTED to the default level of MySQL",
    config: "all", severity: "warning", fixable: false, hasSuggestions: false,
    messages: {
      gaps: "Opens MySQL connections ({{name}}) at their default level, REPEATABLE READ, at which an update also locks the gaps between rows and so the inserts of others. Set READ COMMITTED where nothing reads the same rows twice.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    const isSaid = isSaidApart(analysis, READ_COMMITTED);
    for (const { effect, what, mentions, imports } of openings(analysis)) {
      if (effect.engine !== "mysql" || effect.shared || isSaid || mentions(READ_COMMITTED) || imports(READ_COMMITTED)) continue;
      report({ message: "gaps", data: { name: what.name }, at: what.span, trace: [{ span: what.span, note: what.name }], confidence: what.confidence });
    }
  },
});
