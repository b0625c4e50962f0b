import {
  creations, defineRule, isAddressGiven, isDriverOfMany, isOwnFile, repeatedCreation, shareCreation, sharedInstance, triesDatabase, weakest,
} from "../analyzer/index.ts";

const WHAT = { pool: "a connection pool", connection: "a connection", client: "a database client with its own connections", factory: "a session factory" } as const;

export const noPerCallConnection = defineRule({
  name: "no-per-call-connection",
  meta: {
    description: "Disallow creating a connection, a pool or a session factory on every call",
    config: "recommended", severity: "error", fixable: true, hasSuggestions: true,
    messages: {
      perCall: "Creates {{what}} on every call of {{fn}}. Create it once, at module level or at start-up, and share it.",
      beside: "Creates {{what}} on every call of {{fn}}, though {{shared}} in {{file}} is one for all. Import that instead.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const creation of creations(analysis)) {
      const repeated = repeatedCreation(analysis, creation);
      if (!repeated) continue;
      const data = { what: WHAT[creation.effect.opens], fn: creation.name || "this function" };
      const isNamed = isAddressGiven(analysis, creation) || isDriverOfMany(analysis, creation);
      const unsure = creation.effect.unpooled || isNamed || isOwnFile(analysis, creation) || triesDatabase(creation);
      const place = { at: creation.what.span, confidence: weakest(repeated.confidence, unsure ? "low" : "high") };
      const shared = sharedInstance(analysis, creation);
      if (!shared) report({ message: "perCall", data, trace: repeated.trace, ...place, ...shareCreation(analysis, creation, repeated.confidence) });
      else
        report({
          message: "beside",
          data: { ...data, shared: shared.name, file: shared.file },
          trace: [...repeated.trace, { span: shared.span, note: `made once as ${shared.name}` }],
          ...place,
        });
    }
  },
});
