/** encode/databases: a pool whose statements are awaited; transactions are blocks, decorators or started by hand. */
import { defineModel } from "../schema.ts";

const sql = { argument: 0, keyword: "query" } as const;
const send = (gives?: "row" | "rows") => ({ call: { statement: { sql, ...(gives ? { gives } : {}) } } }) as const;
const statements = {
  execute: send(),
  execute_many: { call: { statement: { sql, bulk: "always" } } },
  fetch_one: send("row"),
  fetch_all: send("rows"),
  fetch_val: send("row"),
  iterate: { call: { returns: "Rows", when: "awaited", statement: { sql, gives: "rows" } } },
} as const;
const transaction = {
  call: { returns: "Transaction", opens: { scope: "transaction", until: "block-ends", ambient: true, nests: true, isolation: { argument: "isolation" } } },
} as const;

export const databases = defineModel({
  name: "databases",
  language: "python",
  packages: ["databases", "databases/*"],
  versions: "0.5–0.9",
  docs: "https://www.encode.io/databases/connections_and_transactions/",
  exports: {
    Database: {
      instance: "Database",
      construct: {
        returns: "Database",
        connects: {
          opens: "pool", engine: null,
          options: {
            max: [{ argument: "max_size" }], statementTimeout: [{ argument: "command_timeout" }], boundedBy: [{ option: { argument: "command_timeout" }, is: 5, engine: "postgres" }], address: { argument: 0, keyword: "url" },
            options: { argument: "options" },
          },
        },
      },
    },
  },
  types: {
    Database: {
      is: "client",
      coroutines: true,
      members: {
        ...statements,
        transaction,
        connection: { call: { acquires: true, returns: "Connection", opens: { scope: "connection", until: "block-ends" } } },
        connect: { call: {} },
        disconnect: { call: { releases: "receiver" } },
      },
    },
    Connection: { is: "connection", coroutines: true, members: { ...statements, transaction } },
    Transaction: {
      is: "transaction",
      members: { start: { call: { transaction: "begin" } }, commit: { call: { transaction: "commit" } }, rollback: { call: { transaction: "rollback" } } },
    },
    Rows: { is: "query" },
  },
});
