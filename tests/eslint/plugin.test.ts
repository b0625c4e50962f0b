import { ESLint as ESLint10, type Linter } from "eslint";
import { ESLint as ESLint9 } from "eslint9";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { rules } from "../../src/rules/index.ts";
import { inFolder } from "./in-folder.ts";

const HOSTS = { "ESLint 10": ESLint10, "ESLint 9": ESLint9 as unknown as typeof ESLint10 } as const;

const FAULTY = `import { PrismaClient } from "@prisma/client";
import { notify } from "./notify.js";
const prisma = new PrismaClient();
export async function pay(id) {
  await prisma.$transaction(async (tx) => {
    await tx.order.update({ where: { id }, data: { paid: true } });
    await notify(id);
  });
}
`;
const FILES = { "pay.js": FAULTY, "notify.js": `export const notify = (id) => fetch("https://hooks.example/" + id);\n` };

const lintIn = (Host: typeof ESLint10, folder: string, config: Linter.Config[], names: string[]) =>
  new Host({ cwd: folder, overrideConfigFile: true, overrideConfig: config }).lintFiles(names);

describe("the plugin", () => {
  it("says its name, its namespace and the package's version", () => {
    const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };
    expect(plugin.meta).toEqual({ name: "eslint-plugin-lockscan", namespace: "lockscan", version });
  });

  it("has every rule, with a description, a schema and defaults", () => {
    expect(Object.keys(plugin.rules)).toEqual(rules.map((rule) => rule.name));
    for (const rule of Object.values(plugin.rules)) {
      expect(rule.meta?.docs?.description).toMatch(/^(?:Disallow|Require|Enforce|Prefer) /);
      expect(rule.meta?.schema).toMatchObject([{ type: "object", additionalProperties: false }]);
      expect(rule.meta?.defaultOptions).toHaveLength(1);
    }
  });

  it("has configs that hold one another", () => {
    const { recommended, strict, all } = plugin.configs;
    const names = (config: Linter.Config) => Object.keys(config.rules ?? {});
    expect(names(all)).toEqual(rules.map((rule) => `lockscan/${rule.name}`));
    expect(names(strict)).toEqual(expect.arrayContaining(names(recommended)));
    expect(names(recommended)).toEqual(rules.filter((rule) => rule.meta.config === "recommended").map((rule) => `lockscan/${rule.name}`));
  });
});

describe.each(Object.entries(HOSTS))("%s", (_, Host) => {
  it.each(["recommended", "strict", "all"] as const)("finds through %s what another file does", async (name) => {
    const results = await inFolder(FILES, (folder) => lintIn(Host, folder, [plugin.configs[name]], ["*.js"]));
    const found = results.flatMap(({ messages }) => messages.map(({ ruleId, line, message }) => `${ruleId ?? ""} ${line} ${message}`));
    expect(found).toEqual([expect.stringMatching(/^lockscan\/no-network-in-transaction 7 .* \(via notify\.js:1\)$/)]);
  });

  it("goes by another name where a config says so", async () => {
    const config: Linter.Config = { plugins: { locks: plugin }, rules: { "locks/no-network-in-transaction": "warn" } };
    const results = await inFolder(FILES, (folder) => lintIn(Host, folder, [config], ["pay.js"]));
    expect(results[0]?.messages).toMatchObject([{ ruleId: "locks/no-network-in-transaction", severity: 1 }]);
  });

  it("leaves directives of ESLint to ESLint, and reads its own", async () => {
    const silenced = (comment: string) => FAULTY.replace("    await notify", `    // ${comment}\n    await notify`);
    const files = {
      ...FILES, "eslint.js": silenced("eslint-disable-next-line lockscan/no-network-in-transaction -- wanted"), "own.js": silenced("lockscan-disable-next-line -- wanted"),
      "idle.js": `// eslint-disable-next-line lockscan/no-network-in-transaction\n${FILES["notify.js"]}`,
    };
    const config = [plugin.configs.recommended, { linterOptions: { reportUnusedDisableDirectives: "error" } } satisfies Linter.Config];
    const results = await inFolder(files, (folder) => lintIn(Host, folder, config, ["eslint.js", "own.js", "idle.js"]));
    const said = results.map(({ filePath, messages, suppressedMessages }) => [
      basename(filePath),
      messages.map(({ ruleId, line }) => `${ruleId ?? "unused"}:${line}`),
      suppressedMessages.length,
    ]);
    expect(said).toEqual(expect.arrayContaining([["eslint.js", [], 1], ["own.js", [], 0], ["idle.js", ["unused:1"], 0]]));
  });
});
