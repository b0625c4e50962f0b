/** What runs a function later, again or not too often, while the caller waits for it: Bottleneck, circuit breakers, back-off. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const run = { call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during" }] } } as const;
const wrap = { call: { returns: { argument: 0 } } } as const;
const policy = { call: { returns: "Policy" } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;

export const limiters = defineModel({
  name: "limiters",
  language: "javascript",
  packages: ["bottleneck", "cockatiel", "exponential-backoff", "ts-retry-promise", "p-timeout", "promise-retry"],
  versions: "bottleneck 2; cockatiel 2–3; exponential-backoff 3; ts-retry-promise 0; p-timeout 4–7; promise-retry 2",
  docs: "https://github.com/SGrondin/bottleneck#readme",
  exports: {
    // Bottleneck is a class, the others are functions that run what they are given, or wait for it.
    default: { ...run, instance: "Limiter", construct: { returns: "Limiter" } },
    backOff: run,
    retry: { call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during" }] } },
    handleAll: { value: "Local" },
    handleType: local,
    circuitBreaker: policy,
    bulkhead: policy,
    timeout: policy,
    fallback: policy,
    wrap: policy,
  },
  types: {
    Limiter: {
      members: {
        // Options may stand before the function.
        schedule: { call: { returns: { callback: 0 }, callbacks: [{ argument: "any", runs: "during" }] } },
        wrap,
        submit: { call: { callbacks: [{ argument: 0, runs: "later" }] } },
        key: { call: { returns: "receiver" } }, chain: { call: { returns: "receiver" } }, updateSettings: local, on: listen, once: listen, counts: local, stop: local,
        disconnect: local,
      },
    },
    Policy: { members: { execute: run, onBreak: local, onReset: local, onHalfOpen: local } },
    Local: { call: {}, others: "Local" },
  },
});
