/** Objection. Models are classes whose static methods start lazy statements, on the client they are bound to or on a given handle. */
import { defineModel, type Statement } from "../schema.ts";

const step = (refines: Statement = {}) => ({ call: { returns: "receiver", refines, when: "awaited" } }) as const;
/** The handle stands as the only or as the second argument. */
const start = (handle: number, statement: Statement) => ({ call: { returns: "Builder", when: "awaited", statement, on: [{ argument: handle }] } }) as const;
const local = { call: {} } as const;
const tableNamedBy = [["tableName"]] as const;
const insert: Statement = { verb: "insert", values: { argument: 0 }, bulk: { argument: 0 }, spares: { step: ".onConflict().ignore()" } };
const graph: Statement = { verb: "insert", values: { argument: 0 }, bulk: "always" };
const update: Statement = { verb: "update", values: { argument: 0 }, gives: "count" };
const bind = { call: { returns: "receiver", on: [{ argument: 0 }] } } as const;

const transaction = {
  call: { opens: { scope: "transaction", until: "callback-returns" }, on: [{ argument: 0 }], callbacks: [{ argument: "last", runs: "during", receives: ["knex:Transaction"] }] },
} as const;
const begin = { call: { transaction: "begin", returns: "knex:Transaction" } } as const;

export const objection = defineModel({
  name: "objection",
  language: "javascript",
  packages: ["objection"],
  versions: "1–3",
  docs: "https://vincit.github.io/objection.js/api/query-builder/",
  exports: {
    Model: { instance: "Row", statics: "ModelClass", members: { transaction, startTransaction: begin, knex: { call: { returns: "knex:Knex" } } } },
    QueryBuilder: { instance: "Builder" },
    Transaction: { instance: "knex:Transaction" },
    TransactionOrKnex: { instance: "knex:Knex" },
    QueryContext: { instance: "Context" },
    StaticHookArguments: { instance: "Context" },
    transaction: { ...transaction, members: { start: begin } },
    raw: local,
    ref: local,
    val: local,
    fn: local,
    mixin: { call: { returns: { argument: 0 } } },
  },
  types: {
    ModelClass: {
      is: "client",
      tableNamedBy,
      members: {
        query: start(0, { verb: "select", table: "receiver", gives: "rows", rows: "Row" }),
        relatedQuery: start(1, { verb: "select", table: { argument: 0 }, gives: "rows", rows: "Row" }),
        fetchGraph: { call: { returns: "Builder", when: "awaited", statement: { verb: "select", table: { argument: 1 } }, on: [{ argument: 2, path: ["transaction"] }] } },
        knexQuery: { call: { returns: "knex:Builder", when: "awaited", statement: { verb: "select", table: "receiver", gives: "rows" } } },
        knex: { call: { returns: "knex:Knex" } },
        bindKnex: bind,
        bindTransaction: bind,
        transaction,
        startTransaction: begin,
        fromJson: { call: { returns: "Row" } },
        fromDatabaseJson: { call: { returns: "Row" } },
      },
    },
    Row: {
      is: "client",
      tableNamedBy,
      members: {
        $query: start(0, { verb: "select", table: "receiver", gives: "row" }),
        $relatedQuery: start(1, { verb: "select", table: { argument: 0 }, gives: "rows", rows: "Row" }),
        $fetchGraph: { call: { returns: "Builder", when: "awaited", statement: { verb: "select", table: { argument: 0 } }, on: [{ argument: 1, path: ["transaction"] }] } },
        $set: { call: { returns: "receiver" } },
        $setJson: { call: { returns: "receiver" } },
        $clone: { call: { returns: "receiver" } },
      },
    },
    Builder: {
      is: "query",
      extends: "knex:Builder",
      members: {
        findById: step({ gives: "row" }),
        findByIds: step(),
        findOne: step({ keys: { argument: 0 }, gives: "row" }),
        throwIfNotFound: step({ gives: "found" }),
        insert: step(insert),
        insertAndFetch: step(insert),
        insertGraph: step(graph),
        insertGraphAndFetch: step(graph),
        upsertGraph: step({ ...graph, verb: "upsert" }),
        upsertGraphAndFetch: step({ ...graph, verb: "upsert" }),
        onConflict: step(),
        ignore: step({ conflict: true }),
        merge: step({ conflict: true }),
        update: step(update),
        updateAndFetch: step(update),
        updateAndFetchById: step({ verb: "update", values: { argument: 1 }, gives: "row" }),
        patch: step(update),
        patchAndFetch: step(update),
        patchAndFetchById: step({ verb: "update", values: { argument: 1 }, gives: "row" }),
        deleteById: step({ verb: "delete", gives: "count" }),
        relate: step({ verb: "insert" }),
        unrelate: step({ verb: "delete" }),
        page: step({ limit: { argument: 1 } }),
        range: step({ limit: { argument: 1 } }),
        resultSize: step({ gives: "count" }),
        context: { call: { returns: "receiver", on: [{ argument: 0, path: ["transaction"] }] } },
        execute: { call: { runs: true } },
        modify: step(),
        modelClass: local,
        toKnexQuery: { call: { returns: "knex:Builder" } },
      },
      others: step(),
    },
    /** What hooks of models are given. */
    Context: { members: { transaction: "knex:Transaction" } },
  },
  errors: { uniqueViolation: ["UniqueViolationError"] },
});
