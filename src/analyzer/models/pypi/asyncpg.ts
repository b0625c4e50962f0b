/** asyncpg. Connections do not begin by themselves: a transaction is a block, or an object that is started. */
import { defineModel, type Action } from "../schema.ts";

const option = (...names: readonly string[]) => names.map((name) => ({ argument: name }));
const timeouts = {
  inSeconds: true,
  statementTimeout: [...option("command_timeout"), { argument: "server_settings", path: ["statement_timeout"] }],
  lockTimeout: [{ argument: "server_settings", path: ["lock_timeout"] }],
  boundedBy: [{ option: { argument: "server_settings", path: ["lock_timeout"] }, is: "5s" }],
  address: { argument: 0, keyword: "dsn" },
} as const;
const pool = {
  returns: "Pool",
  connects: {
    opens: "pool", engine: "postgres",
    options: { ...timeouts, max: option("max_size"), prepares: option("init", "setup"), idle: option("max_inactive_connection_lifetime") },
  },
} as const satisfies Action;
const send = (gives?: "row" | "rows") => ({ call: { statement: { sql: { argument: 0, keyword: "query" }, ...(gives ? { gives } : {}) } } }) as const;
const statements = {
  execute: send(),
  fetch: send("rows"),
  fetchrow: send("row"),
  fetchval: send("row"),
  fetchmany: { call: { statement: { sql: { argument: 0 }, bulk: "always" } } },
  executemany: { call: { statement: { sql: { argument: 0, keyword: "command" }, bulk: "always" } } },
  copy_records_to_table: { call: { statement: { verb: "insert", table: { argument: 0, keyword: "table_name" }, bulk: "always" } } },
  copy_to_table: { call: { statement: { verb: "insert", table: { argument: 0, keyword: "table_name" }, bulk: "always" } } },
  copy_from_query: send("rows"),
} as const;

export const asyncpg = defineModel({
  name: "asyncpg",
  language: "python",
  packages: ["asyncpg", "asyncpg/*"],
  versions: "0.27–0.31",
  docs: "https://magicstack.github.io/asyncpg/current/api/index.html",
  exports: {
    connect: { call: { returns: "Connection", connects: { opens: "connection", engine: "postgres", options: timeouts } } },
    create_pool: { call: pool },
    Pool: { instance: "Pool" },
    Connection: { instance: "Connection" },
    Record: { call: {} },
  },
  types: {
    Pool: {
      is: "pool",
      coroutines: true,
      members: {
        ...statements,
        acquire: { call: { acquires: true, returns: "Connection", opens: { scope: "connection", until: "block-ends" } } },
        release: { call: { releases: { argument: 0, keyword: "connection" } } },
        close: { call: { releases: "receiver" } },
        terminate: { call: {} },
      },
    },
    Connection: {
      is: "connection",
      coroutines: true,
      members: {
        ...statements,
        transaction: {
          call: { returns: "Transaction", opens: { scope: "transaction", until: "block-ends", nests: true, isolation: { argument: "isolation" } } },
        },
        prepare: { call: { returns: "Prepared", when: "run", statement: { sql: { argument: 0, keyword: "query" } } } },
        cursor: { call: { returns: "Prepared", when: "awaited", statement: { sql: { argument: 0, keyword: "query" }, gives: "rows" } } },
        add_listener: { call: { callbacks: [{ argument: 1, runs: "later" }] } },
        set_type_codec: { call: {} },
        is_in_transaction: { call: {} },
        close: { call: { releases: "receiver" } },
      },
    },
    Transaction: {
      is: "transaction",
      members: { start: { call: { transaction: "begin" } }, commit: { call: { transaction: "commit" } }, rollback: { call: { transaction: "rollback" } } },
    },
    Prepared: {
      is: "query",
      members: {
        fetch: { call: { runs: true, refines: { gives: "rows" } } },
        fetchrow: { call: { runs: true, refines: { gives: "row" } } },
        fetchval: { call: { runs: true, refines: { gives: "row" } } },
        executemany: { call: { runs: true, refines: { bulk: "always" } } },
      },
    },
  },
  errors: {
    uniqueViolation: ["UniqueViolationError", "IntegrityConstraintViolationError", "23505"],
    retryable: ["SerializationError", "DeadlockDetectedError", "40001", "40P01"],
    every: ["PostgresError"],
  },
});
