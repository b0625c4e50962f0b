import { defineRule, isCovered, lookupsBeforeInserts, outcomeOf, spareExistingRow } from "../analyzer/index.ts";

export const noSelectThenInsert = defineRule({
  name: "no-select-then-insert",
  meta: {
    description: "Disallow an insert that relies on an earlier lookup having found nothing",
    config: "recommended", severity: "error", fixable: false, hasSuggestions: true,
    messages: {
      duplicates: "Inserts into {{table}} because a lookup found no row, but nothing keeps another request from doing the same in between: duplicate rows. Add a unique key and insert with a conflict clause.",
      error: "Inserts into {{table}} because a lookup found no row; a request that does the same in between makes this one fail on the unique key ({{keys}}). Use an upsert or a conflict clause, or answer the violation.",
      either: "Inserts into {{table}} because a lookup found no row, but another request can insert it in between: a duplicate row, or an error where a unique key forbids it. Use an upsert or a conflict clause.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    for (const race of lookupsBeforeInserts(analysis)) {
      if (isCovered(race)) continue;
      const table = race.write.query.tables[0] ?? "the table";
      const outcome = outcomeOf(analysis, race);
      if (outcome.kind === "error" && race.refuses) continue;
      if (outcome.kind === "apart") continue;
      // Without a unique key there is nothing to conflict with.
      const suggestions = outcome.kind === "duplicates" ? [] : spareExistingRow(analysis, race);
      const place = { at: race.at, trace: race.trace, confidence: race.confidence, suggestions };
      if (outcome.kind === "error") report({ message: "error", data: { table, keys: outcome.keys.join(", ") }, ...place });
      else report({ message: outcome.kind === "duplicates" ? "duplicates" : "either", data: { table }, ...place });
    }
  },
});
