/** Command lines: what a command's handler does happens once, when its program is started. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const again = { call: { returns: "receiver" } } as const;
const given = { call: { returns: "receiver", runsOnce: [{ argument: 0 }] } } as const;
const program = { instance: "Command", construct: { returns: "Command" }, call: { returns: "Command" } } as const;
const yargs = { instance: "Yargs", construct: { returns: "Yargs" }, call: { returns: "Yargs" } } as const;
const described = { call: { runsOnce: [{ argument: 0, path: ["run"] }] } } as const;

export const npmCommandLines = defineModel({
  name: "npm-command-lines",
  language: "javascript",
  packages: ["commander", "yargs", "yargs/*", "cac", "citty"],
  versions: "commander 7–14; yargs 15–18; cac 6; citty 0",
  docs: "https://github.com/tj/commander.js#action-handler",
  harmless: true,
  exports: {
    // The default export of two of them: each has the methods of one.
    default: { ...yargs, instance: "Either", call: { returns: "Either" }, construct: { returns: "Either" } },
    Command: program,
    program: "Command",
    createCommand: program,
    cac: program,
    defineCommand: described,
    runMain: local,
  },
  types: {
    Command: { members: { command: { call: { returns: "Command" } }, action: given, parse: local, parseAsync: local, opts: local, args: local }, others: again },
    Yargs: {
      members: { command: { call: { returns: "receiver", runsOnce: [{ argument: 3 }, { argument: 2 }, { argument: 0, path: ["handler"] }] } }, argv: local, parse: local, parseSync: local },
      others: again,
    },
    Either: { extends: "Yargs", members: { action: given } },
  },
});
