/** Child processes: every way to start one and wait for it. */
import { defineModel } from "../schema.ts";

const wait = { call: { waits: { on: "process" } } } as const;
const start = { call: { returns: "Process" } } as const;

export const subprocess = defineModel({
  name: "subprocess",
  language: "python",
  packages: ["subprocess"],
  versions: "3.8–3.14",
  docs: "https://docs.python.org/3/library/subprocess.html",
  exports: {
    run: wait,
    call: wait,
    check_call: wait,
    check_output: wait,
    getoutput: wait,
    getstatusoutput: wait,
    Popen: { instance: "Process", construct: start.call },
  },
  types: {
    Process: { members: { communicate: wait, wait, poll: { call: {} }, kill: { call: {} }, terminate: { call: {} }, send_signal: { call: {} } } },
  },
});
