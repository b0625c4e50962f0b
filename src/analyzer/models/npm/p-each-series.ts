/** p-each-series and p-map-series: a function for each item, one after the other. */
import { defineModel } from "../schema.ts";

export const pEachSeries = defineModel({
  name: "p-each-series",
  language: "javascript",
  packages: ["p-each-series", "p-map-series"],
  versions: "p-each-series 2–3; p-map-series 2–3",
  docs: "https://github.com/sindresorhus/p-each-series#readme",
  exports: {
    default: { call: { returns: { argument: 0 }, callbacks: [{ argument: 1, runs: "each", over: 0, receives: ["element"] }] } },
  },
});
