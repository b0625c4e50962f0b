/** The MongoDB driver. Cursors are lazy, everything else is sent by the call; a statement runs in the session that its options name. */
import { mongoSession } from "../protocols/mongo-session.ts";
import { defineModel, type Action, type Source, type Statement } from "../schema.ts";

const filter = { argument: 0 } as const;
const session = (position: number) => [{ argument: position, path: ["session"] }] as const;
const send = (optionsAt: number, statement: Statement) =>
  ({ call: { on: session(optionsAt), statement: { table: "receiver", ...statement } } }) as const;
const upsertable = (optionsAt: number): Source => ({ argument: optionsAt, path: ["upsert"] });
const schemaChange = (optionsAt: number) => send(optionsAt, { verb: "ddl" });
const cursor = (optionsAt: number, statement: Statement) =>
  ({ call: { returns: "Cursor", when: "awaited", on: session(optionsAt), statement: { verb: "select", table: "receiver", gives: "rows", ...statement } } }) as const;
const step = (refines: Statement = {}) => ({ call: { returns: "receiver", refines, when: "awaited" } }) as const;
const fetchNext = { call: { runs: true } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;

const option = (name: string) => [{ argument: 1, path: [name] }];
const pool = {
  max: option("maxPoolSize"), acquireTimeout: option("waitQueueTimeoutMS"), statementTimeout: [...option("timeoutMS"), ...option("socketTimeoutMS")],
  idle: option("maxIdleTimeMS"), address: { argument: 0 }, options: { argument: 1 },
};
const connect: Action = { returns: "Client", connects: { opens: "pool", engine: "mongodb", options: pool } };

export const mongodb = defineModel({
  name: "mongodb",
  language: "javascript",
  packages: ["mongodb"],
  versions: "4–7",
  docs: "https://mongodb.github.io/node-mongodb-native/",
  follows: [mongoSession],
  exports: {
    MongoClient: { instance: "Client", construct: connect, members: { connect: { call: connect } } },
    Db: { instance: "Db" },
    Collection: { instance: "Collection", tableFrom: 0 },
    ClientSession: { instance: "Session" },
    FindCursor: { instance: "Cursor" },
    AggregationCursor: { instance: "Cursor" },
  },
  types: {
    Client: {
      is: "client",
      members: {
        connect: { call: { returns: "receiver" } },
        close: { call: { releases: "receiver" } },
        db: { call: { returns: "Db" } },
        // A session pins no connection of the pool, but is taken from the client and must be given back.
        startSession: { call: { returns: "Session", acquires: true, sync: true } },
        withSession: {
          call: {
            opens: { scope: "connection", until: "callback-returns" },
            callbacks: [{ argument: 0, runs: "during", receives: ["Session"] }, { argument: 1, runs: "during", receives: ["Session"] }],
          },
        },
        bulkWrite: send(1, { verb: "unknown", bulk: "always" }),
        on: listen,
        once: listen,
        watch: { call: { returns: "Changes" } },
      },
    },
    Db: {
      is: "client",
      members: {
        collection: { call: { returns: "Collection", table: { argument: 0 } } },
        aggregate: cursor(1, {}),
        command: send(1, { verb: "unknown" }),
        createCollection: { call: { on: session(1), statement: { verb: "ddl", table: { argument: 0 } }, returns: "Collection", table: { argument: 0 } } },
        createIndex: { call: { statement: { verb: "ddl", table: { argument: 0 } } } },
        dropCollection: { call: { statement: { verb: "ddl", table: { argument: 0 } } } },
        dropDatabase: schemaChange(0),
        renameCollection: { call: { statement: { verb: "ddl", table: { argument: 0 } } } },
        listCollections: cursor(1, {}),
        watch: { call: { returns: "Changes" } },
      },
    },
    Collection: {
      is: "client",
      members: {
        find: cursor(1, { keys: filter, limit: { argument: 1, path: ["limit"] } }),
        aggregate: cursor(1, {}),
        findOne: send(1, { verb: "select", keys: filter, gives: "row", limit: 1 }),
        countDocuments: send(1, { verb: "select", keys: filter, gives: "count" }),
        estimatedDocumentCount: send(0, { verb: "select", gives: "count" }),
        count: send(1, { verb: "select", keys: filter, gives: "count" }),
        distinct: send(2, { verb: "select", keys: { argument: 1 }, gives: "rows" }),
        insertOne: send(1, { verb: "insert", values: filter, gives: "nothing" }),
        insertMany: send(1, { verb: "insert", values: filter, gives: "nothing", bulk: "always" }),
        bulkWrite: send(1, { verb: "unknown", bulk: "always" }),
        updateOne: send(2, { verb: "update", keys: filter, gives: "count", conflictIf: upsertable(2) }),
        updateMany: send(2, { verb: "update", keys: filter, gives: "count", conflictIf: upsertable(2) }),
        replaceOne: send(2, { verb: "update", keys: filter, values: { argument: 1 }, gives: "count", conflictIf: upsertable(2) }),
        deleteOne: send(1, { verb: "delete", keys: filter, gives: "count" }),
        deleteMany: send(1, { verb: "delete", keys: filter, gives: "count" }),
        findOneAndUpdate: send(2, { verb: "update", keys: filter, gives: "row", conflictIf: upsertable(2) }),
        findOneAndReplace: send(2, { verb: "update", keys: filter, values: { argument: 1 }, gives: "row", conflictIf: upsertable(2) }),
        findOneAndDelete: send(1, { verb: "delete", keys: filter, gives: "row" }),
        createIndex: schemaChange(1),
        createIndexes: schemaChange(1),
        dropIndex: schemaChange(1),
        dropIndexes: schemaChange(0),
        rename: schemaChange(1),
        drop: schemaChange(0),
        watch: { call: { returns: "Changes" } },
      },
    },
    Cursor: {
      is: "query",
      members: {
        toArray: fetchNext,
        next: fetchNext,
        tryNext: fetchNext,
        forEach: { call: { runs: true, callbacks: [{ argument: 0, runs: "each" }] } },
        stream: fetchNext,
        count: fetchNext,
        explain: fetchNext,
        hasNext: { call: {} },
        close: { call: {} },
        limit: step({ limit: { argument: 0 } }),
        filter: step({ keys: filter }),
        match: step({ keys: filter }),
      },
      others: step(),
    },
    Changes: { members: { on: listen, once: listen, close: { call: {} } } },
  },
});
