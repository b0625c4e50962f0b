/** Execa: processes as promises. */
import { defineModel } from "../schema.ts";

const run = { call: { waits: { on: "process" }, returns: "Process" } } as const;
const block = { call: { waits: { on: "process" }, sync: true } } as const;

export const execa = defineModel({
  name: "execa",
  language: "javascript",
  packages: ["execa"],
  versions: "5–9",
  docs: "https://github.com/sindresorhus/execa/blob/main/docs/api.md",
  exports: {
    default: { ...run, members: { sync: block, node: run, command: run, commandSync: block } },
    execa: run,
    execaCommand: run,
    execaNode: run,
    execaSync: block,
    execaCommandSync: block,
    $: { ...run, members: { sync: block } },
    ResultPromise: { instance: "Process" },
  },
  types: {
    Process: {
      // Given options alone, it is a function that runs with them.
      ...run,
      members: {
        // The process at the end of a pipe is waited for with all that feed it.
        pipe: { call: { returns: "settled", callbacks: [] } },
        on: { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } },
        kill: { call: {} },
      },
    },
  },
});
