#!/usr/bin/env node
/** The one file that touches the process. */
import { posixPath } from "../analyzer/project/posix-path.ts";
import type { Io } from "./io.ts";
import { replay } from "./replay.ts";

// Whoever reads the output may stop reading.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => process.exit());

try {
  const argv = process.argv.slice(2);
  const io: Io = {
    folder: posixPath(process.cwd()), environment: process.env,
    out: { write: (text) => void process.stdout.write(text), isTerminal: process.stdout.isTTY },
    err: { write: (text) => void process.stderr.write(text), isTerminal: process.stderr.isTTY },
  };
  process.exitCode = replay(argv, io) ?? (await import("./main.ts")).main(argv, io);
} catch (error) {
  process.stderr.write(`lockscan: cannot start: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}\n`);
  process.exitCode = 2;
}
