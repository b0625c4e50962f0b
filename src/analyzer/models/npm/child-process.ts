/** Processes: what is run with a callback waits only where a promise is made of it (`util.promisify`). */
import { defineModel } from "../schema.ts";

const run = { call: { waits: { on: "process" }, callbacks: [{ argument: "last", runs: "later" }] } } as const;
const block = { call: { waits: { on: "process" }, sync: true } } as const;
const start = { call: { returns: "Process" } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;

export const childProcess = defineModel({
  name: "child-process",
  language: "javascript",
  packages: ["child_process", "node:child_process", "util", "node:util"],
  versions: "Node.js 18–24",
  docs: "https://nodejs.org/api/child_process.html",
  exports: {
    exec: run,
    execFile: run,
    execSync: block,
    execFileSync: block,
    spawnSync: block,
    spawn: start,
    fork: start,
    ChildProcess: { instance: "Process" },
    // What `util` makes of a function with a callback does the same, as a promise.
    promisify: { call: { returns: { argument: 0 } } },
  },
  types: {
    Process: { members: { on: listen, once: listen, stdout: "Stream", stderr: "Stream", kill: { call: {} }, unref: { call: {} } } },
    Stream: { members: { on: listen, once: listen } },
  },
});
