/** Redis and Valkey. What a cache keeps is quickly said, so its waits are weak evidence; a lock is waited for. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const cache = { call: { waits: { on: "cache" } } } as const;
const message = { call: { enqueues: { to: "message" } } } as const;
const self = { call: { returns: "receiver" } } as const;
const client = { instance: "Client", construct: { returns: "Client" }, members: { from_url: { call: { returns: "Client" } } } } as const;
const lock = { call: { returns: "Lock" } } as const;

export const redis = defineModel({
  name: "pypi/redis",
  language: "python",
  packages: ["redis", "redis/*", "valkey", "valkey/*", "aioredis", "fakeredis", "upstash_redis", "upstash_redis.asyncio"],
  versions: "redis 3–7; valkey 6; aioredis 2",
  docs: "https://redis.readthedocs.io/en/stable/commands.html",
  confidence: "low",
  exports: {
    Redis: client,
    StrictRedis: client,
    RedisCluster: client,
    Valkey: client,
    from_url: { call: { returns: "Client" } },
    ConnectionPool: local,
    BlockingConnectionPool: local,
    Lock: { instance: "Lock", construct: { returns: "Lock" } },
    Sentinel: { instance: "Sentinel", construct: { returns: "Sentinel" } },
  },
  types: {
    Client: {
      members: {
        publish: message,
        xadd: message,
        pipeline: { call: { returns: "Pipeline" } },
        pubsub: { call: { returns: "Listener" } },
        lock,
        register_script: local,
        close: local,
        aclose: local,
        connection_pool: "Local",
        get_encoder: local,
        from_url: { call: { returns: "Client" } },
        json: { call: { returns: "Module" } },
        ft: { call: { returns: "Module" } },
        transaction: { call: { waits: { on: "cache" }, callbacks: [{ argument: 0, runs: "during", receives: ["Pipeline"] }] } },
      },
      others: cache,
    },
    Module: { others: cache },
    // Commands are collected and go out together.
    Pipeline: { members: { execute: cache, watch: cache, reset: local, multi: local }, others: self },
    Listener: { members: { listen: cache, get_message: cache, subscribe: cache, psubscribe: cache, close: local, unsubscribe: cache } },
    Lock: {
      entered: { opens: { scope: "lock", until: "block-ends" } },
      members: { acquire: { call: { waits: { on: "lock" } } }, release: cache, extend: cache, locked: cache, owned: cache },
    },
    Sentinel: { members: { master_for: { call: { returns: "Client" } }, slave_for: { call: { returns: "Client" } } } },
    Local: { call: {}, others: "Local" },
  },
});
