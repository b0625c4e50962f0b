/** better-sqlite3, and the packages that are built from it. */
import { sqliteSync } from "../protocols/sqlite-sync.ts";
import { defineModel } from "../schema.ts";

const open = {
  returns: "Database",
  connects: { opens: "connection", engine: "sqlite", told: { by: "pragma", short: true }, options: { waitsByDefault: true, readOnly: [{ argument: 1, path: ["readonly"] }], address: { argument: 0 }, busyTimeout: [{ argument: 1, path: ["timeout"] }], options: { argument: 1 } } },
} as const;

export const betterSqlite3 = defineModel({
  name: "better-sqlite3",
  language: "javascript",
  packages: ["better-sqlite3", "better-sqlite3-multiple-ciphers", "@signalapp/better-sqlite3"],
  versions: "7–12",
  docs: "https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md",
  follows: [sqliteSync],
  exports: {
    default: { instance: "Database", construct: open, call: open },
    Database: { instance: "Database" },
    Statement: { instance: "Statement" },
  },
});
