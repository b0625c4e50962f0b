/** Bun's SQL client has Postgres.js's interface. */
import { defineModel } from "../schema.ts";

const create = { returns: "postgres:Sql", connects: { opens: "pool", engine: null, options: { max: [{ argument: "last", path: ["max"] }], address: { argument: 0 } } } } as const;

export const bunSql = defineModel({
  name: "bun-sql",
  language: "javascript",
  packages: ["bun"],
  versions: "Bun 1.2–1.3",
  docs: "https://bun.com/docs/api/sql",
  exports: { sql: { value: "postgres:Sql" }, SQL: { instance: "postgres:Sql", construct: create } },
});
