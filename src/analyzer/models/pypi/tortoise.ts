/** Tortoise ORM. Querysets are sent when they are awaited; the transaction is the task's, unless a statement names its handle. */
import { defineModel, type Action, type Statement } from "../schema.ts";

const tableNamedBy = [["Meta", "table"]] as const;
const local = { call: {} } as const;
const all = { argument: "all" } as const;
const using = [{ argument: "using_db" }] as const;
const block = { returns: "Transaction", opens: { scope: "transaction", until: "block-ends", ambient: true, nests: true } } as const satisfies Action;
const lazy = (statement: Statement) => ({
  call: { returns: "Query", when: "awaited", statement: { table: "receiver", rows: "Row", ...statement }, on: using },
}) as const;
const now = (statement: Statement) => ({ call: { statement: { table: "receiver", rows: "Row", ...statement }, on: using } }) as const;
const saving = (statement: Statement) => ({ call: { ...now(statement).call, through: "save" } }) as const;
const step = (refines: Statement = {}) => ({ call: { returns: "receiver", refines, when: "awaited" } }) as const;
const select: Statement = { verb: "select", gives: "rows" };

const finders = {
  all: lazy(select),
  filter: lazy({ ...select, keys: all }),
  exclude: lazy({ ...select, keys: all }),
  annotate: lazy(select),
  select_for_update: lazy({ ...select, locks: "rows" }),
  get: lazy({ ...select, keys: all, gives: "found", limit: 1 }),
  get_or_none: lazy({ ...select, keys: all, gives: "row", limit: 1 }),
  first: lazy({ ...select, gives: "row", limit: 1 }),
  exists: lazy({ ...select, keys: all, gives: "boolean" }),
  create: saving({ verb: "insert", values: all, gives: "row" }),
  get_or_create: saving({ verb: "upsert", keys: all, gives: "row", conflict: true }),
  update_or_create: saving({ verb: "upsert", keys: all, gives: "row", conflict: true }),
  bulk_create: now({ verb: "insert", bulk: "always", conflictIf: { argument: "ignore_conflicts", keyword: "update_fields" } }),
  bulk_update: now({ verb: "update", bulk: "always" }),
  in_bulk: now(select),
  raw: { call: { returns: "Query", when: "awaited", statement: { sql: { argument: 0 } } } },
} as const;

export const tortoise = defineModel({
  name: "tortoise",
  language: "python",
  packages: ["tortoise", "tortoise/*"],
  versions: "0.19–0.25",
  docs: "https://tortoise.github.io/transactions.html",
  harmless: true,
  exports: {
    Tortoise: {
      members: {
        init: { call: { connects: { opens: "pool", engine: null, options: { address: { argument: "db_url" }, options: { argument: "config" } } } } },
        generate_schemas: { call: { statement: { verb: "ddl" } } },
        get_connection: { call: { returns: "Connection" } },
        close_connections: local,
      },
    },
    Model: { instance: "Row", statics: "ModelClass" },
    in_transaction: { call: block },
    atomic: { call: block },
    connections: { value: "Connections" },
    Q: local,
    F: local,
    Count: local,
  },
  types: {
    ModelClass: { is: "table", tableNamedBy, members: finders },
    Transaction: {
      is: "transaction",
      extends: "Connection",
      call: { opens: { scope: "transaction", until: "wrapped-returns", argument: 0, ambient: true, nests: true } },
      members: { commit: { call: { transaction: "commit" } }, rollback: { call: { transaction: "rollback" } } },
    },
    Connections: { members: { get: { call: { returns: "Connection" } }, close_all: local } },
    Connection: {
      is: "client",
      members: {
        execute_query: { call: { statement: { sql: { argument: 0 } } } },
        execute_query_dict: { call: { statement: { sql: { argument: 0 }, gives: "rows" } } },
        execute_insert: { call: { statement: { sql: { argument: 0 } } } },
        execute_many: { call: { statement: { sql: { argument: 0 }, bulk: "always" } } },
        execute_script: { call: { statement: { sql: { argument: 0 } } } },
      },
    },
    Row: {
      tableNamedBy,
      members: {
        save: { call: { statement: { verb: "insert", table: "receiver", saves: true }, on: using } },
        delete: { call: { statement: { verb: "delete", table: "receiver" }, on: using } },
        refresh_from_db: { call: { statement: { verb: "select", table: "receiver", gives: "found" }, on: using } },
        fetch_related: { call: { statement: { verb: "select", table: { argument: 0 }, gives: "rows" }, on: using } },
        update_from_dict: { call: { returns: "receiver" } },
      },
    },
    Query: {
      is: "query",
      members: {
        filter: step({ keys: all }),
        exclude: step({ keys: all }),
        limit: step({ limit: { argument: 0 } }),
        first: step({ gives: "row", limit: 1 }),
        get: step({ keys: all, gives: "found", limit: 1 }),
        get_or_none: step({ keys: all, gives: "row", limit: 1 }),
        exists: step({ gives: "boolean" }),
        count: step({ gives: "count" }),
        update: step({ verb: "update", values: all, gives: "count" }),
        delete: step({ verb: "delete", gives: "count" }),
        select_for_update: step({ locks: "rows" }),
        using_db: { call: { returns: "receiver", on: [{ argument: 0 }] } },
        sql: local,
      },
      others: step(),
    },
  },
  errors: {
    uniqueViolation: ["IntegrityError", "UniqueViolationError", "1062"],
    retryable: ["OperationalError", "TransactionManagementError", "DeadlockDetectedError"],
    unrelated: ["DoesNotExist", "MultipleObjectsReturned"],
    every: ["BaseORMException"],
  },
});
