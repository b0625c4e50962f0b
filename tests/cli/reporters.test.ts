/** What each format looks like, whole. */
import { describe, expect, it } from "vitest";
import { inFolder, run, runIn, scanIn, type Files } from "../harness/run-cli.ts";

const FILES: Files = {
  "package.json": '{ "dependencies": { "@prisma/client": "6" } }\n',
  "src/db.ts": 'import { PrismaClient } from "@prisma/client";\n\nexport const prisma = new PrismaClient();\n',
  "src/http.ts": "export const post = (path: string, body: unknown) => fetch(`https://mirror.example${path}`, { method: \"POST\", body: JSON.stringify(body) });\n",
  "src/mirror.ts": 'import { post } from "./http.ts";\n\nexport async function mirror(artifact: { name: string }) {\n\tawait post("/artifacts", artifact);\n}\n',
  "src/import.ts": `import { prisma } from "./db.ts";
import { mirror } from "./mirror.ts";

export async function importBundle(email: string, bundle: { entries: { name: string }[] }) {
  await prisma.$transaction(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({ where: { email } });
    for (const entry of bundle.entries) {
      await tx.artifact.create({ data: { owner: user.id, name: entry.name } });
      await mirror(entry);
    }
    await tx.user.update({ where: { email }, data: { imported: true } });
  });
}
`,
  "src/quiet.ts": `import { prisma } from "./db.ts";

export async function quiet(id: string) {
  await prisma.$transaction(async (tx) => {
    await tx.order.update({ where: { id }, data: { paid: true } });
    // lockscan-disable-next-line no-network-in-transaction -- the mirror answers in a millisecond
    await fetch("https://mirror.example");
  });
}
`,
  "src/broken.ts": 'import { prisma } from "./db.ts";\nexport const = prisma;\n',
  "tests/import.test.ts": "export {};\n",
};

/** How long it took, and which version it was, is not the same twice. */
const steady = (text: string): string =>
  text
    .replace(/\d+\.\d s\b/g, "0.0 s")
    .replace(/"milliseconds": \d+/, '"milliseconds": 0')
    .replace(/("name": "lockscan",\s*"version": )"[^"]*"/, '$1"0.0.0"');

describe("formats", () => {
  it.each(["pretty", "json", "github", "markdown"])("%s", async (format) => {
    const { out, code, err } = run(FILES, "--format", format);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    await expect(steady(out)).toMatchFileSnapshot(`golden/${format}.txt`);
  });

  it("sarif", () => {
    const { runs } = JSON.parse(run(FILES, "--format", "sarif").out) as Readonly<{
      runs: readonly Readonly<{
        results: readonly Readonly<Record<string, unknown>>[];
        tool: Readonly<{ driver: Readonly<{ rules: readonly Readonly<{ id: string }>[] }> }>;
      }>[];
    }>;
    const [first] = runs;
    const ids = first?.tool.driver.rules.map((rule) => rule.id) ?? [];
    expect(first?.results.every(({ ruleId }) => ids.includes(String(ruleId)))).toBe(true);
    expect(first?.results.filter(({ suppressions }) => Array.isArray(suppressions) && suppressions.length > 0)).toMatchObject([
      { ruleId: "no-network-in-transaction", suppressions: [{ kind: "inSource", justification: "the mirror answers in a millisecond" }] },
    ]);
    expect(first?.results.find(({ ruleId }) => ruleId === "no-network-in-transaction")).toMatchObject({
      level: "error", properties: { confidence: "high" },
      locations: [{ physicalLocation: { artifactLocation: { uri: "src/import.ts" }, region: { startLine: 9, startColumn: 13, endLine: 9, endColumn: 26 } } }],
    });
  });

  it("nothing to report", async () => {
    await expect(steady(run({ "a.ts": "export {};\n" }).out)).toMatchFileSnapshot("golden/clean.txt");
  });

  it("steers no terminal with what the code contains", () => {
    const out = run({
      "a.ts": String(FILES["src/quiet.ts"])
        .replace("./db.ts", "@prisma/client")
        .replace("{ prisma }", "{ PrismaClient }")
        .replace(/\n\n/, "\nconst prisma = new PrismaClient();\n")
        .replace(/ {4}\/\/.*/, "/* \u001b[2J\u009b */"),
    }).out;
    expect(out).toContain("/* �[2J� */");
    expect(out).not.toMatch(/[\u001b\u009b]/);
  });
});

describe("commands", () => {
  it("timeline draws the transactions of a file", async () => {
    await expect(run(FILES, "timeline", "src/import.ts").out).toMatchFileSnapshot("golden/timeline.txt");
  });

  it("timeline draws what the function at a line does", () => {
    expect(run(FILES, "timeline", "src/mirror.ts:4").out).toBe("mirror  src/mirror.ts:3\n └─ HTTP (fetch)                                    :4 → src/http.ts:1\n\n");
    expect(run(FILES, "timeline", "src/db.ts").out).toBe("src/db.ts: no transaction is seen here.\n");
  });

  it("explain tells everything of the findings at a line, or reached through it", () => {
    const { code, out } = run(FILES, "explain", "src/import.ts:9");
    expect(code).toBe(0);
    expect(out).toContain("src/import.ts:9\n\n  9:13  error  no-network-in-transaction\n");
    expect(run(FILES, "explain", "src/db.ts:1").out).toBe("Nothing is found at src/db.ts:1. `lockscan timeline src/db.ts:1` shows what is known of the function there.\n");
  });

  it("explain prints the page of a rule", () => {
    expect(run({}, "explain", "no-network-in-transaction").out).toContain("no-network-in-transaction");
    expect(run({}, "explain", "no-such-rule")).toEqual({
      code: 2,
      out: "",
      err: 'lockscan: "no-such-rule" is neither a rule (`lockscan rules` lists them) nor FILE:LINE\n',
    });
  });

  it("rules lists each with the smallest set that has it", () => {
    expect(run({}, "rules").out).toMatch(/^no-network-in-transaction +recommended +Disallow waiting/m);
  });

  it("coverage counts what is not understood inside transactions", () => {
    inFolder(
      {
        ...FILES,
        "src/odd.ts":
          'import { prisma } from "./db.ts";\nimport { odd } from "odd-package";\nexport const f = () => prisma.$transaction(async (tx) => { await tx.order.count(); await odd(tx); });\n',
      },
      (folder) => {
        const { understood, unresolved, reasons } = JSON.parse(runIn(folder, ["coverage", "--format", "json"]).out) as Readonly<
          Record<string, unknown>
        >;
        expect({ unresolved, reasons }).toEqual({
          unresolved: 1,
          reasons: [{ reason: "package odd-package", count: 1, examples: ["src/odd.ts:3"] }],
        });
        expect(understood).toBeGreaterThan(3);
        expect(runIn(folder, ["coverage"]).out).toMatch(
          /^Inside transactions: \d+ places understood, 1 calls not resolved \(\d+%\)\.\n +1 +100% {2}package odd-package {2}src\/odd\.ts:3\n$/,
        );
        expect(scanIn(folder).stats["unresolved"]).toBeGreaterThan(0);
      },
    );
  });
});
