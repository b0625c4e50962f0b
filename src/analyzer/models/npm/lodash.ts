/** Lodash and what is called like it: what cuts lists into parts, goes through them, or keeps what a function gave. */
import { defineModel } from "../schema.ts";

const each = { call: { returns: { argument: 0 }, callbacks: [{ argument: 1, runs: "each", over: 0, receives: ["element"] }] } } as const;
const sorting = { call: { ...each.call, sorts: true } } as const;
const same = { call: { returns: { argument: 0 } } } as const;
const part = { call: { bounds: "part", boundedBy: 1 } } as const;
const kept = { call: { memoizes: { argument: 0 } } } as const;

/** The package of one function exports it as a whole; `_(list)` is given nothing that says how long the parts are. */
const chunk = { bounds: "parts", boundedBy: 1 } as const;

const functions = {
  chunk: { call: chunk }, take: part, takeRight: part, sampleSize: part,
  forEach: each, each, map: each, flatMap: each, filter: each, reject: each, uniqBy: each, sortBy: sorting, orderBy: sorting,
  uniq: same, compact: same, difference: same, flatten: same, shuffle: same, cloneDeep: same,
  once: kept, memoize: kept,
} as const;

export const lodash = defineModel({
  name: "lodash",
  language: "javascript",
  packages: ["lodash", "lodash-es", "lodash/chunk", "lodash-es/chunk", "lodash.chunk", "es-toolkit", "es-toolkit/*", "underscore"],
  versions: "4",
  docs: "https://lodash.com/docs",
  exports: { default: { call: chunk, members: functions }, ...functions },
});
