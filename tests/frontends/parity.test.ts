import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseModule } from "../../src/analyzer/frontends/estree/parse.ts";
import { parsePython } from "../../src/analyzer/frontends/python/parse.ts";
import type { IrModule } from "../../src/analyzer/ir/nodes.ts";
import { printModule } from "../../src/analyzer/ir/print.ts";
import { filePath } from "../../src/analyzer/source.ts";
import { readSuite, type Case } from "../harness/read-suite.ts";

const suite = readFileSync(new URL("parity.md", import.meta.url), "utf8");

/** Languages write modules and constructors' names their own way, and a module of TypeScript may wait; nothing else is evened out. */
function print(one: Case, language: string): string {
  const file = one.files.find((candidate) => candidate.language === language);
  const parsed = (language === "py" ? parsePython : parseModule)(filePath(`main.${language}`), file?.text ?? "");
  expect(parsed.ok).toBe(true);
  return parsed.ok ? even(parsed.module) : "";
}

const even = (module: IrModule): string =>
  printModule(module)
    .replace("of ./pay", "of pay")
    .replace("of .pay", "of pay")
    .replace("Store.__init__", "Store.constructor")
    .replace(/^async main/m, "main");

describe("Python and TypeScript that mean the same become the same", () => {
  const differing = new Set([...suite.matchAll(/^## (.*)\n(?:(?!^## )[^])*?^differs:/gm)].map((match) => match[1]));
  it.each(readSuite(suite).map((one) => [one.title.replace(/^.* › /, ""), one] as const))("%s", (title, one) => {
    if (differing.has(title)) expect(print(one, "py")).not.toBe(print(one, "ts"));
    else expect(print(one, "py")).toBe(print(one, "ts"));
  });
});
