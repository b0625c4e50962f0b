/** Firebase's Admin SDK, with Firestore as the remote store that it is. References are local, what reads or writes goes out. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const rpc = { call: { waits: { on: "rpc" } } } as const;
const gives = (name: string) => ({ instance: name, call: { returns: name } }) as const;
const query = { call: { returns: "Query" } } as const;
const listen = { call: { callbacks: [{ argument: "any", runs: "later" }] } } as const;
const inTransaction = { call: { waits: { on: "rpc" }, returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during", receives: ["Transaction"] }] } } as const;
const apps = { auth: gives("Auth"), messaging: gives("Messaging"), firestore: gives("Firestore"), storage: gives("Storage"), database: gives("Database") } as const;

export const firebaseAdmin = defineModel({
  name: "firebase-admin",
  language: "javascript",
  packages: ["firebase-admin", "firebase-admin/*", "@google-cloud/firestore"],
  versions: "firebase-admin 9–13; firestore 6–8",
  docs: "https://firebase.google.com/docs/reference/admin/node",
  exports: {
    ...apps,
    initializeApp: { call: { returns: "App" } },
    app: { call: { returns: "App" } },
    getApp: { call: { returns: "App" } },
    "app.App": { instance: "App" },
    App: { instance: "App" },
    getAuth: gives("Auth"),
    getMessaging: gives("Messaging"),
    getFirestore: gives("Firestore"),
    getStorage: gives("Storage"),
    getDatabase: gives("Database"),
    getFunctions: gives("Functions"),
    Auth: { instance: "Auth" },
    "auth.Auth": { instance: "Auth" },
    Messaging: { instance: "Messaging" },
    "messaging.Messaging": { instance: "Messaging" },
    Firestore: { instance: "Firestore", construct: { returns: "Firestore" } },
    "firestore.Firestore": { instance: "Firestore" },
    CollectionReference: { instance: "Collection" },
    DocumentReference: { instance: "Document" },
    Query: { instance: "Query" },
    Transaction: { instance: "Transaction" },
    WriteBatch: { instance: "Batch" },
    "firestore.Transaction": { instance: "Transaction" },
    "firestore.WriteBatch": { instance: "Batch" },
    "firestore.DocumentReference": { instance: "Document" },
    "firestore.CollectionReference": { instance: "Collection" },
  },
  types: {
    App: { members: { ...apps, delete: local } },
    Auth: {
      members: {
        // Asks for the keys only when they are not cached.
        verifyIdToken: { call: { waits: { on: "http", confidence: "low" } } },
        verifySessionCookie: { call: { waits: { on: "http", confidence: "low" } } },
        createCustomToken: local,
        tenantManager: { call: { returns: "Auth" } },
        authForTenant: { call: { returns: "Auth" } },
      },
      others: http,
    },
    Messaging: { members: { enableLegacyHttpTransport: local }, others: http },
    Storage: { members: { bucket: { call: { returns: "google-cloud:Bucket" } } } },
    Functions: { members: { taskQueue: { call: { returns: "TaskQueue" } } } },
    TaskQueue: { is: "queue", members: { enqueue: { call: { enqueues: { to: "job" } } }, delete: rpc } },
    Firestore: {
      members: {
        collection: { call: { returns: "Collection" } },
        collectionGroup: query,
        doc: { call: { returns: "Document" } },
        batch: { call: { returns: "Batch" } },
        bulkWriter: { call: { returns: "BulkWriter" } },
        runTransaction: inTransaction,
        getAll: rpc,
        listCollections: rpc,
        recursiveDelete: rpc,
        settings: local,
        terminate: local,
      },
    },
    Collection: { extends: "Query", members: { doc: { call: { returns: "Document" } }, add: rpc, listDocuments: rpc } },
    Document: {
      members: {
        get: rpc,
        set: rpc,
        update: rpc,
        create: rpc,
        delete: rpc,
        listCollections: rpc,
        collection: { call: { returns: "Collection" } },
        onSnapshot: listen,
        withConverter: { call: { returns: "Document" } },
      },
    },
    Query: { members: { get: rpc, count: query, aggregate: query, onSnapshot: listen, stream: local, isEqual: local }, others: { call: { returns: "receiver" } } },
    // Writes wait for the commit; reads do not.
    Transaction: { members: { get: rpc, getAll: rpc } },
    Batch: { members: { commit: rpc } },
    BulkWriter: { members: { flush: rpc, close: rpc } },
    Database: { members: { ref: { call: { returns: "Reference" } }, refFromURL: { call: { returns: "Reference" } } } },
    Reference: {
      members: {
        get: rpc,
        set: rpc,
        update: rpc,
        remove: rpc,
        push: rpc,
        transaction: { call: { waits: { on: "rpc" }, callbacks: [{ argument: 0, runs: "during" }] } },
        once: rpc,
        on: { call: { callbacks: [{ argument: 1, runs: "later" }] } },
        off: local,
      },
      others: { call: { returns: "receiver" } },
    },
  },
});
