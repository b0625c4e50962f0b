/** Iterators that pass on what they are given, whole, in chunks or in part. */
import { defineModel } from "../schema.ts";

const same = { call: { returns: { argument: 0 } } } as const;
const second = { call: { returns: { argument: 1 }, callbacks: [{ argument: 0, runs: "each", over: 1, receives: ["element"] }] } } as const;
const chunks = { call: { bounds: "parts" } } as const;
const part = { call: { bounds: "part" } } as const;

export const itertools = defineModel({
  name: "itertools",
  language: "python",
  packages: ["itertools", "more_itertools"],
  versions: "3.8–3.14; more-itertools 8–10",
  docs: "https://docs.python.org/3/library/itertools.html",
  harmless: true,
  exports: {
    batched: chunks,
    chunked: chunks,
    ichunked: chunks,
    islice: part,
    take: part,
    pairwise: same,
    chain: { ...same, members: { from_iterable: same } },
    cycle: same,
    groupby: same,
    tee: same,
    zip_longest: same,
    unique_everseen: same,
    flatten: same,
    filterfalse: second,
    takewhile: second,
    dropwhile: second,
    starmap: second,
  },
});
