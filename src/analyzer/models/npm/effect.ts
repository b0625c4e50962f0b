/** Effect: descriptions of work that are put together first and run afterwards, where they are handed to a runner. */
import { defineModel } from "../schema.ts";

const work = { call: { returns: "Effect", callbacks: [{ argument: 0, runs: "during" }, { argument: 0, path: ["try"], runs: "during" }] } } as const;
const handsOn = { call: { returns: { argument: 0 } } } as const;
const harmless = { call: {} } as const;

const members = {
  promise: work, tryPromise: work, sync: work, try: work, suspend: work,
  succeed: harmless, fail: harmless, void: harmless, log: harmless,
  retry: handsOn, timeout: handsOn, withSpan: handsOn, scoped: handsOn, asVoid: handsOn, exit: handsOn, orDie: handsOn, either: handsOn, option: handsOn,
  runPromise: handsOn, runPromiseExit: handsOn, runSync: handsOn, runSyncExit: handsOn,
  runFork: { call: { starts: { argument: 0 } } },
} as const;

export const effect = defineModel({
  name: "effect",
  language: "javascript",
  packages: ["effect", "effect/*"],
  versions: "2–3",
  docs: "https://effect.website/docs/",
  exports: {
    Effect: { members },
    ...members,
    pipe: handsOn,
  },
  types: {
    Effect: { members: { pipe: { call: { returns: "settled" } } } },
  },
});
