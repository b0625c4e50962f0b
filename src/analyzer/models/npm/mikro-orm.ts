/** MikroORM. Finders and native statements are sent by the call; `persist` and `remove` only note down, `flush` sends. */
import { defineModel, type Action, type Statement } from "../schema.ts";

const entity = { argument: 0 } as const;
const send = (statement: Statement) => ({ call: { statement } }) as const;
const lazy = (statement: Statement) => ({ call: { returns: "QueryBuilder", when: "awaited", statement } }) as const;
const step = (refines: Statement = {}) => ({ call: { returns: "receiver", refines, when: "awaited" } }) as const;
const execute = { call: { runs: true } } as const;
const made = { call: { returns: "Entity", table: entity } } as const;
const madeHere = { call: { returns: "Entity", table: "receiver" } } as const;
const noted = { call: { returns: "receiver" } } as const;

/** The same statements stand on the entity manager, which is told the entity, and on repositories, which know it. */
const finders = (table: Statement["table"], at: 0 | 1) => {
  const read = (statement: Statement, optionsAt = at + 1) =>
    send({ verb: "select", ...(table ? { table } : {}), locksIf: { argument: optionsAt, path: ["lockMode"] }, ...statement });
  const write = (statement: Statement) => send({ ...(table ? { table } : {}), ...statement });
  const keys = { argument: at };
  const limit = { argument: at + 1, path: ["limit"] };
  return {
    find: read({ keys, gives: "rows", limit }),
    findAll: read({ gives: "rows", limit: { argument: at, path: ["limit"] } }, at),
    findAndCount: read({ keys, gives: "rows", rowsAt: ["0"], limit }),
    findByCursor: read({ keys, gives: "rows", limit: 1 }),
    findOne: read({ keys, gives: "row", limit: 1 }),
    findOneOrFail: read({ keys, gives: "found", limit: 1 }),
    count: read({ keys, gives: "count" }),
    insert: write({ verb: "insert", values: { argument: at }, gives: "nothing" }),
    insertMany: write({ verb: "insert", values: { argument: at }, gives: "rows", bulk: "always" }),
    upsert: write({ verb: "upsert", values: { argument: at }, gives: "row", conflict: true }),
    upsertMany: write({ verb: "upsert", values: { argument: at }, gives: "rows", conflict: true, bulk: "always" }),
    nativeUpdate: write({ verb: "update", keys, values: { argument: at + 1 }, gives: "count" }),
    nativeDelete: write({ verb: "delete", keys, gives: "count" }),
    createQueryBuilder: lazy({ verb: "select", ...(table ? { table } : {}), gives: "rows" }),
    qb: lazy({ verb: "select", ...(table ? { table } : {}), gives: "rows" }),
  } as const;
};

const option = (...path: string[]) => ({ argument: 0, path });
const pool = {
  max: [option("pool", "max"), option("driverOptions", "pool", "max")], acquireTimeout: [option("pool", "acquireTimeoutMillis")],
  idle: [option("pool", "idleTimeoutMillis")], address: option("clientUrl"), options: { argument: 0 },
};
const init: Action = { returns: "Orm", connects: { opens: "pool", engine: null, options: pool } };

export const mikroOrm = defineModel({
  name: "mikro-orm",
  language: "javascript",
  packages: [
    "@mikro-orm/core", "@mikro-orm/knex", "@mikro-orm/sql", "@mikro-orm/postgresql", "@mikro-orm/mysql", "@mikro-orm/mariadb", "@mikro-orm/mssql",
    "@mikro-orm/sqlite", "@mikro-orm/better-sqlite", "@mikro-orm/libsql", "@mikro-orm/mongodb",
  ],
  versions: "5–7",
  docs: "https://mikro-orm.io/docs/transactions",
  exports: {
    MikroORM: { instance: "Orm", construct: init, members: { init: { call: init }, initSync: { call: init } } },
    EntityManager: { instance: "EntityManager" },
    SqlEntityManager: { instance: "EntityManager" },
    EntityRepository: { instance: "Repository", tableFrom: 0 },
    SqlEntityRepository: { instance: "Repository", tableFrom: 0 },
    QueryBuilder: { instance: "QueryBuilder", tableFrom: 0 },
    Entity: { call: { returns: "RowMark" } },
    Transactional: { call: { returns: "Transactional" } },
    RequestContext: {
      members: {
        create: { call: { callbacks: [{ argument: 1, runs: "during" }], returns: { callback: 1 } } },
        getEntityManager: { call: { returns: "EntityManager" } },
      },
    },
  },
  types: {
    // What decorates a method.
    Transactional: { call: { opens: { scope: "transaction", until: "wrapped-returns", argument: 0, ambient: true, nests: true } } },
    Orm: {
      is: "client",
      members: {
        em: "EntityManager",
        schema: "Schema",
        migrator: "Schema",
        getSchemaGenerator: { call: { returns: "Schema" } },
        getMigrator: { call: { returns: "Schema" } },
        connect: { call: {} },
        close: { call: { releases: "receiver" } },
      },
    },
    EntityManager: {
      is: "client",
      members: {
        ...finders(entity, 1),
        transactional: {
          call: {
            opens: { scope: "transaction", until: "callback-returns", nests: true, ambient: true, isolation: { argument: 1, path: ["isolationLevel"] } },
            callbacks: [{ argument: 0, runs: "during", receives: ["EntityManager"] }],
          },
        },
        begin: { call: { transaction: "begin" } },
        commit: { call: { transaction: "commit" } },
        rollback: { call: { transaction: "rollback" } },
        fork: { call: { returns: "EntityManager" } },
        getContext: { call: { returns: "EntityManager" } },
        getRepository: { call: { returns: "Repository", table: entity } },
        repo: { call: { returns: "Repository", table: entity } },
        persist: noted,
        remove: noted,
        create: made,
        assign: { call: {} },
        merge: made,
        map: made,
        getReference: made,
        clear: { call: {} },
        flush: send({ verb: "unknown", bulk: "always" }),
        persistAndFlush: send({ verb: "insert", table: entity, bulk: entity }),
        removeAndFlush: send({ verb: "delete", table: entity, bulk: entity }),
        lock: send({ verb: "lock", table: entity, locks: "rows" }),
        refresh: send({ verb: "select", table: entity, gives: "row" }),
        refreshOrFail: send({ verb: "select", table: entity, gives: "found" }),
        populate: send({ verb: "select", gives: "rows" }),
        execute: send({ sql: { argument: 0 }, gives: "rows" }),
        getConnection: { call: { returns: "Connection" } },
        getKnex: { call: { returns: "knex:Knex" } },
        isInTransaction: { call: {} },
      },
    },
    Repository: {
      is: "client",
      members: {
        ...finders("receiver", 0),
        create: madeHere,
        assign: { call: {} },
        merge: madeHere,
        map: madeHere,
        getReference: madeHere,
        // Before version 6 repositories had the unit of work's methods too.
        persist: noted,
        remove: noted,
        flush: send({ verb: "unknown", bulk: "always" }),
        persistAndFlush: send({ verb: "insert", table: "receiver", bulk: entity }),
        removeAndFlush: send({ verb: "delete", table: "receiver", bulk: entity }),
        populate: send({ verb: "select", gives: "rows" }),
        getEntityManager: { call: { returns: "EntityManager" } },
        em: "EntityManager",
        getKnex: { call: { returns: "knex:Knex" } },
      },
    },
    QueryBuilder: {
      is: "query",
      members: {
        insert: step({ verb: "insert", values: { argument: 0 }, bulk: { argument: 0 } }),
        update: step({ verb: "update", values: { argument: 0 }, gives: "count" }),
        delete: step({ verb: "delete", keys: { argument: 0 }, gives: "count" }),
        truncate: step({ verb: "delete" }),
        count: step({ gives: "count" }),
        where: step({ keys: { argument: 0 } }),
        andWhere: step({ keys: { argument: 0 } }),
        orWhere: step({ keys: { argument: 0 } }),
        limit: step({ limit: { argument: 0 } }),
        ignore: step({ conflict: true }),
        merge: step({ conflict: true }),
        setLockMode: step({ locks: "rows" }),
        execute,
        getResult: execute,
        getResultList: execute,
        getResultAndCount: execute,
        getSingleResult: { call: { runs: true, refines: { gives: "row", limit: 1 } } },
        getCount: { call: { runs: true, refines: { gives: "count" } } },
        getKnexQuery: { call: {} },
        getQuery: { call: {} },
        getParams: { call: {} },
        then: { call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during", settles: true }, { argument: 1, runs: "during", handles: true }] } },
        catch: { call: { returns: "settled", callbacks: [{ argument: 0, runs: "during", handles: true }] } },
      },
      others: step(),
    },
    Connection: { members: { execute: send({ sql: { argument: 0 }, gives: "rows" }) } },
    Schema: { others: send({ verb: "ddl" }), members: { getUpdateSchemaSQL: { call: {} }, getCreateSchemaSQL: { call: {} }, getDropSchemaSQL: { call: {} } } },
    Entity: {},
    RowMark: { is: "table", call: {} },
  },
  errors: {
    uniqueViolation: ["UniqueConstraintViolationException", "ConstraintViolationException"], retryable: ["DeadlockException", "LockWaitTimeoutException"],
  },
});
