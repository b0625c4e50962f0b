/** aiopg: psycopg2's interface, awaited. Statements commit by themselves; `cursor.begin()` is a transaction. */
import { dbapi2 } from "../protocols/dbapi2.ts";
import { defineModel, type Action } from "../schema.ts";

const option = (...names: readonly string[]) => names.map((name) => ({ argument: name }));
const settings = { address: { argument: 0, keyword: "dsn" }, lockTimeout: option("options"), statementTimeout: option("options", "timeout") } as const;
const pool = {
  returns: "Pool",
  connects: { opens: "pool", engine: "postgres", options: { ...settings, max: option("maxsize"), idle: option("pool_recycle") } },
} as const satisfies Action;
const transaction = { call: { opens: { scope: "transaction", until: "block-ends", nests: true } } } as const;

export const aiopg = defineModel({
  name: "aiopg",
  language: "python",
  packages: ["aiopg", "aiopg.connection", "aiopg.pool"],
  versions: "1",
  docs: "https://aiopg.readthedocs.io/en/stable/core.html",
  follows: [dbapi2],
  exports: {
    connect: { call: { returns: "Connection", connects: { opens: "connection", engine: "postgres", options: settings } } },
    create_pool: { call: pool },
    Pool: { instance: "Pool", members: { from_pool_fill: { call: pool } } },
    Connection: { instance: "Connection" },
    Cursor: { instance: "Cursor" },
  },
  types: {
    Connection: { autobegin: false },
    Cursor: { autobegin: false, members: { begin: transaction, begin_nested: transaction } },
    Pool: {
      is: "pool",
      members: {
        acquire: { call: { acquires: true, returns: "Connection", opens: { scope: "connection", until: "block-ends" } } },
        cursor: { call: { acquires: true, returns: "Cursor", opens: { scope: "connection", until: "block-ends" } } },
        release: { call: { releases: { argument: 0 } } },
        close: { call: { releases: "receiver" } },
        wait_closed: { call: {} },
      },
    },
  },
});
