/** What the README shows of settings does what it says. */
import { describe, expect, it } from "vitest";
import { audit, models, readSettings } from "../src/analyzer/index.ts";
import { rules } from "../src/rules/index.ts";
import { memoryHost, ROOT } from "./harness/memory-host.ts";
import { textOf } from "./harness/repository-files.ts";

const [, settings = ""] = /```json\n([\s\S]*?)\n```/.exec(textOf("README.md")) ?? [];

const CODE = `import { PrismaClient } from "@prisma/client";
import { charge, formatAmount } from "@acme/billing";

const prisma = new PrismaClient();

export async function pay(id: string, cents: number) {
  await prisma.$transaction(async (tx) => {
    await tx.order.update({ where: { id }, data: { shown: formatAmount(cents) } });
    await charge(id, cents);
  });
}
`;

describe("lockscan.json in the README", () => {
  const host = memoryHost({ "lockscan.json": settings, "src/pay.ts": CODE, "legacy/pay.ts": CODE });

  it("is accepted; a package it describes is known, the files it ignores are left alone", () => {
    const read = readSettings(host, ROOT, rules);
    if (!read.ok) throw new Error(read.message);
    const { settings: own } = read;
    const found = audit({
      host, root: ROOT, paths: [""], models: [...models, ...own.models], rules: own.configure(rules), ignores: own.ignores, atLeast: "medium", includeTests: false,
    });
    expect(found.findings.map(({ rule, at, data }) => [rule, at.file, data["name"]])).toEqual([["no-network-in-transaction", "src/pay.ts", "charge"]]);
  });
});
