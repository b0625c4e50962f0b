/** Drizzle ORM. Builders are lazy: they are sent when they are awaited (or `execute`d, or `run` by a synchronous driver). */
import { defineModel, type Statement } from "../schema.ts";

const step = (refines: Statement = {}) => ({ call: { returns: "receiver", refines, when: "awaited" } }) as const;
const select = { call: { returns: "Query", when: "awaited", statement: { verb: "select", gives: "rows" } } } as const;
const write = (verb: "insert" | "update" | "delete") => ({ call: { returns: "Query", when: "awaited", statement: { verb, table: { argument: 0 }, gives: "rows" } } }) as const;
const run = { call: { runs: true } } as const;
const raw = { call: { when: "awaited", statement: { sql: { argument: 0 }, rowsAt: ["rows"] } } } as const;
const rawSync = { call: { sync: true, statement: { sql: { argument: 0 } } } } as const;
const find = (gives: "row" | "rows") =>
  ({ call: { when: "awaited", statement: { verb: "select", table: "receiver", keys: { argument: 0, path: ["where"] }, gives, limit: { argument: 0, path: ["limit"] } } } }) as const;

/** `drizzle(url)` opens a pool of its own, `drizzle(client)` and `drizzle({ client })` use the one they are given. */
const create = {
  instance: "Database",
  call: { returns: "Database", connects: { opens: "pool", engine: null, unless: { argument: 0, inRecord: ["client"] }, options: { options: { argument: 0 } } } },
} as const;

const table = { call: { returns: "Table", table: { argument: 0 } } } as const;
const condition = { call: { returns: "Condition", when: "run", statement: { keys: { argument: 0 } } } } as const;
const conditions = { call: { returns: "Condition", when: "run", statement: { keys: { argument: "all" } } } } as const;
const database = { instance: "Database" } as const;
const transactionType = { instance: "Transaction" } as const;

const transaction = {
  returns: { callback: 0 },
  callbacks: [{ argument: 0, runs: "during", receives: ["Transaction"] }],
} as const;

export const drizzle = defineModel({
  name: "drizzle",
  language: "javascript",
  packages: ["drizzle-orm", "drizzle-orm/*"],
  versions: "0.30–1.0",
  docs: "https://orm.drizzle.team/docs/overview",
  exports: {
    drizzle: create,
    sql: { value: "SqlTag" },
    eq: condition, ne: condition, gt: condition, gte: condition, lt: condition, lte: condition, inArray: condition, notInArray: condition, isNull: condition,
    isNotNull: condition, like: condition, ilike: condition, between: condition,
    and: conditions, or: conditions, not: conditions,
    pgTable: table, mysqlTable: table, sqliteTable: table, singlestoreTable: table, pgTableCreator: { call: { returns: "TableCreator" } },
    mysqlTableCreator: { call: { returns: "TableCreator" } }, sqliteTableCreator: { call: { returns: "TableCreator" } }, pgSchema: { call: { returns: "Schema" } },
    mysqlSchema: { call: { returns: "Schema" } },
    NodePgDatabase: database, PostgresJsDatabase: database, PgDatabase: database, NeonDatabase: database, NeonHttpDatabase: database, VercelPgDatabase: database,
    MySql2Database: database, MySqlDatabase: database, PlanetScaleDatabase: database, LibSQLDatabase: database, BetterSQLite3Database: { instance: "SyncDatabase" },
    BaseSQLiteDatabase: database, DrizzleD1Database: database, PgliteDatabase: database,
    PgTransaction: transactionType, NodePgTransaction: transactionType, PostgresJsTransaction: transactionType, MySqlTransaction: transactionType,
    SQLiteTransaction: transactionType, LibSQLTransaction: transactionType,
    withReplicas: { call: { returns: { argument: 0 } } },
  },
  types: {
    Runner: {
      members: {
        select, selectDistinct: select, selectDistinctOn: select,
        insert: write("insert"),
        update: write("update"),
        delete: write("delete"),
        execute: raw,
        run: rawSync, all: rawSync, get: rawSync, values: rawSync,
        with: { call: { returns: "receiver" } },
        $with: { call: {} },
        $count: { call: { when: "awaited", statement: { verb: "select", table: { argument: 0 }, gives: "count" } } },
        query: "Relations",
        $client: "Client",
        $primary: "Database",
      },
    },
    Database: {
      is: "client",
      extends: "Runner",
      members: {
        transaction: {
          call: { ...transaction, opens: { scope: "transaction", until: "callback-returns", isolation: { argument: 1, path: ["isolationLevel"] } } },
        },
        batch: { call: { opens: { scope: "transaction", until: "arguments-settle", argument: 0, atomic: true } } },
      },
    },
    SyncDatabase: {
      is: "client",
      extends: "Runner",
      members: {
        transaction: {
          call: { ...transaction, sync: true, opens: { scope: "transaction", until: "callback-returns", sync: true, isolation: { argument: 1, path: ["behavior"] } } },
        },
      },
    },
    Transaction: {
      is: "transaction",
      extends: "Runner",
      members: {
        transaction: { call: { ...transaction, opens: { scope: "savepoint", until: "callback-returns", nests: true } } },
        rollback: { call: { sync: true, transaction: "rollback" } },
        setTransaction: { call: {} },
      },
    },
    Relations: { others: { value: "Relation", table: "name" } },
    Relation: { members: { findFirst: find("row"), findMany: find("rows") } },
    Query: {
      is: "query",
      members: {
        from: step({ table: { argument: 0 } }),
        where: step({ keys: { argument: 0 } }),
        values: step({ values: { argument: 0 }, bulk: { argument: 0 }, inBulk: { argument: 0 } }),
        set: step({ values: { argument: 0 } }),
        limit: step({ limit: { argument: 0 } }),
        for: step({ locks: "rows" }),
        onConflictDoNothing: step({ conflict: true }),
        onConflictDoUpdate: step({ conflict: true }),
        onDuplicateKeyUpdate: step({ conflict: true }),
        execute: run,
        run, all: run, get: run,
        then: { call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during", settles: true }, { argument: 1, runs: "during", handles: true }] } },
        catch: { call: { returns: "settled", callbacks: [{ argument: 0, runs: "during", handles: true }] } },
        finally: { call: { returns: "settled", callbacks: [{ argument: 0, runs: "during", always: true }] } },
        toSQL: { call: {} },
        as: { call: {} },
      },
      others: step(),
    },
    SqlTag: {
      call: { returns: "Sql", when: "run", statement: { sql: { argument: 0 } } },
      members: {
        raw: { call: { returns: "Sql", when: "run", statement: { sql: { argument: 0 } } } },
        join: { call: { returns: "Sql" } },
        identifier: { call: {} },
        placeholder: { call: {} },
      },
    },
    Sql: { is: "query", others: { call: { returns: "receiver" } } },
    Condition: {},
    Table: { is: "table", others: { value: "Column", table: "name" } },
    Column: {},
    TableCreator: { call: { returns: "Table", table: { argument: 0 } } },
    Schema: { members: { table } },
    Client: {},
  },
  errors: { uniqueViolation: ["23505", "ER_DUP_ENTRY", "SQLITE_CONSTRAINT"], retryable: ["40001", "40P01"] },
});
