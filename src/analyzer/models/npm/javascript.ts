/** The language's own functions, as far as they run callbacks, join promises or wait. */
import { defineModel } from "../schema.ts";

const each = { callbacks: [{ argument: 0, runs: "each", over: "receiver", receives: ["element"] }] } as const;

const asks = { call: { picks: { gives: "boolean", from: "receiver" } } } as const;
const collection = { construct: { returns: { argument: 0 } } } as const;

export const javascript = defineModel({
  name: "javascript",
  language: "javascript",
  packages: [],
  versions: "ES2025",
  docs: "https://developer.mozilla.org/docs/Web/JavaScript/Reference",
  errors: { uniqueViolation: ["unique", "duplicate", "already exists"], retryable: ["deadlock", "serializ"] },
  // `app.decorate("db", db)`, `context.get("db")`, `new Server({ context: { db } })`
  carriage: { hangs: ["decorate", "decorateRequest", "set", "provide"], gives: ["get"], contexts: ["ctx", "context", "contextValue"] },
  globals: {
    Promise: {
      members: {
        all: { call: { gathers: { argument: 0, how: "all" } } },
        allSettled: { call: { gathers: { argument: 0, how: "settled" } } },
        race: { call: { gathers: { argument: 0, how: "first" } } },
        any: { call: { gathers: { argument: 0, how: "first" } } },
        resolve: { call: { returns: { argument: 0 } } },
      },
      construct: { callbacks: [{ argument: 0, runs: "during", receives: ["Resolve"] }] },
    },
    Array: { members: { from: { call: { returns: { argument: 0 }, callbacks: [{ argument: 1, runs: "each", over: 0, receives: ["element"] }] } } } },
    Object: {
      members: {
        keys: { call: { returns: { argument: 0 }, takes: "names" } },
        values: { call: { returns: { argument: 0 }, takes: "values" } },
        entries: { call: { returns: { argument: 0 }, takes: "entries" } },
        freeze: { call: { returns: { argument: 0 } } },
        assign: { call: { returns: { argument: 0 }, merges: true } },
      },
    },
    __dirname: { folder: true },
    require: { call: { imports: { argument: 0 } } },
    setTimeout: { call: { callbacks: [{ argument: 0, runs: "later" }], waits: { on: "timer", milliseconds: { argument: 1 }, until: { argument: 0 } }, sync: true } },
    setInterval: { call: { callbacks: [{ argument: 0, runs: "later" }] } },
    setImmediate: { call: { callbacks: [{ argument: 0, runs: "later" }] } },
    queueMicrotask: { call: { callbacks: [{ argument: 0, runs: "later" }] } },
    Map: collection,
    Set: collection,
    structuredClone: { call: { returns: { argument: 0 } } },
    process: { members: { exit: { call: { throws: true } }, abort: { call: { throws: true } }, nextTick: { call: { callbacks: [{ argument: 0, runs: "later" }] } }, on: { call: { callbacks: [{ argument: 1, runs: "later" }] } }, once: { call: { callbacks: [{ argument: 1, runs: "later" }] } } } },
  },
  types: {
    Resolve: { settles: true, call: {} },
    Any: {
      members: {
        map: { call: { ...each, returns: "receiver" } },
        forEach: { call: each },
        flatMap: { call: { ...each, returns: "receiver" } },
        filter: { call: { ...each, returns: "receiver", chooses: { argument: 0, by: "holds" } } },
        find: { call: { ...each, picks: { gives: "row", from: "receiver" } } },
        findIndex: { call: each },
        some: { call: { ...each, picks: { gives: "boolean", from: "receiver" } } },
        has: asks,
        includes: asks,
        get: { call: { picks: { gives: "row", from: "receiver" } } },
        every: { call: each },
        reduce: { call: { callbacks: [{ argument: 0, runs: "each", over: "receiver", receives: [null, "element"] }] } },
        keys: { call: { returns: "receiver" } },
        entries: { call: { returns: "receiver" } },
        sort: { call: { returns: "receiver", sorts: true } },
        toSorted: { call: { returns: "receiver", sorts: true } },
        reverse: { call: { returns: "receiver" } },
        concat: { call: { returns: "receiver" } },
        slice: { call: { bounds: "part", boundedBy: 1, returns: "receiver" } },
        splice: { call: { bounds: "part" } },
        push: { call: { collects: true } },
        unshift: { call: { collects: true } },
        then: { call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during", settles: true }, { argument: 1, runs: "during", handles: true }] } },
        catch: { call: { returns: "settled", callbacks: [{ argument: 0, runs: "during", handles: true }] } },
        finally: { call: { returns: "settled", callbacks: [{ argument: 0, runs: "during", always: true }] } },
      },
    },
  },
});
