/** The command line's words. */
import { parseArgs } from "node:util";
import { refuse, type Result } from "./io.ts";

export const COMMANDS = ["scan", "rules", "explain", "timeline", "coverage", "init"] as const;
export const FORMATS = ["pretty", "json", "sarif", "github", "markdown"] as const;
export type Command = (typeof COMMANDS)[number];
export type Format = (typeof FORMATS)[number];

export type Arguments = Readonly<{
  command: Command; words: readonly string[]; format: Format; rules: string; includeTests: boolean; types: boolean; maxFindings: number | null;
  /** A folder that is named turns the cache on too. */
  cache: boolean; cacheFolder: string | null; write: boolean; help: boolean; version: boolean;
}>;

const OPTIONS = {
  format: { type: "string", short: "f", default: "pretty" },
  rules: { type: "string", short: "r", default: "recommended" },
  "include-tests": { type: "boolean", default: false },
  types: { type: "boolean", default: false },
  "max-findings": { type: "string" },
  cache: { type: "boolean", default: false },
  "cache-folder": { type: "string" },
  write: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", short: "v", default: false },
} as const;

export function readArguments(argv: readonly string[]): Result<Arguments> {
  const parsed = parse(argv);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const command = oneOf(COMMANDS, positionals[0] ?? "");
  const format = oneOf(FORMATS, values.format);
  if (!format) return refuse(`unknown format "${values.format}": one of ${FORMATS.join(", ")}`);
  const maxFindings = values["max-findings"] === undefined ? null : Number(values["max-findings"]);
  if (maxFindings !== null && !(Number.isInteger(maxFindings) && maxFindings >= 0)) return refuse("--max-findings takes a whole number");
  return {
    ok: true,
    value: {
      command: command ?? "scan",
      words: command ? positionals.slice(1) : positionals,
      format,
      rules: values.rules,
      includeTests: values["include-tests"],
      types: values.types,
      maxFindings,
      cache: values.cache,
      cacheFolder: values["cache-folder"] ?? null,
      write: values.write,
      help: values.help,
      version: values.version,
    },
  };
}

const oneOf = <T extends string>(known: readonly T[], word: string): T | null => known.find((one) => one === word) ?? null;

function parse(argv: readonly string[]) {
  try {
    return { ok: true as const, value: parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true }) };
  } catch (error) {
    return refuse(error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? error.message) : String(error));
  }
}
