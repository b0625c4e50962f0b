/** Writes what is derived from other files: indexes, tables, excerpts. `--check` only says whether all of it is fresh. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { commandOutput, fence, firstFinding } from "./command-output.ts";
import { fill } from "./excerpts.ts";
import { modelIndex, ruleIndex } from "./indexes.ts";
import { ruleHeader } from "./rule-header.ts";
import { readRules, ruleTable } from "./rule-table.ts";

const ROOT = new URL("../", import.meta.url);
const rules = await readRules();

/** Pages that are not written yet are the tests' business. */
const pages = rules.filter(({ name }) => existsSync(new URL(`docs/rules/${name}.md`, ROOT)));

const outputs: Readonly<Record<string, string>> = {
  "src/analyzer/models/index.ts": modelIndex(),
  "src/rules/index.ts": ruleIndex(),
  "README.md": fill("README.md", {
    finding: fence("text", firstFinding(commandOutput("examples/orders-api/", ["--rules", "no-network-in-transaction"]))),
    eslint: fence("js", commandOutput("", ["init"])),
    help: fence("text", commandOutput("", ["--help"]).split("\n").slice(2).join("\n")),
    rules: ruleTable(rules, "docs/rules/"),
  }),
  "docs/README.md": fill("docs/README.md", { rules: ruleTable(rules, "rules/") }),
  ...Object.fromEntries(pages.map((rule) => [`docs/rules/${rule.name}.md`, fill(`docs/rules/${rule.name}.md`, { header: ruleHeader(rule) })])),
  "CONTRIBUTING.md": fill("CONTRIBUTING.md", {}),
};

const stale = Object.entries(outputs).filter(([path, text]) => {
  const url = new URL(path, ROOT);
  return !existsSync(url) || readFileSync(url, "utf8") !== text;
});
if (!process.argv.includes("--check")) for (const [path, text] of stale) writeFileSync(new URL(path, ROOT), text);
else if (stale.length > 0) {
  console.error(`not fresh, run \`npm run generate\`: ${stale.map(([path]) => path).join(", ")}`);
  process.exitCode = 1;
}
