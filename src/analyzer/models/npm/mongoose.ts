/** Mongoose. Queries are lazy: they are sent when they are awaited or executed; what creates or saves is sent by the call. */
import { mongoSession } from "../protocols/mongo-session.ts";
import { defineModel, type Source, type Statement } from "../schema.ts";

const filter = { argument: 0 } as const;
const session = (position: number) => [{ argument: position, path: ["session"] }] as const;
const upsertable = (optionsAt: number): Source => ({ argument: optionsAt, path: ["upsert"] });
const lazy = (optionsAt: number, statement: Statement) =>
  ({ call: { returns: "Query", when: "awaited", on: session(optionsAt), statement: { table: "receiver", ...statement } } }) as const;
const send = (optionsAt: number, statement: Statement) => ({ call: { on: session(optionsAt), statement: { table: "receiver", ...statement } } }) as const;
const step = (refines: Statement = {}) => ({ call: { returns: "receiver", refines, when: "awaited" } }) as const;
const plain = step();
const condition = step({ keys: filter });
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;
const added = (to: string) => ({ call: { returns: "receiver", lends: { to } } }) as const;
const hook = { call: { returns: "receiver", callbacks: [{ argument: "last", runs: "later" }] } } as const;
// A session pins no connection of the pool, but is taken from the client and must be given back.
const startSession = { call: { returns: "Session", acquires: true } } as const;

const option = (name: string) => [{ argument: 1, path: [name] }];
const pool = {
  max: option("maxPoolSize"), acquireTimeout: option("waitQueueTimeoutMS"), statementTimeout: [...option("timeoutMS"), ...option("socketTimeoutMS")],
  idle: option("maxIdleTimeMS"), address: { argument: 0 }, options: { argument: 1 },
};

const collection = { call: { returns: "mongodb:Collection", table: { argument: 0 } } } as const;
const connection = {
  model: { call: { returns: "Model", table: { argument: 0 } } },
  collection,
  startSession,
  transaction: { call: { opens: { scope: "transaction", until: "callback-returns" }, callbacks: [{ argument: 0, runs: "during", receives: ["Session"] }] } },
  withSession: { call: { opens: { scope: "connection", until: "callback-returns" }, callbacks: [{ argument: 0, runs: "during", receives: ["Session"] }] } },
  dropDatabase: { call: { statement: { verb: "ddl" } } },
  on: listen,
  once: listen,
} as const;

/** From then on a connection's `transaction` hands its session to every statement inside by itself. */
const settings = {
  call: { makesAmbient: [{ option: { argument: 0 }, is: "transactionAsyncLocalStorage" }, { option: { argument: 1 }, is: true }] },
} as const;

export const mongoose = defineModel({
  name: "mongoose",
  language: "javascript",
  packages: ["mongoose"],
  versions: "5–9",
  docs: "https://mongoosejs.com/docs/api/model.html",
  follows: [mongoSession],
  exports: {
    default: {
      instance: "Connection",
      members: {
        ...connection,
        // The library keeps what it connects: connecting again opens nothing, so this is no new pool.
        connect: { call: {} },
        disconnect: { call: {} },
        set: settings,
        createConnection: { call: { returns: "Connection", connects: { opens: "pool", engine: "mongodb", options: pool } } },
        connection: { members: { ...connection, db: { members: { collection } } } },
      },
    },
    set: settings,
    Model: { instance: "Model", tableFrom: 0 },
    HydratedDocument: { instance: "Document", tableFrom: 0 },
    Document: { instance: "Document" },
    Query: { instance: "Query" },
    Aggregate: { instance: "Query" },
    Connection: { instance: "Connection" },
    ClientSession: { instance: "Session" },
    "mongo.ClientSession": { instance: "Session" },
    Schema: { instance: "Schema", construct: { returns: "Schema" } },
  },
  types: {
    Connection: {
      is: "client",
      members: { ...connection, db: "mongodb:Db", asPromise: { call: { returns: "receiver" } }, useDb: { call: { returns: "Connection" } }, close: { call: { releases: "receiver" } } },
    },
    Model: {
      is: "client",
      call: { returns: "NewDocument", table: "receiver" },
      members: {
        find: lazy(2, { verb: "select", keys: filter, gives: "rows", limit: { argument: 2, path: ["limit"] } }),
        findOne: lazy(2, { verb: "select", keys: filter, gives: "row", limit: 1 }),
        findById: lazy(2, { verb: "select", gives: "row", limit: 1 }),
        exists: lazy(1, { verb: "select", keys: filter, gives: "row", limit: 1 }),
        where: lazy(2, { verb: "select", keys: filter, gives: "rows" }),
        distinct: lazy(2, { verb: "select", keys: { argument: 1 }, gives: "rows" }),
        count: lazy(1, { verb: "select", keys: filter, gives: "count" }),
        countDocuments: lazy(1, { verb: "select", keys: filter, gives: "count" }),
        estimatedDocumentCount: lazy(0, { verb: "select", gives: "count" }),
        aggregate: lazy(1, { verb: "select", gives: "rows" }),
        updateOne: lazy(2, { verb: "update", keys: filter, values: { argument: 1 }, gives: "count", conflictIf: upsertable(2) }),
        updateMany: lazy(2, { verb: "update", keys: filter, values: { argument: 1 }, gives: "count", conflictIf: upsertable(2) }),
        replaceOne: lazy(2, { verb: "update", keys: filter, values: { argument: 1 }, gives: "count", conflictIf: upsertable(2) }),
        findOneAndUpdate: lazy(2, { verb: "update", keys: filter, values: { argument: 1 }, gives: "row", conflictIf: upsertable(2) }),
        findOneAndReplace: lazy(2, { verb: "update", keys: filter, values: { argument: 1 }, gives: "row", conflictIf: upsertable(2) }),
        findByIdAndUpdate: lazy(2, { verb: "update", values: { argument: 1 }, gives: "row", conflictIf: upsertable(2) }),
        findOneAndDelete: lazy(1, { verb: "delete", keys: filter, gives: "row" }),
        findByIdAndDelete: lazy(1, { verb: "delete", gives: "row" }),
        findOneAndRemove: lazy(1, { verb: "delete", keys: filter, gives: "row" }),
        findByIdAndRemove: lazy(1, { verb: "delete", gives: "row" }),
        deleteOne: lazy(1, { verb: "delete", keys: filter, gives: "count" }),
        deleteMany: lazy(1, { verb: "delete", keys: filter, gives: "count" }),
        create: send(1, { verb: "insert", values: filter, gives: "row", bulk: filter }),
        insertOne: send(1, { verb: "insert", values: filter, gives: "row" }),
        insertMany: send(1, { verb: "insert", values: filter, gives: "rows", bulk: "always" }),
        bulkWrite: send(1, { verb: "unknown", bulk: "always" }),
        bulkSave: send(1, { verb: "upsert", bulk: "always" }),
        createCollection: send(0, { verb: "ddl" }),
        createIndexes: send(0, { verb: "ddl" }),
        syncIndexes: send(0, { verb: "ddl" }),
        populate: { call: { statement: { verb: "select", gives: "rows" } } },
        startSession,
        discriminator: { call: { returns: "Model", table: filter } },
        hydrate: { call: { returns: "Document", table: "receiver" } },
        collection: "mongodb:Collection",
        db: "Connection",
      },
    },
    Query: {
      is: "query",
      members: {
        exec: { call: { runs: true } },
        explain: { call: { runs: true } },
        // A cursor sends the query when it is iterated.
        cursor: plain,
        eachAsync: { call: { runs: true, callbacks: [{ argument: 0, runs: "each" }] } },
        next: { call: { runs: true } },
        session: { call: { returns: "receiver", on: [{ argument: 0 }] } },
        setOptions: { call: { returns: "receiver", on: session(0) } },
        where: condition,
        and: plain,
        or: plain,
        find: condition,
        match: condition,
        findOne: step({ keys: filter, gives: "row", limit: 1 }),
        limit: step({ limit: { argument: 0 } }),
        orFail: step({ gives: "found" }),
        countDocuments: step({ keys: filter, gives: "count" }),
        updateOne: step({ verb: "update", gives: "count" }),
        updateMany: step({ verb: "update", gives: "count" }),
        deleteOne: step({ verb: "delete", gives: "count" }),
        deleteMany: step({ verb: "delete", gives: "count" }),
        then: { call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during", settles: true }, { argument: 1, runs: "during", handles: true }] } },
        catch: { call: { returns: "settled", callbacks: [{ argument: 0, runs: "during", handles: true }] } },
        finally: { call: { returns: "settled", callbacks: [{ argument: 0, runs: "during", always: true }] } },
        getFilter: { call: {} },
        getQuery: { call: {} },
        getUpdate: { call: {} },
      },
      others: plain,
    },
    Document: {
      is: "client",
      members: {
        save: send(0, { verb: "update", gives: "row" }),
        updateOne: lazy(1, { verb: "update", values: filter, gives: "count" }),
        replaceOne: lazy(1, { verb: "update", values: filter, gives: "count" }),
        deleteOne: lazy(0, { verb: "delete", gives: "count" }),
        remove: send(0, { verb: "delete" }),
        populate: { call: { statement: { verb: "select", gives: "row" } } },
        set: { call: { returns: "receiver" } },
        validate: { call: {} },
        toObject: { call: {} },
        toJSON: { call: {} },
      },
    },
    NewDocument: { extends: "Document", members: { save: send(0, { verb: "insert", gives: "row" }) } },
    Statics: { receiver: "Model" },
    Methods: { receiver: "Document" },
    Schema: { members: { statics: "Statics", methods: "Methods", pre: hook, post: hook, plugin: hook, method: added("Document"), static: added("Model"), index: { call: { returns: "receiver" } } } },
  },
  shapes: [
    { method: "withTransaction", type: "Session", callback: 0, confidence: "medium", installed: true },
    { method: "save", type: "Document", option: { argument: 0, path: ["session"] }, confidence: "medium", installed: true },
    { method: "deleteOne", type: "Document", option: { argument: 0, path: ["session"] }, confidence: "medium", installed: true },
    { method: "create", type: "Model", option: { argument: 1, path: ["session"] }, confidence: "medium", installed: true },
    { method: "updateOne", type: "Model", option: { argument: 2, path: ["session"] }, confidence: "medium", installed: true },
    { method: "findOneAndUpdate", type: "Model", option: { argument: 2, path: ["session"] }, confidence: "medium", installed: true },
  ],
});
