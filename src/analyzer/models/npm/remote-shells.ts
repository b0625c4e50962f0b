/** Commands on other machines, over SSH. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const rpc = { call: { waits: { on: "rpc" } } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;

export const remoteShells = defineModel({
  name: "remote-shells",
  language: "javascript",
  packages: ["node-ssh", "ssh2-promise"],
  versions: "node-ssh 12–13; ssh2-promise 1",
  docs: "https://github.com/steelbrain/node-ssh#readme",
  exports: {
    NodeSSH: { instance: "Shell", construct: { returns: "Shell" } },
    default: { instance: "Shell", construct: { returns: "Shell" } },
  },
  types: {
    Shell: { members: { isConnected: local, getConnection: local, dispose: local, on: listen, once: listen }, others: rpc },
  },
});
