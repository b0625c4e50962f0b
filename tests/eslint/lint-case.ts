/** Runs a suite's case through a real ESLint, in a folder of its own. */
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter as Linter10, type Linter } from "eslint";
import { Linter as Linter9 } from "eslint9";
import plugin from "../../src/index.ts";
import type { Case, SuiteFile } from "../harness/read-suite.ts";
import { inFolder } from "./in-folder.ts";

export const LINTERS = { "ESLint 10": Linter10, "ESLint 9": Linter9 as unknown as typeof Linter10 } as const;

/** `edited`: ESLint is shown a text that is not the disk's, as in an editor; its own tree is analyzed then. */
export type Manner = Readonly<{ linter: keyof typeof LINTERS; edited: boolean }>;

export const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx|py)$/;
const TYPED = /\.(?:[cm]?ts|tsx)$/;

export function lintCase(one: Case, rules: readonly string[], manner: Manner): Promise<readonly string[]> {
  return inFolder(Object.fromEntries(one.files.map((file) => [file.path, file.text])), (folder) => {
    const linter = new LINTERS[manner.linter]({ cwd: folder });
    return one.files.filter((file) => SOURCE.test(file.path)).flatMap((file) => lintFile(linter, file, rules, one.options, manner));
  });
}

function lintFile(linter: Linter, file: SuiteFile, rules: readonly string[], options: Case["options"], { edited }: Manner): readonly string[] {
  const text = edited ? `${file.text}\n` : file.text;
  return linter.verify(text, configFor(file.path, rules, options), file.path).map(({ line, column, ruleId, messageId, message }) =>
    `${file.path}:${line}:${column} ${ruleId ?? "fatal"} ${messageId ?? ""} ${message.replace(/ \(via .*\)$/, "")}`);
}

function configFor(path: string, rules: readonly string[], options: Case["options"]): Linter.Config[] {
  const all: Linter.Config = {
    plugins: { lockscan: plugin }, settings: { lockscan: { confidence: "low", includeTests: true } }, linterOptions: { reportUnusedDisableDirectives: false },
    rules: Object.fromEntries(rules.map((rule) => [`lockscan/${rule}`, ["error", options]])),
  };
  if (path.endsWith(".py")) return [plugin.configs.python, all];
  const sourceType = path.endsWith(".cjs") ? "commonjs" : "module";
  const languageOptions: Linter.Config["languageOptions"] = { sourceType, parserOptions: { ecmaFeatures: { jsx: true } } };
  return [all, { files: ["**/*.*"], languageOptions: TYPED.test(path) ? { ...languageOptions, parser: typescriptParser } : languageOptions }];
}
