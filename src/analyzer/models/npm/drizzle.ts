/** Drizzle ORM. Builders are lazy: they are sent when they are awaited (or `execute`d, or `run`). */
import { drizzleTransaction, drizzleTypes } from "../protocols/drizzle-types.ts";
import { defineModel } from "../schema.ts";

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
    NodePgDatabase: database, PostgresJsDatabase: database, PgDatabase: database, NeonDatabase: database, NeonHttpDatabase: database,
    VercelPgDatabase: database,
    MySql2Database: database, MySqlDatabase: database, PlanetScaleDatabase: database,
    LibSQLDatabase: database, BaseSQLiteDatabase: database, DrizzleD1Database: database, PgliteDatabase: database,
    PgTransaction: transactionType, NodePgTransaction: transactionType, PostgresJsTransaction: transactionType, MySqlTransaction: transactionType,
    SQLiteTransaction: transactionType, LibSQLTransaction: transactionType,
    withReplicas: { call: { returns: { argument: 0 } } },
  },
  types: {
    ...drizzleTypes({ runs: true }),
    Database: {
      is: "client",
      extends: "Runner",
      members: {
        transaction: {
          call: { ...drizzleTransaction, opens: { scope: "transaction", until: "callback-returns", isolation: { argument: 1, path: ["isolationLevel"] } } },
        },
        batch: { call: { opens: { scope: "transaction", until: "arguments-settle", argument: 0, atomic: true } } },
      },
    },
    Transaction: {
      is: "transaction",
      extends: "Runner",
      members: {
        transaction: { call: { ...drizzleTransaction, opens: { scope: "savepoint", until: "callback-returns", nests: true } } },
        rollback: { call: { sync: true, transaction: "rollback" } },
        setTransaction: { call: {} },
      },
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
  },
  errors: { uniqueViolation: ["23505", "ER_DUP_ENTRY", "SQLITE_CONSTRAINT"], retryable: ["40001", "40P01"] },
});
