/** `lockscan rules`: what can be found. */
import { rules as all } from "../../rules/index.ts";
import type { Arguments } from "../arguments.ts";
import type { ExitCode, Io, Result } from "../io.ts";
import { chooseStyle } from "../style.ts";

export function rules(words: Arguments, io: Io): Result<ExitCode> {
  if (words.format === "json") io.out.write(`${JSON.stringify(all.map(({ name, meta }) => ({ name, ...about(meta) })), null, 2)}\n`);
  else {
    const style = chooseStyle(io);
    const width = Math.max(...all.map(({ name }) => name.length));
    for (const { name, meta } of all) io.out.write(`${style.bold(name.padEnd(width))}  ${meta.config.padEnd(11)}  ${style.dim(meta.description)}\n`);
  }
  return { ok: true, value: 0 };
}

const about = ({ description, config, severity, fixable, hasSuggestions }: (typeof all)[number]["meta"]) => ({
  description,
  config,
  severity,
  fixable,
  hasSuggestions,
});
