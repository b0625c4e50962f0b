/** Folders and paths: no more of them than code asks that loads the files of a folder one by one. */
import { defineModel } from "../schema.ts";

const list = { call: { lists: { argument: 0 } } } as const;
const join = { call: { joins: true } } as const;
const paths = { join, resolve: join } as const;

export const nodeFiles = defineModel({
  name: "node-files",
  language: "javascript",
  packages: ["fs", "node:fs", "fs/promises", "node:fs/promises", "path", "node:path"],
  versions: "Node.js 18–24",
  docs: "https://nodejs.org/api/path.html",
  exports: { ...paths, posix: { members: paths }, readdirSync: list, readdir: list, promises: { members: { readdir: list } } },
});
