/** node-redis. What a cache keeps is quickly said, so its waits are weak evidence. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const cache = { call: { waits: { on: "cache" } } } as const;
const message = { call: { enqueues: { to: "message" } } } as const;
const self = { call: { returns: "receiver" } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;
const subscribe = { call: { waits: { on: "cache" }, callbacks: [{ argument: 1, runs: "later" }] } } as const;
const create = { call: { returns: "Client" } } as const;
const multi = { call: { returns: "Multi" } } as const;

export const redis = defineModel({
  name: "redis",
  language: "javascript",
  packages: ["redis", "@redis/client"],
  versions: "3–6",
  docs: "https://github.com/redis/node-redis",
  confidence: "low",
  exports: {
    createClient: create,
    createCluster: create,
    createClientPool: create,
    createSentinel: create,
    RedisClientType: { instance: "Client" },
    RedisClusterType: { instance: "Client" },
    RedisClientPoolType: { instance: "Client" },
    RedisSentinelType: { instance: "Client" },
    RedisClient: { instance: "Client" }, // v3
    commandOptions: local,
  },
  types: {
    Client: {
      members: {
        publish: message,
        PUBLISH: message,
        xAdd: message,
        XADD: message,
        subscribe,
        pSubscribe: subscribe,
        sSubscribe: subscribe,
        SUBSCRIBE: subscribe,
        multi,
        MULTI: multi,
        batch: multi,
        duplicate: create,
        legacy: create,
        withTypeMapping: self,
        withCommandOptions: self,
        withAbortSignal: self,
        asap: self,
        on: listen,
        once: listen,
        off: local,
        addListener: listen,
        removeListener: local,
        removeAllListeners: local,
        ref: local,
        unref: local,
        destroy: local,
        quit: local,
        disconnect: local,
        close: local,
        end: local,
        executeIsolated: { call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during", receives: ["Client"] }] } },
        execute: { call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during", receives: ["Client"] }] } },
        options: "Local",
        json: "Module",
        ft: "Module",
        ts: "Module",
        bf: "Module",
        cf: "Module",
        cms: "Module",
        topK: "Module",
        tDigest: "Module",
      },
      others: cache,
    },
    Module: { others: cache },
    // Commands are collected and go out together.
    Multi: { members: { exec: cache, EXEC: cache, execAsPipeline: cache, execTyped: cache, execAsPipelineTyped: cache, json: "Multi", ft: "Multi", ts: "Multi" }, others: self },
    Local: { call: {}, others: "Local" },
  },
});
