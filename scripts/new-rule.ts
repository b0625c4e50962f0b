/** `npm run new:rule no-sleep-in-transaction`: the rule, its page and its suite, each ready to be filled and failing until it is. */
import { existsSync, writeFileSync } from "node:fs";
import { camel } from "./indexes.ts";

const ROOT = new URL("../", import.meta.url);

const ruleFile = (name: string): string => `import { defineRule, duringTransactions } from "../analyzer/index.ts";

export const ${camel(name)} = defineRule({
  name: "${name}",
  meta: {
    description: "Disallow …",
    config: "all", severity: "error", fixable: false, hasSuggestions: false,
    messages: {
      found: "Says what happens ({{name}}). Says what to do instead.",
    },
    options: {},
    schema: {},
  },
  check(analysis, report) {
    // The words that rules speak are exported by the analyzer; this one gives everything that happens while a transaction is open.
    for (const { what, at, trace, confidence } of duringTransactions(analysis)) {
      if (what.effect.kind !== "wait" || what.effect.on !== "timer") continue;
      report({ message: "found", data: { name: what.name }, at, trace, confidence });
    }
  },
});
`;

const EXAMPLE = `\`\`\`ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export async function pay(id: string) {
  await prisma.$transaction(async (tx) => {
    await tx.order.update({ where: { id }, data: { paid: true } }); // finding: found
  });
}
\`\`\`
`;

const page = (name: string): string => `# ${name}

<!-- begin header -->
<!-- end header -->

## Why

What goes wrong, for whom, and how it shows.

## Examples

### What is found

${EXAMPLE}
## Limits

What it does not see.

## When not to use it

Where it is right to do this.
`;

const suite = (name: string): string => `# ${name}

# Finds

## in the simplest case

${EXAMPLE}
# Leaves alone

## what is no fault

\`\`\`ts
export const nothing = 1; // ok
\`\`\`
`;

const [name = ""] = process.argv.slice(2);
const files = { [`src/rules/${name}.ts`]: ruleFile(name), [`docs/rules/${name}.md`]: page(name), [`tests/rules/${name}.md`]: suite(name) };
const known = Object.keys(files).filter((path) => existsSync(new URL(path, ROOT)));

if (!/^(?:no|require|prefer|consistent|bounded)(?:-[a-z0-9]+)+$/.test(name) || known.length > 0) {
  console.error(known.length > 0 ? `${known.join(", ")} exists already` : "usage: npm run new:rule no-what-it-forbids");
  process.exitCode = 2;
} else {
  for (const [path, text] of Object.entries(files)) writeFileSync(new URL(path, ROOT), text);
  console.log(`${Object.keys(files).join("\n")}\n\nThe suite fails until the rule finds what it says: npx vitest run tests/rules.test.ts -t ${name}`);
  await import("./generate.ts");
}
