/** How messages call things. */
import type { Query } from "../values/value.ts";

const VERBS: Readonly<Record<Query["verb"], string>> = {
  select: "select", insert: "insert into", update: "update", delete: "delete from", upsert: "upsert", ddl: "schema change", lock: "lock", unknown: "statement",
};

export const nameOf = (query: Query): string => [VERBS[query.verb], ...query.tables.slice(0, 1)].join(" ");
