import { Linter as Linter10, type ESLint, type Linter } from "eslint";
import { Linter as Linter9 } from "eslint9";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { inFolder } from "./in-folder.ts";

const LINTERS = { "ESLint 10": Linter10, "ESLint 9": Linter9 as unknown as typeof Linter10 } as const;

const NOTIFY = `export const notify = (id) => fetch("https://hooks.example/" + id);\n`;
const faulty = (from: string): string => `import { PrismaClient } from "@prisma/client";
import { notify } from "${from}";
const prisma = new PrismaClient();
export const pay = (id) => prisma.$transaction(async (tx) => {
  await tx.order.update({ where: { id }, data: { paid: true } });
  await notify(id);
});
`;
const CONFIG: Linter.Config = { files: ["**/*"], plugins: { lockscan: plugin }, rules: { "lockscan/no-network-in-transaction": "error" } };
const EVERYWHERE: Linter.Config[] = [{ files: ["**/*.*", "**/<input>"] }, CONFIG];

const found = (messages: readonly Linter.LintMessage[]): readonly string[] =>
  messages.map(({ ruleId, line, message }) => (ruleId === null ? message : `line ${line}`));

describe.each(Object.entries(LINTERS))("%s", (_, Host) => {
  it("a file that is not on the disk yet sees those that are", async () => {
    const messages = await inFolder({ "lib/notify.js": NOTIFY }, (folder) => new Host({ cwd: folder }).verify(faulty("./lib/notify.js"), EVERYWHERE, "new.js"));
    expect(found(messages)).toEqual(["line 6"]);
  });

  it("text without a file name stands in the working directory", async () => {
    const messages = await inFolder({ "notify.js": NOTIFY }, (folder) => new Host({ cwd: folder }).verify(faulty("./notify.js"), CONFIG));
    expect(found(messages)).toEqual(["line 6"]);
  });

  it("a text that is edited counts as it is, not as it was saved", async () => {
    const files = { "notify.js": NOTIFY, "pay.js": faulty("./notify.js") };
    const edited = files["pay.js"].replace("  await notify(id);\n", "");
    expect(found(await inFolder(files, (folder) => new Host({ cwd: folder }).verify(edited, EVERYWHERE, "pay.js")))).toEqual([]);
    expect(
      found(await inFolder({ ...files, "pay.js": edited }, (folder) => new Host({ cwd: folder }).verify(files["pay.js"], EVERYWHERE, "pay.js"))),
    ).toEqual(["line 6"]);
  });

  it("a block that a processor cuts out imports from where the whole file stands", async () => {
    const processor: Linter.Processor = {
      preprocess: (text) => [...text.matchAll(/```js\n([\s\S]*?)```/g)].map(([, block = ""], index) => ({ text: block, filename: `${index}.js` })),
      postprocess: (blocks) => blocks.flat(), supportsAutofix: false,
    };
    const config: Linter.Config[] = [
      { files: ["**/*.md"], plugins: { blocks: { processors: { md: processor } } satisfies ESLint.Plugin }, processor: "blocks/md" },
      ...EVERYWHERE,
    ];
    const text = `# Paying\n\n\`\`\`js\n${faulty("./notify.js")}\`\`\`\n\n\`\`\`js\nnotify();\n\`\`\`\n`;
    const messages = await inFolder({ "help/notify.js": NOTIFY }, (folder) =>
      new Host({ cwd: folder }).verify(text, config, { filename: join(folder, "help/README.md"), filterCodeBlock: () => true }),
    );
    expect(found(messages)).toEqual(["line 6"]);
  });

  it("a package of a workspace sees its neighbours", async () => {
    const files = {
      "package.json": `{ "workspaces": ["packages/*"] }`,
      "packages/notify/package.json": `{ "name": "@acme/notify", "main": "index.js" }`,
      "packages/notify/index.js": NOTIFY,
      "packages/pay/package.json": "{}",
      "packages/pay/pay.js": faulty("@acme/notify"),
    };
    const messages = await inFolder(files, (folder) => new Host({ cwd: join(folder, "packages/pay") }).verify(files["packages/pay/pay.js"], EVERYWHERE, "pay.js"));
    expect(found(messages)).toEqual(["line 6"]);
  });

  it("tests are left alone unless the settings say otherwise, and what the project ignores always", async () => {
    const files = { "notify.js": NOTIFY, "pay.test.js": faulty("./notify.js"), "old/pay.js": faulty("../notify.js"), "lockscan.json": `{ "ignore": ["old/"] }` };
    const lint = (path: keyof typeof files, settings: Record<string, unknown>) =>
      inFolder(files, (folder) => new Host({ cwd: folder }).verify(files[path], [...EVERYWHERE, { settings: { lockscan: settings } }], path));
    expect(found(await lint("pay.test.js", {}))).toEqual([]);
    expect(found(await lint("pay.test.js", { includeTests: true }))).toEqual(["line 6"]);
    expect(found(await lint("old/pay.js", { includeTests: true }))).toEqual([]);
  });

  it("files in other languages are left alone", async () => {
    const parser = {
      parseForESLint: () => ({
        ast: {
          type: "Program",
          body: [],
          tokens: [],
          comments: [],
          range: [0, 0],
          loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } },
        },
      }),
    };
    const config: Linter.Config[] = [...EVERYWHERE, { languageOptions: { parser: parser } }];
    expect(found(await inFolder({}, (folder) => new Host({ cwd: folder }).verify("<template/>", config, "App.vue")))).toEqual([]);
  });
});
