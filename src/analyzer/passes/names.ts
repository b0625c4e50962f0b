/** How messages call things. */
import type { Query } from "../values/value.ts";

const VERBS: Readonly<Record<Query["verb"], string>> = {
  select: "select", insert: "insert into", update: "update", delete: "delete from", upsert: "upsert", ddl: "schema change", lock: "lock", unknown: "statement",
};

export function nameOf({ verb, tables }: Query): string {
  const [table] = tables;
  return table === undefined ? VERBS[verb].replace(/ (?:into|from)$/, "") : `${VERBS[verb]} ${table}`;
}
