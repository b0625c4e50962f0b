/** Comments that silence findings, in both languages. */
import { describe, expect, it } from "vitest";
import { places, scan } from "./harness/run-cli.ts";

const RULE = "no-network-in-transaction";

/** A transaction that waits at line 6 and again at line 7; `{1}` to `{5}` are replaced by comments. */
function typescript(comments: Readonly<Record<number, string>>): string {
  const at = (place: number): string => comments[place] ?? "";
  return `import { PrismaClient } from "@prisma/client"; ${at(1)}
const prisma = new PrismaClient();
export async function pay(id: string) {
  await prisma.$transaction(async (tx) => {
    await tx.order.update({ where: { id }, data: { paid: true } }); ${at(2)}
    await fetch("https://a.example"); ${at(3)}
    await fetch("https://b.example"); ${at(4)}
  });
}
${at(5)}
`;
}

const linesOf = (text: string, name = "a.ts"): readonly string[] => places(scan({ [name]: text }, "--rules", RULE)).map((place) => place.replace(/^[^:]*:(\d+).*$/, "$1"));

describe("in JavaScript and TypeScript", () => {
  it.each<[string, Readonly<Record<number, string>>, readonly string[]]>([
    ["nothing", {}, ["6", "7"]],
    ["the next line", { 2: "// eslint-disable-next-line" }, ["7"]],
    ["the next line, of one rule", { 2: `// eslint-disable-next-line lockscan/${RULE} -- it is fast` }, ["7"]],
    ["the next line, of several rules", { 2: `// eslint-disable-next-line no-console, lockscan/${RULE}` }, ["7"]],
    ["the next line, of another rule", { 2: "// eslint-disable-next-line lockscan/no-select-then-insert" }, ["6", "7"]],
    ["another tool's rule of the same name", { 2: `// eslint-disable-next-line other/${RULE}, ${RULE}` }, ["6", "7"]],
    ["the next line, in a block comment", { 2: `/* eslint-disable-next-line\n  lockscan/${RULE}\n*/` }, ["9"]],
    ["the same line", { 3: `// eslint-disable-line lockscan/${RULE}` }, ["7"]],
    ["the same line, in a block comment", { 3: "/* eslint-disable-line -- why not */" }, ["7"]],
    ["the whole file", { 1: "/* eslint-disable */" }, []],
    ["the whole file, of one rule", { 1: `/* eslint-disable lockscan/${RULE} */` }, []],
    ["what follows", { 3: "/* eslint-disable */" }, ["6"]],
    ["what lies between", { 1: "/* eslint-disable */", 3: "/* eslint-enable */" }, ["7"]],
    ["what lies between, of one rule", { 1: "/* eslint-disable */", 3: `/* eslint-enable lockscan/${RULE} */` }, ["7"]],
    ["all, when another rule is enabled again", { 1: "/* eslint-disable */", 3: "/* eslint-enable lockscan/no-select-then-insert */" }, []],
    ["nothing, when it comes too late", { 5: "/* eslint-disable */" }, ["6", "7"]],
    ["nothing, where ESLint reads block comments only", { 1: "// eslint-disable" }, ["6", "7"]],
    ["nothing, when it only speaks of it", { 1: "/* see eslint-disable */" }, ["6", "7"]],
    ["in our own words", { 2: `// lockscan-disable-next-line ${RULE} -- it is fast` }, ["7"]],
    ["in our own words, with the prefix", { 2: `// lockscan-disable-next-line lockscan/${RULE}` }, ["7"]],
    ["in our own words, everything that follows", { 1: "// lockscan-disable" }, []],
    ["in our own words, between", { 1: `// lockscan-disable ${RULE}`, 3: `// lockscan-enable ${RULE}` }, ["7"]],
  ])("%s", (_, comments, lines) => {
    expect(linesOf(typescript(comments))).toEqual(lines);
  });

  it("are counted, with their reasons in SARIF", () => {
    const { stats } = scan({ "a.ts": typescript({ 1: "/* eslint-disable */" }) });
    expect(stats["suppressed"]).toBe(2);
  });
});

describe("in Python", () => {
  const python = (before: string, after = ""): string => `import requests
from sqlalchemy import create_engine, text

engine = create_engine("postgresql://db")


def pay(order_id):
    with engine.begin() as connection:
        connection.execute(text("UPDATE orders SET paid = true"))
        ${before}
        requests.post("https://a.example")${after}
`;

  it.each([
    ["nothing", "pass", "", ["11"]],
    ["the next line", `# lockscan-disable-next-line ${RULE} -- it is fast`, "", []],
    ["the next line, in ESLint's words", `# eslint-disable-next-line lockscan/${RULE}`, "", []],
    ["the same line", "pass", `  # lockscan-disable-line ${RULE}`, []],
    ["what follows", "# lockscan-disable", "", []],
    ["another rule", "# lockscan-disable-next-line no-select-then-insert", "", ["11"]],
  ])("%s", (_, before, after, lines) => {
    expect(linesOf(python(before, after), "a.py")).toEqual(lines);
  });
});
