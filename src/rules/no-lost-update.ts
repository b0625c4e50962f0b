import { defineRule, lostUpdates } from "../analyzer/index.ts";

export const noLostUpdate = defineRule({
  name: "no-lost-update",
  meta: {
    description: "Disallow writing back a value that was computed from a row read before, without a lock or a version",
    config: "recommended", severity: "warning", fixable: false, hasSuggestions: false,
    messages: {
      lost: "Writes {{column}} of {{table}} as computed from what was read before: of two requests that read the same value, one change is lost. Let the database compute it in the update, lock the row when reading it, or check a version in the update's condition.",
      number: "Numbers a new row of {{table}} by what was read before ({{column}}): two requests that read the same value use the same number. Take it from a sequence, compute it in the insert itself, or lock what is counted.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const { at, table, column, numbers, trace, confidence } of lostUpdates(analysis)) {
      report({ message: numbers ? "number" : "lost", data: { table, column }, at, trace, confidence });
    }
  },
});
