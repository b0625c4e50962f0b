/** Functions round functions: caches keep what was made once, `wraps` and `partial` only dress them. */
import { defineModel } from "../schema.ts";

const cache = { call: { memoizes: { argument: 0 }, returns: "Cache" } } as const;
/** Takes a store, and never the function: `@cached(TTLCache(1, 60))`. */
const cacheIn = { call: { returns: "Cache" } } as const;

export const functools = defineModel({
  name: "functools",
  language: "python",
  packages: ["functools", "cachetools", "cachetools.func", "async_lru", "werkzeug.utils", "cached_property"],
  versions: "3.8–3.14; cachetools 4–6; async-lru 1–2; werkzeug 2–3; cached-property 1–2",
  docs: "https://docs.python.org/3/library/functools.html",
  harmless: true,
  exports: {
    cache,
    lru_cache: cache,
    cached: cacheIn,
    cachedmethod: cacheIn,
    ttl_cache: cache,
    lfu_cache: cache,
    alru_cache: cache,
    cached_property: { call: { memoizes: { argument: 0, read: true } } },
    wraps: { call: { returns: "Wraps" } },
    // Called later with the rest of its arguments: what it does is what the function does.
    partial: { call: { returns: { argument: 0 } } },
    partialmethod: { call: {} },
    reduce: { call: { callbacks: [{ argument: 0, runs: "each", over: 1, receives: [null, "element"] }] } },
    singledispatch: { call: { returns: { argument: 0 } } },
    total_ordering: { call: { returns: { argument: 0 } } },
    cmp_to_key: { call: {} },
  },
  types: { Wraps: { call: { returns: { argument: 0 } } }, Cache: { call: { memoizes: { argument: 0 } } } },
});
