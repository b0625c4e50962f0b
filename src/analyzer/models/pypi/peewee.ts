/** peewee. `atomic()` and its kin, and the database as a block, are transactions; `connection_context` is not. Queries run when executed or gone through. */
import { defineModel, type Action, type Statement } from "../schema.ts";

const option = (...names: readonly string[]) => names.map((name) => ({ argument: name }));
const tableNamedBy = [["Meta", "table_name"], ["Meta", "db_table"]] as const;
const local = { call: {} } as const;
const all = { argument: "all" } as const;
const pooled = { max: option("max_connections"), acquireTimeout: option("timeout"), idle: option("stale_timeout") } as const;
/** Without a pool each thread has a connection of its own. */
const database = (engine: "postgres" | "mysql" | "sqlite" | null, pool: Partial<typeof pooled> = {}) => ({
  instance: "Database",
  construct: {
    returns: "Database",
    connects: {
      opens: "pool", engine,
      options: {
        ...pool, busyTimeout: [
          ...option("timeout"), { argument: "pragmas", path: ["busy_timeout"] },
        ],
        wal: [
          { argument: "pragmas", path: ["journal_mode"] },
        ], ...(engine === "sqlite" ? { waitsByDefault: true } : {}), statementTimeout: option("options"), boundedBy: [{ option: { argument: "options" }, is: "-c lock_timeout=5000", engine: "postgres" }], address: { argument: 0, keyword: "database" }, options: { argument: "kwargs" },
      },
    },
  },
}) as const;
/** It keeps the log by itself, and one thread that writes. */
const queue = {
  instance: "Database",
  construct: { returns: "Database", connects: { opens: "pool", engine: "sqlite", options: { waitsByDefault: true, wal: [{ argument: 0, keyword: "database" }] } } },
} as const;
const block = (scope: "transaction" | "savepoint"): Action => ({ returns: "Atomic", opens: { scope, until: "block-ends", ambient: true, nests: true } });

const lazy = (statement: Statement) => ({ call: { returns: "Query", when: "awaited", statement: { table: "receiver", ...statement } } }) as const;
const built = (statement: Statement) => ({ call: { returns: "Query", when: "run", statement: { table: "receiver", ...statement } } }) as const;
const now = (statement: Statement) => ({ call: { statement: { table: "receiver", rows: "Row", ...statement } } }) as const;
const saving = (statement: Statement) => ({ call: { ...now(statement).call, through: "save" } }) as const;
const step = (refines: Statement = {}) => ({ call: { returns: "receiver", refines } }) as const;
const run = (refines: Statement = {}) => ({ call: { runs: true, refines } }) as const;
const select: Statement = { verb: "select", gives: "rows", rows: "Row" };

export const peewee = defineModel({
  name: "peewee",
  language: "python",
  packages: ["peewee", "playhouse/*"],
  versions: "3",
  docs: "https://docs.peewee-orm.com/en/latest/peewee/database.html#managing-transactions",
  harmless: true,
  exports: {
    SqliteDatabase: database("sqlite"),
    SqliteExtDatabase: database("sqlite"),
    PooledSqliteDatabase: database("sqlite", pooled),
    SqliteQueueDatabase: queue,
    PostgresqlDatabase: database("postgres"),
    PostgresqlExtDatabase: database("postgres"),
    PooledPostgresqlDatabase: database("postgres", pooled),
    PooledPostgresqlExtDatabase: database("postgres", pooled),
    MySQLDatabase: database("mysql"),
    PooledMySQLDatabase: database("mysql", pooled),
    connect: { call: database(null, pooled).construct },
    Database: { instance: "Database" },
    Proxy: { instance: "Database", construct: { returns: "Database" } },
    DatabaseProxy: { instance: "Database", construct: { returns: "Database" } },
    Model: { instance: "Row", statics: "ModelClass" },
    ForeignKeyField: { call: { returns: { instance: { argument: 0, keyword: "model" } } } },
    chunked: { call: { bounds: "parts" } },
    fn: { value: "Functions" },
    SQL: local,
  },
  types: {
    Database: {
      is: "client",
      // `with db:` is a transaction on a connection that is closed behind it; inside another it is a savepoint.
      entered: { opens: { scope: "transaction", until: "block-ends", ambient: true, nests: true } },
      members: {
        atomic: { call: block("transaction") },
        transaction: { call: block("transaction") },
        savepoint: { call: block("savepoint") },
        manual_commit: local,
        // On the connection that the thread has: who calls these by hand is a driver of peewee, not its user.
        begin: local,
        commit: local,
        rollback: local,
        execute_sql: { call: { returns: "Rows", statement: { sql: { argument: 0, keyword: "sql" } } } },
        connection_context: local,
        connect: local,
        connection: local,
        close: local,
        is_closed: local,
        in_transaction: local,
        init: local,
        initialize: local,
        create_tables: { call: { statement: { verb: "ddl", bulk: "always" } } },
        drop_tables: { call: { statement: { verb: "ddl", bulk: "always" } } },
        batch_commit: { call: { bounds: "parts" } },
      },
    },
    Atomic: {
      call: { opens: { scope: "transaction", until: "wrapped-returns", argument: 0, ambient: true, nests: true } },
      members: { commit: { call: { transaction: "commit" } }, rollback: { call: { transaction: "rollback" } } },
    },
    Rows: { is: "query", members: { fetchone: { call: { fetches: "row" } }, fetchall: { call: { fetches: "rows" } } } },
    ModelClass: {
      is: "table",
      tableNamedBy,
      members: {
        create: saving({ verb: "insert", values: all, gives: "row" }),
        get: now({ ...select, keys: all, gives: "found", limit: 1 }),
        get_by_id: now({ ...select, gives: "found", limit: 1 }),
        get_or_none: now({ ...select, keys: all, gives: "row", limit: 1 }),
        get_or_create: saving({ verb: "upsert", keys: all, gives: "row", conflict: true }),
        set_by_id: now({ verb: "update", values: { argument: 1 } }),
        delete_by_id: now({ verb: "delete" }),
        bulk_create: now({ verb: "insert", values: { argument: 0 }, bulk: "always" }),
        bulk_update: now({ verb: "update", bulk: "always" }),
        select: lazy(select),
        raw: lazy({ sql: { argument: 0 } }),
        insert: built({ verb: "insert", values: all }),
        insert_many: built({ verb: "insert", values: { argument: 0 }, bulk: "always" }),
        insert_from: built({ verb: "insert", bulk: "always" }),
        replace: built({ verb: "upsert", conflict: true }),
        replace_many: built({ verb: "upsert", conflict: true, bulk: "always" }),
        update: built({ verb: "update", values: all, gives: "count" }),
        delete: built({ verb: "delete", gives: "count" }),
        create_table: now({ verb: "ddl" }),
        drop_table: now({ verb: "ddl" }),
        table_exists: now({ verb: "select", gives: "boolean" }),
        alias: { call: { returns: "receiver" } },
        noop: local,
        bind: local,
      },
    },
    Row: {
      tableNamedBy,
      members: {
        save: { call: { statement: { verb: "insert", table: "receiver", saves: true } } },
        delete_instance: { call: { statement: { verb: "delete", table: "receiver" } } },
        is_dirty: local,
        clone: local,
        to_dict: local,
      },
    },
    Query: {
      is: "query",
      members: {
        where: step({ keys: all }),
        filter: step({ keys: all }),
        limit: step({ limit: { argument: 0 } }),
        paginate: step({ limit: 1 }),
        for_update: step({ locks: "rows" }),
        on_conflict: step({ conflict: true }),
        on_conflict_ignore: step({ conflict: true }),
        on_conflict_replace: step({ conflict: true }),
        execute: run(),
        first: run({ gives: "row", limit: 1 }),
        get: run({ gives: "found", limit: 1 }),
        get_or_none: run({ gives: "row", limit: 1 }),
        scalar: run({ gives: "row", limit: 1 }),
        count: run({ gives: "count" }),
        exists: run({ gives: "boolean" }),
        sql: local,
      },
      others: step(),
    },
    Functions: { others: { call: {} } },
  },
  // The database is often made by a factory that configuration chooses; nothing else has a method of this name.
  shapes: [{ method: "atomic", type: "Database", confidence: "medium", installed: true }],
  errors: {
    uniqueViolation: ["IntegrityError", "UniqueViolation", "1062"], retryable: ["OperationalError", "1213", "1205"],
    unrelated: ["DoesNotExist"], every: ["PeeweeException", "DatabaseError"],
  },
});
