/** Bluebird: promises with functions for collections, which run for all items at once or for one after the other. */
import { defineModel } from "../schema.ts";

const item = { runs: "each", receives: ["element"] } as const;
const inTurn = { call: { returns: { argument: 0 }, callbacks: [{ ...item, argument: 1, over: 0 }] } } as const;
const together = {
  call: { returns: { argument: 0 }, callbacks: [{ ...item, argument: 1, over: 0, together: { argument: 2, path: ["concurrency"] } }] },
} as const;
const gather = (how: "all" | "settled" | "first", argument: number | "all" = 0) => ({ call: { gathers: { argument, how } } }) as const;
const attempt = { call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during" }] } } as const;
const given = { call: { returns: { argument: 0 } } } as const;

export const bluebird = defineModel({
  name: "bluebird",
  language: "javascript",
  packages: ["bluebird"],
  versions: "3",
  docs: "http://bluebirdjs.com/docs/api-reference.html",
  exports: {
    default: {
      construct: { callbacks: [{ argument: 0, runs: "during" }] },
      members: {
        all: gather("all"), props: gather("all"), join: gather("all", "all"), allSettled: gather("settled"),
        any: gather("first"), some: gather("first"), race: gather("first"),
        map: together, filter: together,
        each: inTurn, mapSeries: inTurn,
        reduce: { call: { callbacks: [{ argument: 1, runs: "each", over: 0, receives: [null, "element"] }] } },
        try: attempt, attempt, method: given, coroutine: given,
        resolve: given, cast: given, fromCallback: { call: { callbacks: [{ argument: 0, runs: "during" }] } },
        delay: { call: { waits: { on: "timer", milliseconds: { argument: 0 } } } },
        promisify: given, promisifyAll: given,
        config: { call: {} }, reject: { call: {} },
      },
    },
  },
});
