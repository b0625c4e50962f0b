import { defineRule, swallowedErrors } from "../analyzer/index.ts";

export const noSwallowedErrorInTransaction = defineRule({
  name: "no-swallowed-error-in-transaction",
  meta: {
    description: "Disallow catching a statement's error inside the transaction and going on",
    config: "strict", severity: "error", fixable: false, hasSuggestions: false,
    messages: {
      goesOn: "Catches the error of {{statement}} inside the open transaction and goes on ({{next}}): PostgreSQL refuses everything until a rollback, other databases commit half of the work. Let the error out, or run the statement in a savepoint.",
      reads: "Catches the error of {{statement}} inside the open transaction and goes on ({{next}}): where an error spoils the transaction, as in PostgreSQL, everything after it fails as well. Let the error out, or run the statement in a savepoint.",
      commits: "Catches the error of {{statement}} inside the open transaction, which then commits what it wrote before: half of the work stays. Let the error out, or run the statement in a savepoint.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const { idle, what, next, at, trace, confidence } of swallowedErrors(analysis)) {
      if (next) report({ message: idle ? "reads" : "goesOn", data: { statement: what.name, next: next.name }, at, trace, confidence });
      else report({ message: "commits", data: { statement: what.name }, at, trace, confidence });
    }
  },
});
