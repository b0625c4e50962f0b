/** The user's own settings: `lockscan.json` at the root. What it says wrongly is refused, with the place of it. */
import ignore from "ignore";
import { posix } from "node:path";
import type { RuleSetting } from "../check.ts";
import type { LibraryModel } from "../models/schema.ts";
import { validate, type Shape } from "../models/validate.ts";
import { libraryModel } from "../models/words.ts";
import type { AnyRule, OptionSchema, Severity } from "../rule.ts";
import type { Host } from "./host.ts";
import { isRecord, readJson } from "./read-json.ts";

export const SETTINGS_FILE = "lockscan.json";

export type Settings = Readonly<{
  models: readonly LibraryModel[];
  /** The rules chosen, with what the file says of them: less those that it turns off, and with others that it turns on. */
  configure: (chosen: readonly AnyRule[]) => readonly RuleSetting[];
  ignores: (file: string) => boolean;
}>;
export type SettingsRead = Readonly<{ ok: true; settings: Settings } | { ok: false; message: string }>;

type Level = "off" | Severity | "warn";
type Pair = readonly [Level?, Readonly<Record<string, unknown>>?];
type Written = Readonly<{ models?: readonly LibraryModel[]; rules?: Readonly<Record<string, Level | Pair>>; ignore?: readonly string[] }>;

/** `rules` are all there are: the file may speak of each. */
export function readSettings(host: Host, root: string, rules: readonly AnyRule[]): SettingsRead {
  const text = host.read(posix.join(root, SETTINGS_FILE))?.toString("utf8").replace(/^\ufeff/, "");
  if (text === undefined) return { ok: true, settings: settingsOf({}, rules) };
  const value = readJson(text);
  if (!isRecord(value)) return { ok: false, message: `${SETTINGS_FILE}: ${whyNotJson(text)}` };
  const problem = validate(SHAPE, value, "") ?? ruleProblem(value, rules);
  if (problem !== null) return { ok: false, message: `${SETTINGS_FILE}: ${problem}` };
  return { ok: true, settings: settingsOf(value, rules) };
}

const level: Shape = { is: "word", of: ["off", "warn", "warning", "error"] };
const SHAPE: Shape = {
  is: "record", needs: [],
  of: {
    $schema: { is: "text" }, models: { is: "list", of: libraryModel }, ignore: { is: "list", of: { is: "text" } },
    rules: { is: "map", of: { is: "either", of: [level, { is: "list", of: { is: "either", of: [level, { is: "map", of: { is: "anything" } }] } }] } },
  },
};

function settingsOf({ models = [], rules = {}, ignore: globs = [] }: Written, all: readonly AnyRule[]): Settings {
  const matcher = ignore().add([...globs]);
  return {
    models, ignores: (file) => globs.length > 0 && matcher.ignores(file),
    configure: (chosen) => all.flatMap((rule): RuleSetting[] => {
      const [written = null, options = {}] = toPair(rules[rule.name] ?? rules[`lockscan/${rule.name}`]);
      return written === "off" || (written === null && !chosen.includes(rule))
        ? []
        : [{ rule, options, ...(written === null ? {} : { severity: written === "warn" ? "warning" : written }) }];
    }),
  };
}

const toPair = (written: Level | Pair | undefined): Pair => (typeof written === "string" ? [written] : (written ?? []));

function ruleProblem({ rules: written = {} }: Written, rules: readonly AnyRule[]): string | null {
  for (const [name, value] of Object.entries(written)) {
    const rule = rules.find((one) => one.name === name.replace(/^lockscan\//, ""));
    if (!rule) return `rules.${name}: there is no such rule`;
    if (typeof value === "string") continue;
    if (typeof value[0] !== "string") return `rules.${name}[0]: "off", "warning" or "error" comes first`;
    const problem = validate(
      { is: "record", needs: [], of: Object.fromEntries(Object.entries(rule.meta.schema).map(([key, schema]) => [key, shapeOf(schema)])) },
      value[1] ?? {},
      `rules.${name}[1]`,
    );
    if (problem !== null) return problem;
  }
  return null;
}

/** The part of JSON Schema that options are written in. */
function shapeOf(schema: OptionSchema): Shape {
  const { type, items } = schema;
  const words = schema["enum"];
  if (Array.isArray(words)) return { is: "word", of: words.map(String) };
  if (type === "array") return { is: "list", of: isRecord(items) ? shapeOf(items) : { is: "anything" } };
  if (type === "string") return { is: "text" };
  if (type === "integer" || type === "number") return { is: "number" };
  return type === "boolean" ? { is: "boolean" } : { is: "anything" };
}

function whyNotJson(text: string): string {
  try {
    JSON.parse(text);
    return "an object is expected";
  } catch (error) {
    return `not readable as JSON: ${error instanceof Error ? error.message.split("\n")[0] ?? "" : ""}`;
  }
}
