#!/usr/bin/env node
/** The one file that touches the process. */
import { main } from "./main.ts";

process.exitCode = main(process.argv.slice(2), {
  folder: process.cwd(), environment: process.env,
  out: { write: (text) => void process.stdout.write(text), isTerminal: process.stdout.isTTY === true },
  err: { write: (text) => void process.stderr.write(text), isTerminal: process.stderr.isTTY === true },
});
