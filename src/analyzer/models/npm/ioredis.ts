/** ioredis, and the clients with its interface. What a cache keeps is quickly said, so its waits are weak evidence. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const cache = { call: { waits: { on: "cache" } } } as const;
const message = { call: { enqueues: { to: "message" } } } as const;
const self = { call: { returns: "receiver" } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;
const subscribe = { call: { waits: { on: "cache" }, callbacks: [{ argument: "last", runs: "later" }] } } as const;
const client = {
  instance: "Redis", construct: { returns: "Redis" }, call: { returns: "Redis" },
  members: { createClient: { call: { returns: "Redis" } }, fromEnv: { call: { returns: "Redis" } } },
} as const;
const pipeline = { call: { returns: "Pipeline" } } as const;

export const ioredis = defineModel({
  name: "ioredis",
  language: "javascript",
  packages: ["ioredis", "ioredis/*", "iovalkey", "@upstash/redis", "@upstash/redis/*", "@vercel/kv"],
  versions: "ioredis 4–6; @upstash/redis 1; @vercel/kv 1–3",
  docs: "https://redis.github.io/ioredis/",
  confidence: "low",
  exports: {
    default: client,
    Redis: client,
    Cluster: client,
    kv: { value: "Redis" },
    createClient: { call: { returns: "Redis" } },
    "Redis.Redis": { instance: "Redis" }, // v4
    "Redis.Cluster": client,
    ChainableCommander: { instance: "Pipeline" },
    Pipeline: { instance: "Pipeline" },
  },
  types: {
    Redis: {
      members: {
        publish: message,
        spublish: message,
        xadd: message,
        subscribe,
        psubscribe: subscribe,
        ssubscribe: subscribe,
        pipeline,
        multi: pipeline,
        duplicate: { call: { returns: "Redis" } },
        nodes: { call: { returns: "Redis", list: true } },
        defineCommand: local,
        createScript: local,
        on: listen,
        once: listen,
        off: local,
        addListener: listen,
        removeListener: local,
        removeAllListeners: local,
        disconnect: local,
        quit: local,
        end: local,
        scanStream: local,
        sscanStream: local,
        hscanStream: local,
        zscanStream: local,
        scanBufferStream: local,
        hscanBufferStream: local,
        sscanBufferStream: local,
        zscanBufferStream: local,
        options: "Local",
        json: "Module",
      },
      others: cache,
    },
    Module: { others: cache },
    // Commands are collected and go out together.
    Pipeline: { members: { exec: cache, execBuffer: cache, length: "Local", json: "Pipeline" }, others: self },
    Local: { call: {}, others: "Local" },
  },
});
