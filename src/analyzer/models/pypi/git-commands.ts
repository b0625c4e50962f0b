/** GitPython: what talks to a remote, or asks the program `git`, waits for a process. Opening a repository reads files only. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const command = { call: { waits: { on: "process" } } } as const;
const repository = { call: { waits: { on: "process" }, returns: "Repo" } } as const;
const remote = { call: { waits: { on: "process" }, returns: "Remote" } } as const;

export const gitCommands = defineModel({
  name: "git-commands",
  language: "python",
  packages: ["git", "git/*"],
  versions: "GitPython 3",
  docs: "https://gitpython.readthedocs.io/en/stable/reference.html",
  exports: {
    Repo: { instance: "Repo", construct: { returns: "Repo" }, members: { clone_from: repository, init: repository } },
    Git: { instance: "Git", construct: { returns: "Git" } },
    Remote: { instance: "Remote" },
    Actor: local,
  },
  types: {
    Repo: {
      members: {
        clone: repository, is_dirty: command, is_ancestor: command, iter_commits: command, merge_base: command, blame: command, archive: command,
        create_remote: remote, delete_remote: command, create_head: local, create_tag: command, delete_head: command, delete_tag: command,
        submodule_update: command, ignored: command, remote: { call: { returns: "Remote" } }, remotes: "Remotes", git: "Git", index: "Index", close: local,
      },
    },
    Remotes: { others: "Remote" },
    Remote: { members: { fetch: command, pull: command, push: command, update: command, prune: command, exists: local, set_url: command } },
    Git: { members: { update_environment: local, custom_environment: local, set_persistent_git_options: local, clear_cache: local }, others: command },
    Index: { members: { diff: command, checkout: command, move: command, remove: command, add: local, commit: local, write: local } },
  },
});
