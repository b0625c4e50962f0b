import { Linter as Linter10, type ESLint, type Linter } from "eslint";
import { Linter as Linter9 } from "eslint9";
import { describe, expect, it } from "vitest";
import { defineRule, filePath, type AnyRule, type Confidence, type Edit } from "../../src/analyzer/index.ts";
import { toEslintRule } from "../../src/eslint/to-eslint-rule.ts";
import { inFolder } from "./in-folder.ts";

const LINTERS = { "ESLint 10": Linter10, "ESLint 9": Linter9 as unknown as typeof Linter10 } as const;

const SOURCE = `import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export function old() {
  return prisma.user.findMany().then(Boolean);
}
`;
const AFTER = SOURCE.replace("function old", "function renewed");

type Options = { elsewhere: boolean; confidence: Confidence };

/** Reports functions named "old" and renames them, if asked for by an edit in another file as well. */
function stub(given: Partial<Options>): AnyRule {
  const { elsewhere, confidence }: Options = { elsewhere: false, confidence: "high", ...given };
  return defineRule({
    name: "no-old",
    meta: {
      description: "Disallow functions named old", config: "recommended", severity: "error", fixable: true, hasSuggestions: true,
      messages: { old: "{{name}} is old." }, options: {}, schema: {},
    },
    check: (analysis, report) => {
      for (const { name, span } of analysis.runs) {
        if (name !== "old") continue;
        const rename: Edit = { at: { ...span, start: span.start + 9, end: span.start + 12 }, text: "renewed" };
        const other: Edit = { at: { file: filePath("other.js"), start: 0, end: 0 }, text: "// renewed\n" };
        const edits = elsewhere ? [rename, other] : [rename];
        report({
          message: "old",
          data: { name },
          at: span,
          confidence,
          fix: edits,
          suggestions: [{ title: "Rename it", edits }],
          trace: [
            { span, note: "here" },
            { span: { ...span, start: span.start + 14 }, note: "there" },
            { span: { file: filePath("other.js"), start: 3, end: 4 }, note: "elsewhere" },
          ],
        });
      }
    },
  });
}

const configOf = (rule: AnyRule, settings: Record<string, unknown> = {}, options: Record<string, unknown> = {}): Linter.Config => ({
  plugins: { stub: { rules: { "no-old": toEslintRule(rule, null) } } satisfies ESLint.Plugin },
  rules: { "stub/no-old": ["error", options] },
  settings: { lockscan: settings },
});

const lint = (Host: typeof Linter10, text: string, config: Linter.Config): Promise<Linter.LintMessage[]> =>
  inFolder({ "main.js": text, "other.js": "\nlet x;\n" }, (folder) => new Host({ cwd: folder }).verify(text, config, "main.js"));

describe.each(Object.entries(LINTERS))("%s", (_, Host) => {
  it("places a finding, and says after its message where it leads", async () => {
    const [message, ...more] = await lint(Host, SOURCE, configOf(stub({})));
    expect(more).toEqual([]);
    expect(message).toMatchObject({ line: 3, column: 8, endLine: 5, endColumn: 2, messageId: "old", message: "old is old. (via main.js:3 → other.js:2)" });
  });

  it("applies a fix once", async () => {
    const run = (text: string) => inFolder({ "main.js": text }, (folder) => new Host({ cwd: folder }).verifyAndFix(text, configOf(stub({})), "main.js"));
    expect(await run(SOURCE)).toMatchObject({ fixed: true, output: AFTER, messages: [] });
    expect(await run(AFTER)).toMatchObject({ fixed: false, output: AFTER, messages: [] });
  });

  it("offers suggestions", async () => {
    const [message] = await lint(Host, SOURCE, configOf(stub({})));
    const start = SOURCE.indexOf("old");
    expect(message?.suggestions).toEqual([{ desc: "Rename it", fix: { range: [start, start + 3], text: "renewed" } }]);
  });

  it("offers no half of an edit that reaches into another file", async () => {
    const [message] = await lint(Host, SOURCE, configOf(stub({ elsewhere: true })));
    expect(message?.messageId).toBe("old");
    expect(message?.fix).toBeUndefined();
    expect(message?.suggestions ?? []).toEqual([]);
  });

  it("leaves out what is less sure than the settings or the rule's own option ask for", async () => {
    const low = stub({ confidence: "low" });
    const count = async (config: Linter.Config) => (await lint(Host, SOURCE, config)).length;
    expect(await count(configOf(low))).toBe(0);
    expect(await count(configOf(low, { confidence: "low" }))).toBe(1);
    expect(await count(configOf(low, {}, { confidence: "low" }))).toBe(1);
    expect(await count(configOf(low, { confidence: "low" }, { confidence: "medium" }))).toBe(0);
    expect(await count(configOf(stub({ confidence: "medium" }), { confidence: "high" }))).toBe(0);
  });

  it("refuses settings and options that it does not know", async () => {
    await expect(lint(Host, SOURCE, configOf(stub({}), { confidence: "some" }))).rejects.toThrow("settings.lockscan.confidence takes high, medium, low");
    await expect(lint(Host, SOURCE, configOf(stub({}), { folder: "." }))).rejects.toThrow("settings.lockscan.folder is not known");
    await expect(lint(Host, SOURCE, configOf(stub({}), {}, { unknown: true }))).rejects.toThrow(/unknown|additional/i);
  });
});
