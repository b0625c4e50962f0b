/** Command lines: what their decorators stand on, and what they are handed, runs once, when its program is started. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const run = { call: { runsOnce: [{ argument: 0 }] } } as const;
/** The one that is chosen is called by the program: `args.func(args)`. */
const handlers = ["func", "function", "handler", "callback", "run", "main", "cmd", "command", "action", "entry_point"].map((argument) => ({ argument }));
const reads = { call: { readsArguments: true } } as const;
const command = { call: { returns: "Command", runsOnce: true } } as const;

export const commandLines = defineModel({
  name: "command-lines",
  language: "python",
  packages: ["click", "click/*", "rich_click", "asyncclick", "typer", "cyclopts", "argparse", "fire", "flask.cli", "transformers.hf_argparser"],
  versions: "click 7–8; typer 0; cyclopts 2–4; fire 0; argparse of Python 3.8–3.14",
  docs: "https://click.palletsprojects.com/en/stable/commands/",
  harmless: true,
  exports: {
    command,
    group: command,
    Group: { construct: { returns: "Command" } },
    Typer: { construct: { returns: "Command" } },
    App: { construct: { returns: "Command" } },
    run,
    Fire: run,
    ArgumentParser: { instance: "Parser", construct: { returns: "Parser" } },
    HfArgumentParser: { instance: "Parser", construct: { returns: "Parser" } },
    AppGroup: { construct: { returns: "Command" } },
    FlaskGroup: { construct: { returns: "Command" } },
    _SubParsersAction: { instance: "Parser" },
    option: local,
    argument: local,
    echo: local,
  },
  types: {
    // Those of a parser, and of one among its commands.
    Parser: {
      members: {
        add_subparsers: { call: { returns: "Parser" } },
        add_parser: { call: { returns: "Parser" } },
        parse_args: reads,
        parse_known_args: reads,
        parse_intermixed_args: reads,
        parse_args_into_dataclasses: reads,
        set_defaults: { call: { runsOnce: handlers } },
      },
    },
    // A group of commands, and what its methods give to decorate with.
    Command: {
      call: { returns: "Command", runsOnce: true },
      members: { command, group: command, callback: command, default: command, add_command: local, add_typer: local },
    },
  },
});
