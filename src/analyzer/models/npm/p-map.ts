/** p-map, and the packages that likewise run a function for each item. */
import { defineModel } from "../schema.ts";

const map = { call: { returns: { argument: 0 }, callbacks: [{ argument: 1, runs: "each", over: 0, receives: ["element"] }] } } as const;

export const pMap = defineModel({
  name: "p-map",
  language: "javascript",
  packages: ["p-map", "p-map-series", "p-each-series", "p-filter"],
  versions: "p-map 4–7; p-map-series 2–3; p-each-series 2–3; p-filter 2–4",
  docs: "https://github.com/sindresorhus/p-map#readme",
  exports: {
    default: map,
    pMapIterable: map,
    pFilterIterable: map,
  },
});
