/** Kysely. Builders only build; `execute` and its variants send. */
import { defineModel, type Statement } from "../schema.ts";

const start = (statement: Statement) => ({ call: { returns: "Builder", when: "run", statement } }) as const;
const step = (refines: Statement = {}) => ({ call: { returns: "receiver", when: "run", refines } }) as const;
const execute = (refines: Statement = {}) => ({ call: { runs: true, refines } }) as const;
const table = { argument: 0 } as const;
const written = { values: { argument: 0 }, bulk: { argument: 0 } } as const;
const locking = step({ locks: "rows" });
const conflict = step({ conflict: true });
const same = { call: { returns: "receiver" } } as const;
const local = { call: {} } as const;
const identifier = { call: { returns: "Identifier", table: { argument: 0 } } } as const;
const raw = { returns: "Raw", when: "run", statement: { sql: { argument: 0 }, rowsAt: ["rows"] } } as const;
const ddl = { call: { returns: "Ddl", when: "run", statement: { verb: "ddl" } } } as const;
const tableDdl = { call: { returns: "Ddl", when: "run", statement: { verb: "ddl", table } } } as const;
const command = (transaction: "commit" | "rollback" | "release-savepoint") => ({ members: { execute: { call: { transaction } } } }) as const;

export const kysely = defineModel({
  name: "kysely",
  language: "javascript",
  packages: ["kysely"],
  versions: "0.24–0.28",
  docs: "https://kysely-org.github.io/kysely-apidoc/",
  exports: {
    Kysely: {
      instance: "Kysely",
      construct: {
        returns: "Kysely",
        connects: { opens: "pool", engine: null, unless: { argument: 0, path: ["dialect"] }, options: { options: { argument: 0, path: ["dialect"] } } },
      },
    },
    PostgresDialect: { construct: { returns: "Dialect", on: [{ argument: 0, path: ["pool"] }] } },
    MysqlDialect: { construct: { returns: "Dialect", on: [{ argument: 0, path: ["pool"] }] } },
    SqliteDialect: { construct: { returns: "Dialect" } },
    MssqlDialect: {
      construct: {
        returns: "Dialect",
        connects: { opens: "pool", engine: "mssql", options: { max: [{ argument: 0, path: ["tarn", "options", "max"] }], acquireTimeout: [{ argument: 0, path: ["tarn", "options", "acquireTimeoutMillis"] }] } },
      },
    },
    Transaction: { instance: "Transaction" },
    ControlledTransaction: { instance: "ControlledTransaction" },
    QueryCreator: { instance: "Kysely" },
    SelectQueryBuilder: { instance: "Builder" },
    InsertQueryBuilder: { instance: "Builder" },
    UpdateQueryBuilder: { instance: "Builder" },
    DeleteQueryBuilder: { instance: "Builder" },
    RawBuilder: { instance: "Raw" },
    sql: { value: "Sql" },
    "CompiledQuery.raw": { call: raw },
  },
  types: {
    Kysely: {
      is: "client",
      members: {
        isTransaction: "IsTransaction",
        selectFrom: start({ verb: "select", table, gives: "rows" }),
        selectNoFrom: start({ verb: "select", gives: "rows" }),
        insertInto: start({ verb: "insert", table, gives: "rows" }),
        replaceInto: start({ verb: "insert", table, conflict: true }),
        updateTable: start({ verb: "update", table }),
        deleteFrom: start({ verb: "delete", table }),
        mergeInto: start({ verb: "upsert", table, conflict: true }),
        with: same,
        withRecursive: same,
        withSchema: same,
        withTables: same,
        withPlugin: same,
        withoutPlugins: same,
        executeQuery: { call: { statement: { sql: { argument: 0 }, rowsAt: ["rows"] } } },
        transaction: { call: { returns: "TransactionBuilder" } },
        startTransaction: { call: { returns: "TransactionStarter" } },
        connection: { call: { returns: "ConnectionBuilder" } },
        schema: "Schema",
        introspection: "Introspection",
        fn: "Functions",
        dynamic: "Functions",
        case: local,
        destroy: { call: { releases: "receiver" } },
      },
    },
    Connection: { is: "connection", extends: "Kysely" },
    Transaction: { is: "transaction", extends: "Kysely" },
    ControlledTransaction: {
      is: "transaction",
      extends: "Kysely",
      members: {
        commit: { call: { returns: "Commit" } },
        rollback: { call: { returns: "Rollback" } },
        savepoint: { call: { returns: "Savepoint" } },
        rollbackToSavepoint: { call: { returns: "Release" } },
        releaseSavepoint: { call: { returns: "Release" } },
      },
    },
    IsTransaction: { tells: "is-transaction" },
    Commit: command("commit"),
    Rollback: command("rollback"),
    Release: command("release-savepoint"),
    Savepoint: { members: { execute: { call: { transaction: "savepoint", returns: "ControlledTransaction" } } } },
    TransactionBuilder: {
      members: {
        execute: { call: { opens: { scope: "transaction", until: "callback-returns" }, callbacks: [{ argument: 0, runs: "during", receives: ["Transaction"] }] } },
        setIsolationLevel: same,
        setAccessMode: same,
      },
    },
    TransactionStarter: { members: { execute: { call: { transaction: "begin", returns: "ControlledTransaction" } }, setIsolationLevel: same, setAccessMode: same } },
    ConnectionBuilder: {
      members: { execute: { call: { opens: { scope: "connection", until: "callback-returns" }, callbacks: [{ argument: 0, runs: "during", receives: ["Connection"] }] } } },
    },
    Builder: {
      is: "query",
      members: {
        execute: execute(),
        executeTakeFirst: execute({ gives: "row" }),
        executeTakeFirstOrThrow: execute({ gives: "found" }),
        stream: execute(),
        explain: execute(),
        where: step({ keys: { argument: 0 } }),
        values: step({ ...written, inBulk: { argument: 0 } }),
        set: step({ values: { argument: 0 } }),
        expression: step({ bulk: "always" }),
        onConflict: conflict,
        onDuplicateKeyUpdate: conflict,
        ignore: conflict,
        orIgnore: conflict,
        orReplace: conflict,
        forUpdate: locking,
        forShare: locking,
        forKeyShare: locking,
        forNoKeyUpdate: locking,
        limit: step({ limit: { argument: 0 } }),
        top: step({ limit: { argument: 0 } }),
        fetch: step({ limit: { argument: 0 } }),
        as: local,
      },
      others: step(),
    },
    Raw: { is: "query", members: { execute: { call: { runs: true, on: [{ argument: 0 }] } }, as: local }, others: step() },
    Schema: {
      members: { createTable: tableDdl, alterTable: tableDdl, dropTable: tableDdl, withSchema: same, withPlugin: same, withoutPlugins: same },
      others: ddl,
    },
    Ddl: { is: "query", members: { execute: execute(), on: step({ table }) }, others: step() },
    Introspection: { others: { call: { statement: { verb: "select" } } } },
    Functions: { others: local },
    Sql: { call: raw, members: { raw: { call: raw }, table: identifier, id: identifier, ref: identifier }, others: local },
    Identifier: { is: "other" },
    Dialect: { is: "other" },
  },
});
