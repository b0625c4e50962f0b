/** Repositories of source text: git as a process of its own, and git over HTTP. */
import { defineModel } from "../schema.ts";

const process = { call: { waits: { on: "process" } } } as const;
const http = { call: { waits: { on: "http" } } } as const;
const git = { call: { returns: "Git" } } as const;
const same = { call: { returns: "receiver" } } as const;

export const versionControl = defineModel({
  name: "version-control",
  language: "javascript",
  packages: ["simple-git", "simple-git/promise", "isomorphic-git"],
  versions: "simple-git 2–3; isomorphic-git 1",
  docs: "https://github.com/steveukx/git-js#readme",
  exports: {
    default: { ...git, members: { clone: http, fetch: http, pull: http, push: http, getRemoteInfo: http, listServerRefs: http } },
    simpleGit: git,
    gitP: git,
    clone: http,
    fetch: http,
    pull: http,
    push: http,
    getRemoteInfo: http,
    getRemoteInfo2: http,
    listServerRefs: http,
  },
  types: {
    Git: { members: { env: same, outputHandler: same, customBinary: same, clearQueue: same, cwd: same }, others: process },
  },
});
