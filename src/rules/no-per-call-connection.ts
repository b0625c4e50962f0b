import { creations, defineRule, repeatedCreation, shareCreation } from "../analyzer/index.ts";

const WHAT = { pool: "a connection pool", connection: "a connection", client: "a database client with its own connections", factory: "a session factory" } as const;

export const noPerCallConnection = defineRule({
  name: "no-per-call-connection",
  meta: {
    description: "Disallow creating a connection, a pool or a session factory on every call",
    config: "recommended", severity: "error", fixable: true, hasSuggestions: true,
    messages: {
      perCall: "Creates {{what}} on every call of {{fn}}. Create it once, at module level or at start-up, and share it.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const creation of creations(analysis)) {
      const repeated = repeatedCreation(analysis, creation);
      if (!repeated) continue;
      report({
        message: "perCall", data: { what: WHAT[creation.effect.opens], fn: creation.name || "this function" }, at: creation.what.span, trace: repeated.trace,
        confidence: repeated.confidence, ...shareCreation(analysis, creation, repeated.confidence),
      });
    }
  },
});
