/** Alembic's operations: schema changes and the statements of a migration. */
import { defineModel } from "../schema.ts";

const change = { call: { statement: { verb: "ddl", table: { argument: 0, keyword: "table_name" } } } } as const;
const second = { call: { statement: { verb: "ddl", table: { argument: 1, keyword: "table_name" } } } } as const;

export const alembic = defineModel({
  name: "alembic",
  language: "python",
  packages: ["alembic"],
  versions: "1",
  docs: "https://alembic.sqlalchemy.org/en/latest/ops.html",
  exports: {
    op: { value: "Operations" },
    context: { value: "Context" },
  },
  types: {
    Operations: {
      is: "connection",
      members: {
        execute: { call: { statement: { sql: { argument: 0 } } } },
        bulk_insert: { call: { statement: { verb: "insert", table: { argument: 0 }, bulk: "always" } } },
        get_bind: { call: { returns: "sqlalchemy:Connection" } },
        create_index: second,
        create_unique_constraint: second,
        create_foreign_key: second,
        create_check_constraint: second,
        drop_index: second,
        drop_constraint: second,
        batch_alter_table: { call: { returns: "Batch", table: { argument: 0, keyword: "table_name" } } },
        get_context: { call: {} },
        f: { call: {} },
      },
      others: change,
    },
    Batch: { is: "connection", others: { call: { statement: { verb: "ddl", table: "receiver" } } } },
    Context: {
      members: {
        begin_transaction: { call: { opens: { scope: "transaction", until: "block-ends" } } },
        configure: { call: {} },
        run_migrations: { call: { statement: { verb: "ddl" } } },
      },
      others: { call: {} },
    },
  },
});
