/** Command lines: what their decorators stand on runs once, when its program is started. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const command = { call: { returns: "Command", runsOnce: true } } as const;

export const commandLines = defineModel({
  name: "command-lines",
  language: "python",
  packages: ["click", "click/*", "rich_click", "asyncclick", "typer", "cyclopts"],
  versions: "click 7–8; typer 0; cyclopts 2–4",
  docs: "https://click.palletsprojects.com/en/stable/commands/",
  harmless: true,
  exports: {
    command,
    group: command,
    Group: { construct: { returns: "Command" } },
    Typer: { construct: { returns: "Command" } },
    App: { construct: { returns: "Command" } },
    option: local,
    argument: local,
    echo: local,
  },
  types: {
    // A group of commands, and what its methods give to decorate with.
    Command: {
      call: { returns: "Command", runsOnce: true },
      members: { command, group: command, callback: command, default: command, add_command: local, add_typer: local },
    },
  },
});
