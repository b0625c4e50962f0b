/** Knex. Builders are lazy: the statement that a chain has built is sent when it is awaited. */
import { defineModel, type Statement } from "../schema.ts";

const step = (refines: Statement = {}) => ({ call: { returns: "receiver", refines, when: "awaited" } }) as const;
const condition = step({ keys: { argument: 0 } });
const plain = step();
const start = (statement: Statement) => ({ call: { returns: "Builder", when: "awaited", statement } }) as const;
const named = (verb: Statement["verb"]): Statement => ({ ...(verb ? { verb } : {}), table: { argument: 0 }, gives: "rows" });
const raw = { call: { returns: "Raw", when: "awaited", statement: { sql: { argument: 0 }, rowsAt: ["rows"] } } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;

const transaction = {
  call: {
    returns: "Transaction",
    transaction: "begin",
    opens: { scope: "transaction", until: "callback-returns", isolation: { argument: 1, path: ["isolationLevel"] } },
    callbacks: [{ argument: 0, runs: "during", receives: ["Transaction"] }],
  },
} as const;

const pool = {
  max: [{ argument: 0, path: ["pool", "max"] }], acquireTimeout: [{ argument: 0, path: ["acquireConnectionTimeout"] }, { argument: 0, path: ["pool", "acquireTimeoutMillis"] }],
  idle: [{ argument: 0, path: ["pool", "idleTimeoutMillis"] }], waitsByDefault: ["better-sqlite3"], dialect: [{ argument: 0, path: ["client"] }, { argument: 0, path: ["dialect"] }],
  statementTimeout: [{ argument: 0, path: ["connection", "statement_timeout"] }], prepares: [{ argument: 0, path: ["pool", "afterCreate"] }],
  boundedBy: [{ option: { argument: 0, path: ["connection", "statement_timeout"] }, is: 5000, engine: "postgres" }],
  address: { argument: 0, path: ["connection", "filename"] }, options: { argument: 0 },
} as const;

const create = { returns: "Knex", connects: { opens: "pool", engine: null, needs: [{ argument: 0, path: ["connection"] }, { argument: 0, path: ["pool"] }], options: pool } } as const;

export const knex = defineModel({
  name: "knex",
  language: "javascript",
  packages: ["knex", "knex/*"],
  versions: "0.95–3",
  docs: "https://knexjs.org/guide/query-builder.html",
  exports: {
    default: { call: create, construct: create, instance: "Knex" },
    knex: { call: create },
    Knex: { instance: "Knex" },
    "Knex.Transaction": { instance: "Transaction" },
    "Knex.QueryBuilder": { instance: "Builder" },
    "Knex.Client": { instance: "Knex" },
  },
  types: {
    Knex: {
      is: "client",
      call: { returns: "Builder", when: "awaited", statement: { verb: "select", table: { argument: 0 }, gives: "rows" } },
      members: {
        select: start({ verb: "select", gives: "rows" }),
        from: start(named("select")),
        table: start(named("select")),
        into: start(named("select")),
        queryBuilder: start({ verb: "select", gives: "rows" }),
        with: start({ verb: "select", gives: "rows" }),
        insert: start({ verb: "insert", values: { argument: 0 }, bulk: { argument: 0 } }),
        batchInsert: start({ verb: "insert", table: { argument: 0 }, bulk: "always" }),
        withSchema: start({ verb: "select", gives: "rows" }),
        raw,
        ref: { call: {} },
        transaction,
        transactionProvider: { call: {} },
        schema: "Schema",
        fn: "Functions",
        destroy: { call: { releases: "receiver" } },
        initialize: { call: {} },
        on: listen,
        once: listen,
        first: start({ verb: "select", gives: "row", limit: 1 }),
        update: start({ verb: "update", values: { argument: 0 }, gives: "count" }),
        delete: start({ verb: "delete", gives: "count" }),
        del: start({ verb: "delete", gives: "count" }),
        count: start({ verb: "select", gives: "count" }),
        isTransaction: "IsTransaction",
        client: "Flag",
        userParams: "Flag",
        context: "Flag",
      },
      // Every method of a builder starts one: `db.where(…).from(…)`.
      others: start({ verb: "select", gives: "rows" }),
    },
    Flag: {},
    IsTransaction: { tells: "is-transaction" },
    Transaction: {
      is: "transaction",
      extends: "Knex",
      members: {
        commit: { call: { transaction: "commit" } },
        rollback: { call: { transaction: "rollback" } },
        savepoint: transaction,
        transaction: { call: { ...transaction.call, opens: { scope: "savepoint", until: "callback-returns", nests: true } } },
      },
    },
    Builder: {
      is: "query",
      members: {
        select: plain,
        column: plain,
        columns: plain,
        distinct: plain,
        from: step({ table: { argument: 0 } }),
        table: step({ table: { argument: 0 } }),
        into: step({ table: { argument: 0 } }),
        insert: step({ verb: "insert", values: { argument: 0 }, bulk: { argument: 0 }, gives: "rows", inBulk: { argument: 0 }, spares: { step: ".onConflict().ignore()" } }),
        upsert: step({ verb: "upsert", values: { argument: 0 }, conflict: true }),
        update: step({ verb: "update", values: { argument: 0 }, gives: "count" }),
        increment: step({ verb: "update", values: { argument: 0 } }),
        decrement: step({ verb: "update", values: { argument: 0 } }),
        delete: step({ verb: "delete", gives: "count" }),
        del: step({ verb: "delete", gives: "count" }),
        truncate: step({ verb: "delete" }),
        where: condition,
        andWhere: condition,
        orWhere: condition,
        whereNot: condition,
        whereIn: condition,
        whereNull: condition,
        whereRaw: plain,
        first: step({ gives: "row", limit: 1 }),
        count: step({ gives: "count" }),
        countDistinct: step({ gives: "count" }),
        limit: step({ limit: { argument: 0 } }),
        pluck: plain,
        returning: plain,
        forUpdate: step({ locks: "rows" }),
        forShare: step({ locks: "rows" }),
        forNoKeyUpdate: step({ locks: "rows" }),
        skipLocked: plain,
        onConflict: { call: { returns: "Conflict" } },
        transacting: { call: { returns: "receiver", on: [{ argument: 0 }] } },
        clone: plain,
        then: { call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during", settles: true }, { argument: 1, runs: "during", handles: true }] } },
        catch: { call: { returns: "settled", callbacks: [{ argument: 0, runs: "during", handles: true }] } },
        finally: { call: { returns: "settled", callbacks: [{ argument: 0, runs: "during", always: true }] } },
        stream: { call: { runs: true } },
        modify: { call: { returns: "receiver", callbacks: [{ argument: 0, runs: "during", receives: ["Builder"] }] } },
        toSQL: { call: {} },
        toString: { call: {} },
        toQuery: { call: {} },
        as: plain,
      },
      others: plain,
    },
    Conflict: {
      members: {
        ignore: { call: { returns: "Builder", refines: { conflict: true }, when: "awaited" } },
        merge: { call: { returns: "Builder", refines: { conflict: true }, when: "awaited" } },
      },
    },
    Raw: { is: "query", extends: "Builder" },
    Schema: { others: { call: { returns: "Schema", when: "awaited", statement: { verb: "ddl", table: { argument: 0 } } } } },
    Functions: { others: { call: {} } },
  },
  errors: { uniqueViolation: ["23505", "ER_DUP_ENTRY", "SQLITE_CONSTRAINT"], retryable: ["40001", "40P01", "ER_LOCK_DEADLOCK"] },
});
