/** p-retry and async-retry: the function runs during the call, once or several times. */
import { defineModel } from "../schema.ts";

export const pRetry = defineModel({
  name: "p-retry",
  language: "javascript",
  packages: ["p-retry", "async-retry"],
  versions: "p-retry 4–7; async-retry 1",
  docs: "https://github.com/sindresorhus/p-retry#readme",
  exports: {
    default: { call: { returns: { callback: 0 }, callbacks: [{ argument: 0, runs: "during" }], again: true } },
    makeRetriable: { call: { returns: { argument: 0 }, again: true } },
    AbortError: { construct: {} },
  },
});
