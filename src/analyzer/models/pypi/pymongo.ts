/** MongoDB: pymongo, its asynchronous interface, and motor. Statements outside a session's transaction stand alone. */
import { defineModel, type Action, type Statement } from "../schema.ts";

const local = { call: {} } as const;
const keys = { argument: 0, keyword: "filter" } as const;
const on = [{ argument: "session" }] as const;
const send = (statement: Statement) => ({ call: { statement: { table: "receiver", ...statement }, on } }) as const;
const option = (...names: readonly string[]) => names.map((name) => ({ argument: name }));
const client = {
  instance: "Client",
  construct: {
    returns: "Client",
    connects: {
      opens: "pool", engine: "mongodb",
      options: {
        max: option("maxPoolSize"), acquireTimeout: option("waitQueueTimeoutMS", "serverSelectionTimeoutMS"),
        statementTimeout: option("timeoutMS", "socketTimeoutMS"),
        idle: option("maxIdleTimeMS"), address: { argument: 0, keyword: "host" }, options: { argument: "kwargs" },
      },
    },
  },
} as const;
const write = { ...keys } as const;
const findAndModify = (verb: "update" | "delete") => send({ verb, keys, gives: "row", limit: 1, conflictIf: { argument: "upsert" } });
const update = (limit: boolean) => send({ verb: "update", keys: write, gives: "count", conflictIf: { argument: "upsert" }, ...(limit ? { limit: 1 } : {}) });
const session: Action = { returns: "Session", acquires: true, opens: { scope: "connection", until: "block-ends" } };

export const pymongo = defineModel({
  name: "pymongo",
  language: "python",
  packages: ["pymongo", "pymongo/*", "motor/*"],
  versions: "pymongo 3.12–4; motor 2–3",
  docs: "https://pymongo.readthedocs.io/en/stable/api/pymongo/collection.html",
  exports: {
    MongoClient: client,
    AsyncMongoClient: client,
    AsyncIOMotorClient: client,
    MotorClient: client,
    Database: { instance: "Database" },
    AsyncIOMotorDatabase: { instance: "Database" },
    Collection: { instance: "Collection" },
    AsyncIOMotorCollection: { instance: "Collection" },
    ClientSession: { instance: "Session" },
    UpdateOne: local,
    InsertOne: local,
    ReplaceOne: local,
  },
  types: {
    Client: {
      is: "client",
      members: {
        start_session: { call: session },
        get_database: { call: { returns: "Database" } },
        get_default_database: { call: { returns: "Database" } },
        list_database_names: { call: { statement: { verb: "select" } } },
        drop_database: { call: { statement: { verb: "ddl" } } },
        server_info: { call: { statement: { verb: "select" } } },
        admin: "Database",
        close: { call: { releases: "receiver" } },
      },
      others: { value: "Database" },
    },
    Database: {
      is: "client",
      members: {
        get_collection: { call: { returns: "Collection", table: { argument: 0, keyword: "name" } } },
        command: { call: { statement: { verb: "unknown" }, on } },
        create_collection: { call: { statement: { verb: "ddl", table: { argument: 0 } } } },
        drop_collection: { call: { statement: { verb: "ddl", table: { argument: 0 } } } },
        list_collection_names: { call: { statement: { verb: "select" } } },
        client: "Client",
      },
      others: { value: "Collection", table: "name" },
    },
    Collection: {
      is: "client",
      members: {
        find_one: send({ verb: "select", keys, gives: "row", limit: 1 }),
        find: { call: { returns: "Cursor", when: "awaited", statement: { verb: "select", table: "receiver", keys, gives: "rows" }, on } },
        aggregate: { call: { returns: "Cursor", when: "awaited", statement: { verb: "select", table: "receiver", gives: "rows" }, on } },
        count_documents: send({ verb: "select", keys, gives: "count" }),
        estimated_document_count: send({ verb: "select", gives: "count" }),
        distinct: send({ verb: "select", gives: "rows" }),
        insert_one: send({ verb: "insert", values: { argument: 0, keyword: "document" } }),
        insert_many: send({ verb: "insert", values: { argument: 0, keyword: "documents" }, bulk: "always" }),
        update_one: update(true),
        update_many: update(false),
        replace_one: update(true),
        delete_one: send({ verb: "delete", keys, gives: "count", limit: 1 }),
        delete_many: send({ verb: "delete", keys, gives: "count" }),
        find_one_and_update: findAndModify("update"),
        find_one_and_replace: findAndModify("update"),
        find_one_and_delete: findAndModify("delete"),
        bulk_write: send({ verb: "unknown", bulk: "always" }),
        create_index: send({ verb: "ddl" }),
        create_indexes: send({ verb: "ddl" }),
        drop_index: send({ verb: "ddl" }),
        drop: send({ verb: "ddl" }),
        watch: local,
        with_options: { call: { returns: "receiver" } },
        database: "Database",
      },
    },
    Cursor: {
      is: "query",
      members: {
        sort: { call: { returns: "receiver" } },
        skip: { call: { returns: "receiver" } },
        limit: { call: { returns: "receiver", refines: { limit: { argument: 0 } }, when: "awaited" } },
        batch_size: { call: { returns: "receiver" } },
        hint: { call: { returns: "receiver" } },
        to_list: { call: { runs: true, refines: { gives: "rows" } } },
        next: { call: { runs: true, refines: { gives: "row", limit: 1 } } },
        explain: local,
        close: local,
      },
    },
    Session: {
      is: "connection",
      members: {
        start_transaction: { call: { transaction: "begin", opens: { scope: "transaction", until: "block-ends" } } },
        commit_transaction: { call: { transaction: "commit" } },
        abort_transaction: { call: { transaction: "rollback" } },
        with_transaction: {
          call: { opens: { scope: "transaction", until: "callback-returns" }, callbacks: [{ argument: 0, runs: "during", receives: ["Session"] }] },
        },
        end_session: { call: { releases: "receiver" } },
        in_transaction: "Plain",
      },
    },
    Plain: {},
  },
  errors: {
    uniqueViolation: ["DuplicateKeyError", "E11000", "11000"],
    retryable: ["TransientTransactionError", "UnknownTransactionCommitResult", "WriteConflict", "112"],
    every: ["PyMongoError"],
  },
});
