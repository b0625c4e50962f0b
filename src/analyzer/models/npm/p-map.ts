/** p-map and p-filter: a function for each item, many of them at once unless told otherwise. */
import { defineModel } from "../schema.ts";

const map = {
  call: { returns: { argument: 0 }, callbacks: [{ argument: 1, runs: "each", over: 0, together: { argument: 2, path: ["concurrency"] }, receives: ["element"] }] },
} as const;

export const pMap = defineModel({
  name: "p-map",
  language: "javascript",
  packages: ["p-map", "p-filter"],
  versions: "p-map 4–7; p-filter 2–4",
  docs: "https://github.com/sindresorhus/p-map#readme",
  exports: {
    default: map,
    pMapIterable: map,
    pFilterIterable: map,
  },
});
