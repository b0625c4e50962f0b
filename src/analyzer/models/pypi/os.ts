/** The operating system's module, as far as it starts programs. */
import { defineModel } from "../schema.ts";

const wait = { call: { waits: { on: "process" } } } as const;

export const os = defineModel({
  name: "os",
  language: "python",
  packages: ["os"],
  versions: "3.8–3.14",
  docs: "https://docs.python.org/3/library/os.html#process-management",
  harmless: true,
  exports: { system: wait, popen: wait, spawnl: wait, spawnv: wait, waitpid: wait, wait },
});
