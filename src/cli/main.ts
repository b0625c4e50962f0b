/** Words in, exit code out. Whatever goes wrong inside is said in one line. */
import { readArguments, type Arguments, type Command } from "./arguments.ts";
import { coverage } from "./commands/coverage.ts";
import { explain } from "./commands/explain.ts";
import { init } from "./commands/init.ts";
import { rules } from "./commands/rules.ts";
import { scan } from "./commands/scan.ts";
import { timeline } from "./commands/timeline.ts";
import { HELP } from "./help.ts";
import { refuse, type ExitCode, type Io, type Result } from "./io.ts";
import { VERSION } from "./version.ts";

const COMMANDS: Readonly<Record<Command, (words: Arguments, io: Io) => Result<ExitCode>>> = { scan, rules, explain, timeline, coverage, init };

export function main(argv: readonly string[], io: Io): ExitCode {
  const done = attempt(argv, io);
  if (done.ok) return done.value;
  io.err.write(`lockscan: ${done.message}\n`);
  return 2;
}

function attempt(argv: readonly string[], io: Io): Result<ExitCode> {
  const words = readArguments(argv);
  if (!words.ok) return words;
  if (words.value.help || words.value.version) {
    io.out.write(words.value.help ? HELP : `${VERSION}\n`);
    return { ok: true, value: 0 };
  }
  try {
    return COMMANDS[words.value.command](words.value, io);
  } catch (error) {
    return refuse(`failed inside: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`);
  }
}
