/** node-sqlite3. A statement goes into the connection's queue when it is called and reports to a callback; nothing is awaited. */
import { defineModel, type Statement } from "../schema.ts";

const report = [{ argument: "last", runs: "during" }] as const;
const each = [{ argument: "any", runs: "each" }] as const;
// `sync`: without promises, the order of the calls is the order of the statements.
const send = (gives: NonNullable<Statement["gives"]>) => ({ call: { sync: true, statement: { sql: { argument: 0 }, gives }, callbacks: report } }) as const;
const run = (gives: NonNullable<Statement["gives"]>) => ({ call: { sync: true, runs: true, refines: { gives }, callbacks: report } }) as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;
const order = { call: { sync: true, callbacks: [{ argument: 0, runs: "during" }] } } as const;

const open = {
  returns: "Database", sync: true, callbacks: report,
  connects: { opens: "connection", engine: "sqlite", told: { by: "run" }, options: { address: { argument: 0 }, waitsByDefault: true } },
} as const;

export const sqlite3 = defineModel({
  name: "sqlite3",
  language: "javascript",
  packages: ["sqlite3", "@vscode/sqlite3", "@journeyapps/sqlcipher"],
  versions: "4–6",
  docs: "https://github.com/TryGhost/node-sqlite3/wiki/API",
  exports: {
    Database: { instance: "Database", construct: open },
    "cached.Database": { call: open, construct: open },
    Statement: { instance: "Statement" },
    RunResult: { instance: "Statement" },
    verbose: { call: { returns: "Module" } },
  },
  types: {
    Module: { members: { Database: { construct: open }, verbose: { call: { returns: "receiver" } } } },
    Database: {
      is: "connection",
      members: {
        run: send("count"),
        exec: send("nothing"),
        get: send("row"),
        all: send("rows"),
        each: { call: { sync: true, statement: { sql: { argument: 0 } }, callbacks: each } },
        prepare: { call: { sync: true, returns: "Statement", when: "run", statement: { sql: { argument: 0 } } } },
        serialize: order,
        parallelize: order,
        configure: { call: {} },
        loadExtension: { call: {} },
        interrupt: { call: {} },
        on: listen,
        once: listen,
        close: { call: { sync: true, releases: "receiver", callbacks: report } },
      },
    },
    Statement: {
      is: "query",
      members: {
        run: run("count"),
        get: run("row"),
        all: run("rows"),
        each: { call: { sync: true, runs: true, callbacks: each } },
        bind: { call: { returns: "receiver" } },
        reset: { call: {} },
        finalize: { call: { sync: true, callbacks: report } },
      },
    },
  },
  errors: { uniqueViolation: ["SQLITE_CONSTRAINT"], retryable: ["SQLITE_BUSY", "SQLITE_LOCKED"] },
});
