/** Tags that write SQL with its values beside it, for drivers that take such a pair: `client.query(SQL`…`)`. */
import { defineModel } from "../schema.ts";

const tag = { call: { returns: { text: ["text", "sql", "statement"], grows: ["append", "glue"] } } } as const;

export const sqlTags = defineModel({
  name: "sql-tags",
  language: "javascript",
  packages: ["sql-template-strings", "sql-template-tag", "@nearform/sql", "pg-template-tag"],
  versions: "sql-template-strings 2, sql-template-tag 4–5, @nearform/sql 1",
  docs: "https://github.com/blakeembrey/sql-template-tag",
  exports: { default: tag, SQL: tag, sql: tag },
});
