/** Locks that are files, shared by processes: whoever comes second waits, for ever where no timeout is given. */
import { defineModel } from "../schema.ts";

const lock = { instance: "FileLock", call: { returns: "FileLock" } } as const;
const wait = { call: { waits: { on: "lock" }, returns: "FileLock" } } as const;

export const filelock = defineModel({
  name: "filelock",
  language: "python",
  packages: ["filelock", "fasteners", "portalocker"],
  versions: "filelock 3; fasteners 0.19; portalocker 2–3",
  docs: "https://py-filelock.readthedocs.io/en/latest/api.html",
  exports: {
    FileLock: lock,
    SoftFileLock: lock,
    UnixFileLock: lock,
    WindowsFileLock: lock,
    InterProcessLock: lock,
    Lock: lock,
    RLock: lock,
    Timeout: { call: {} },
  },
  types: {
    FileLock: {
      entered: { waits: { on: "lock" } },
      members: { acquire: wait, release: { call: {} }, is_locked: { call: {} } },
    },
  },
});
