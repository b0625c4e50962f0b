/** Memcached's clients. */
import { defineModel } from "../schema.ts";

const cache = { call: { waits: { on: "cache", confidence: "low" }, callbacks: [{ argument: "last", runs: "later" }] } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const memcached = defineModel({
  name: "memcached",
  language: "javascript",
  packages: ["memcached", "memjs", "memcache-client"],
  versions: "memcached 2; memjs 1; memcache-client 1",
  docs: "https://github.com/3rd-Eden/memcached#readme",
  exports: { default: client, Client: { ...client, members: { create: { call: { returns: "Client" } } } }, MemcacheClient: client },
  types: {
    Client: {
      members: {
        get: cache, gets: cache, getMulti: cache, set: cache, add: cache, replace: cache, append: cache, prepend: cache, cas: cache, incr: cache, decr: cache,
        increment: cache, decrement: cache, del: cache, delete: cache, touch: cache, flush: cache, end: { call: {} }, close: { call: {} }, quit: { call: {} },
      },
    },
  },
});
