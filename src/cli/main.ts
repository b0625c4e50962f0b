/** Words in, exit code out. Whatever goes wrong inside is said in one line. */
import { readArguments, type Arguments } from "./arguments.ts";
import { scan } from "./commands/scan.ts";
import { refuse, type ExitCode, type Io, type Result } from "./io.ts";

export function main(argv: readonly string[], io: Io): ExitCode {
  const done = attempt(argv, io);
  if (done.ok) return done.value;
  io.err.write(`lockscan: ${done.message}\n`);
  return 2;
}

function attempt(argv: readonly string[], io: Io): Result<ExitCode> {
  const words = readArguments(argv);
  if (!words.ok) return words;
  try {
    return run(words.value, io);
  } catch (error) {
    return refuse(`failed inside: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`);
  }
}

function run(words: Arguments, io: Io): Result<ExitCode> {
  switch (words.command) {
    case "scan":
      return scan(words, io);
    default:
      return refuse(`${words.command} is not there yet`);
  }
}
