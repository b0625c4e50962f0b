import { Linter as Linter10, type ESLint, type Linter } from "eslint";
import { Linter as Linter9 } from "eslint9";
import { describe, expect, it } from "vitest";
import { defineRule } from "../../src/analyzer/index.ts";
import { toEslintRule } from "../../src/eslint/to-eslint-rule.ts";
import plugin from "../../src/index.ts";
import { inFolder } from "./in-folder.ts";

const LINTERS = { "ESLint 10": Linter10, "ESLint 9": Linter9 as unknown as typeof Linter10 } as const;

const NOTIFY = "import requests\n\n\ndef notify(id):\n    requests.post(\"https://hooks.example\", json={\"id\": id})\n";
const PAY = `from django.db import transaction
from notify import notify
from models import Order

ŝ = "𝕏"


def pay(id):
    with transaction.atomic():
        Order.objects.filter(id=id).update(paid=True)
        notify(id)
`;
const MODELS = "from django.db import models\n\n\nclass Order(models.Model):\n    paid = models.BooleanField()\n";
const FILES = { "pay.py": PAY, "notify.py": NOTIFY, "models.py": MODELS, "requirements.txt": "django\nrequests\n" };
const CONFIG: Linter.Config[] = [plugin.configs.recommended, plugin.configs.python];

const NETWORK = "lockscan/no-network-in-transaction";

/** Renames functions named "old". */
const rename = toEslintRule(
  defineRule({
    name: "no-old",
    meta: {
      description: "Disallow functions named old",
      config: "recommended",
      severity: "error",
      fixable: true,
      hasSuggestions: true,
      messages: { old: "old" },
      options: {},
      schema: {},
    },
    check: (analysis, report) => {
      for (const { name, span } of analysis.runs) {
        const edits = [{ at: { ...span, start: span.start + 4, end: span.start + 7 }, text: "renewed" }];
        if (name === "old")
          report({ message: "old", data: {}, at: span, trace: [], confidence: "high", fix: edits, suggestions: [{ title: "Rename it", edits }] });
      }
    },
  }),
  null,
);

describe.each(Object.entries(LINTERS))("%s", (_, Host) => {
  const lint = (text: string, config: readonly Linter.Config[] = CONFIG, path = "pay.py") =>
    inFolder({ ...FILES, [path]: text }, (folder) => new Host({ cwd: folder }).verify(text, [...config], path));
  const silenced = (comment: string): string => PAY.replace("        notify(id)", `        # ${comment}\n        notify(id)`);
  const rulesIn = (messages: readonly Linter.LintMessage[]) => messages.map(({ ruleId, line }) => `${ruleId ?? "unused"}:${line}`);

  it("finds in Python what the command line finds", async () => {
    const [message, ...more] = await lint(PAY);
    expect(more).toEqual([]);
    expect(message).toMatchObject({ ruleId: NETWORK, line: 11, column: 9, endLine: 11, endColumn: 19 });
    expect(message?.message).toMatch(/\(via notify\.py:5\)$/);
  });

  it("finds the same in text that is being edited", async () => {
    const messages = await inFolder(FILES, (folder) => new Host({ cwd: folder }).verify(`# paid\n${PAY}`, CONFIG, "pay.py"));
    expect(rulesIn(messages)).toEqual([`${NETWORK}:12`]);
  });

  it.each([
    `eslint-disable-next-line ${NETWORK} -- wanted`,
    "lockscan-disable-next-line -- wanted",
    "lockscan-disable-next-line no-network-in-transaction -- wanted",
    `eslint-disable ${NETWORK}`,
    "lockscan-disable",
    `eslint ${NETWORK}: "off"`,
  ])("is silenced by # %s", async (comment) => {
    expect(await lint(silenced(comment))).toEqual([]);
  });

  it.each([
    [`notify(id)  # eslint-disable-line ${NETWORK} -- wanted`, []],
    ["notify(id)  # lockscan-disable-line", []],
    ["notify(id)  # eslint-disable-line lockscan/no-eager-model-load", [`${NETWORK}:11`]],
  ])("or not: %s", async (line, rules) => {
    const quiet: Linter.Config = { linterOptions: { reportUnusedDisableDirectives: "off" } };
    expect(rulesIn(await lint(PAY.replace("notify(id)\n", `${line}\n`), [...CONFIG, quiet]))).toEqual(rules);
  });

  it("says which comments silence nothing", async () => {
    const text = PAY.replace("def pay", `# eslint-disable-next-line ${NETWORK}\ndef pay`);
    expect(rulesIn(await lint(text, [...CONFIG, { linterOptions: { reportUnusedDisableDirectives: "error" } }]))).toEqual(["unused:8", `${NETWORK}:12`]);
  });

  it("applies fixes, and offers suggestions", async () => {
    const config: Linter.Config[] = [
      plugin.configs.python,
      { plugins: { stub: { rules: { "no-old": rename } } satisfies ESLint.Plugin }, rules: { "stub/no-old": "error" } },
    ];
    const text = `${PAY}\n\ndef old():\n    return Order.objects.first()\n`;
    const [message] = await lint(text, config);
    expect(message?.suggestions).toMatchObject([{ desc: "Rename it", fix: { text: "renewed" } }]);
    const fixed = await inFolder(FILES, (folder) => new Host({ cwd: folder }).verifyAndFix(text, config, "pay.py"));
    expect(fixed).toMatchObject({ fixed: true, output: text.replace("def old", "def renewed"), messages: [] });
  });

  it.each([
    ["def broken(:\n    pass\n", 1],
    ["notify(1\n", 2],
    ["values = [1, 2\nnotify()\n", 2],
    ["if x\n    pass\n", 1],
    ["x = 1\ny = = 2\n", 2],
    ["def f():\n    return )\n", 2],
    ["print 'hello'\n", 1],
    ["def f():\n    with a() as b\n        pass\n", 2],
  ])("says where text is no Python: %j", async (text, line) => {
    const messages = await lint(text);
    expect(messages).toMatchObject([{ fatal: true, ruleId: null, line }]);
    expect(messages[0]?.message).toMatch(/^Parsing error: this /);
  });

  it("lints text with a byte order mark, other line ends or nothing in it", async () => {
    expect(rulesIn(await lint(PAY.replaceAll("\n", "\r\n")))).toEqual([`${NETWORK}:11`]);
    expect(rulesIn(await lint(`\ufeff${PAY}`))).toEqual([`${NETWORK}:11`]);
    expect(await lint("")).toEqual([]);
  });

  it("refuses options for a language that has none", async () => {
    await expect(lint(PAY, [...CONFIG, { languageOptions: { ecmaVersion: 2022 } }])).rejects.toThrow("has no options");
  });
});
