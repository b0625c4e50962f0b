/** Postgres.js. The tag that writes a statement is itself the pool; statements are sent when they are awaited. */
import { defineModel } from "../schema.ts";

/** Options stand behind a URL or alone. */
const options = (...path: readonly string[]) => [{ argument: "last", path }];

const create = {
  returns: "Sql",
  connects: {
    opens: "pool", engine: "postgres",
    options: {
      max: options("max"), idle: options("idle_timeout"), statementTimeout: options("connection", "statement_timeout"),
      boundedBy: [{ option: { argument: "last", path: ["connection", "lock_timeout"] }, is: 5000 }],
      lockTimeout: options("connection", "lock_timeout"), address: { argument: 0 }, options: { argument: 1 },
    },
  },
} as const;

const later = { call: { callbacks: [{ argument: 1, runs: "later" }] } } as const;
const same = { call: { returns: "receiver" } } as const;
const each = { call: { returns: "receiver", callbacks: [{ argument: "last", runs: "each" }] } } as const;
const body = [{ argument: "last", runs: "during", receives: ["Transaction"] }] as const;

export const postgres = defineModel({
  name: "postgres",
  language: "javascript",
  packages: ["postgres"],
  versions: "2–3",
  docs: "https://github.com/porsager/postgres",
  exports: {
    default: { call: create, construct: create },
    Sql: { instance: "Sql" },
    ISql: { instance: "Sql" },
    TransactionSql: { instance: "Transaction" },
    ReservedSql: { instance: "Reserved" },
    PendingQuery: { instance: "Statement" },
  },
  types: {
    Tag: {
      // `sql(rows)`, the helper for values and identifiers, gives a part of a statement, which nobody awaits.
      call: { returns: "Statement", when: "awaited", statement: { sql: { argument: 0 }, spares: { clause: "ON CONFLICT DO NOTHING" } } },
      members: {
        unsafe: { call: { returns: "Statement", when: "awaited", statement: { sql: { argument: 0 } } } },
        file: { call: { returns: "Statement", when: "awaited", statement: { verb: "unknown" } } },
        notify: { call: { statement: { verb: "select", gives: "nothing" } } },
        json: { call: {} },
        array: { call: {} },
        typed: { call: {} },
      },
    },
    Sql: {
      is: "pool",
      extends: "Tag",
      members: {
        begin: { call: { opens: { scope: "transaction", until: "callback-returns", isolation: { argument: 0 } }, callbacks: body } },
        reserve: { call: { acquires: true, returns: "Reserved" } },
        listen: later,
        subscribe: later,
        end: { call: { releases: "receiver" } },
        close: { call: { releases: "receiver" } },
      },
    },
    Transaction: {
      is: "transaction",
      extends: "Tag",
      members: { savepoint: { call: { opens: { scope: "savepoint", until: "callback-returns", nests: true }, callbacks: body } } },
    },
    Reserved: { is: "connection", extends: "Sql", members: { release: { call: { sync: true, releases: "receiver" } } } },
    Statement: {
      is: "query",
      members: {
        execute: { call: { runs: true } },
        values: same,
        raw: same,
        simple: same,
        cursor: each,
        forEach: each,
        stream: each,
        readable: { call: { runs: true } },
        writable: { call: { runs: true } },
        describe: { call: {} },
        cancel: { call: {} },
      },
    },
  },
  errors: { uniqueViolation: ["23505"], retryable: ["40001", "40P01"] },
});
