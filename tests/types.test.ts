/** Types where names lead nowhere: on the command line with --types, in ESLint where the parser has them, and never otherwise. */
import { createRequire } from "node:module";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../src/index.ts";
import { inFolder as inFolderLater } from "./eslint/in-folder.ts";
import { inFolder, places, scan, scanIn } from "./harness/run-cli.ts";

const RULE = "no-network-in-transaction";

const KNEX = `export interface Knex {
  (table: string): Knex.QueryBuilder;
  transaction<Result>(work: (trx: Knex.Transaction) => Promise<Result>): Promise<Result>;
}
export declare namespace Knex {
  interface Transaction extends Knex { commit(): Promise<void> }
  interface QueryBuilder extends Promise<unknown[]> { where(by: object): this; update(values: object): this }
}
`;
const CONTAINER = `export declare function makeContainer<Registry>(): { readonly [Name in keyof Registry]: Registry[Name] };
export declare function withHandle<Handle, Result>(of: { of?: Handle }, work: (handle: Handle) => Promise<Result>): Promise<Result>;
`;
const PACKAGES = {
  "package.json": `{ "private": true }`,
  "tsconfig.json": `{ "compilerOptions": { "module": "nodenext", "strict": true }, "include": ["src"] }`,
  "node_modules/knex/package.json": `{ "name": "knex", "types": "types/index.d.ts" }`,
  "node_modules/knex/types/index.d.ts": KNEX,
  "node_modules/acme/package.json": `{ "name": "acme", "types": "index.d.ts" }`,
  "node_modules/acme/index.d.ts": CONTAINER,
} as const;

/** Waits for HTTP at line 8, in the transaction of a client that only its type names. */
const PAY = `import type { Knex } from "knex";
import { makeContainer } from "acme";
type Registry = { db: Knex };
const { db } = makeContainer<Registry>();
export async function pay(id: string) {
  await db.transaction(async (trx) => {
    await trx("orders").where({ id }).update({ paid: true });
    await fetch("https://pay.example/" + id);
  });
}
`;
const FILES = { ...PACKAGES, "src/pay.ts": PAY };

const isLoaded = (): boolean => Object.keys(createRequire(import.meta.url).cache).some((path) => path.includes("/ts-morph/"));

describe("the command", () => {
  it("finds with --types what names do not tell; without it, no compiler is loaded", () => {
    inFolder(FILES, (folder) => {
      expect([places(scanIn(folder)), isLoaded()]).toEqual([[], false]);
      const typed = scanIn(folder, "--types");
      expect([places(typed), isLoaded()]).toEqual([[`src/pay.ts:8 ${RULE}`], true]);
      expect(typed.findings[0]?.confidence).toBe("high");
      expect(typed.problems).toEqual([]);
    });
  });

  it("asks for types only where names lead nowhere", () => {
    const plain = PAY.replace("const { db } = makeContainer<Registry>();", "declare const db: Registry[\"db\"];");
    expect(places(scan({ "src/pay.ts": plain }, "--types"))).toEqual([`src/pay.ts:8 ${RULE}`]);
  });

  it.each([
    ["is linked from pnpm's store", { "node_modules/.pnpm/knex@3.1.0_pg@8.1.0/node_modules/knex": "node_modules/knex" }],
    ["lies above the tsconfig", { "services/a/src": "src", "services/a/tsconfig.json": "tsconfig.json" }],
  ])("knows a package that %s", (_, moves) => {
    const moved = Object.entries(FILES).map(([path, text]) => {
      const [to, from] = Object.entries(moves).find(([, old]) => path === old || path.startsWith(`${old}/`)) ?? ["", ""];
      return [`${to}${path.slice(from.length)}`, text];
    });
    const paths = { compilerOptions: { module: "nodenext", strict: true, paths: { knex: ["./node_modules/.pnpm/knex@3.1.0_pg@8.1.0/node_modules/knex/types/index.d.ts"] } } };
    const config = "services/a/src" in moves ? {} : { "tsconfig.json": JSON.stringify(paths) };
    const found = scan({ ...(Object.fromEntries(moved) as Record<string, string>), ...config }, "--types");
    expect(found.findings.map(({ ruleId, line }) => [ruleId, line])).toEqual([[RULE, 8]]);
  });

  it.each([
    ["a module", `import { db } from "acme";\nexport const pay = () =>`],
    ["CommonJS", `const { db } = require("acme");\nexports.pay = () =>`],
  ])("needs no tsconfig: %s", (_, first) => {
    const packages = Object.fromEntries(Object.entries(PACKAGES).filter(([path]) => path !== "tsconfig.json"));
    const text = `${first}
  db.transaction(async (trx) => {
    await trx("orders").update({ paid: true });
    await fetch("https://pay.example/");
  });
`;
    const acme = `import type { Knex } from "knex";\nexport declare const db: Knex;\n`;
    expect(places(scan({ ...packages, "node_modules/acme/index.d.ts": acme, "src/pay.js": text }, "--types"))).toEqual([`src/pay.js:5 ${RULE}`]);
  });

  it("says once that there are no packages, and scans the rest", () => {
    const { "src/pay.ts": pay, "tsconfig.json": config } = FILES;
    const plain = PAY.replace("const { db } = makeContainer<Registry>();", "declare const db: Knex;");
    const found = scan({ "src/pay.ts": plain, "a/pay.ts": pay, "a/tsconfig.json": config, "b/pay.ts": pay, "b/tsconfig.json": config }, "--types");
    expect(places(found)).toEqual([`src/pay.ts:8 ${RULE}`]);
    expect(found.problems).toEqual([{ file: ".", message: "types are not used: there is no node_modules folder with the packages that declare them" }]);
  });

  it("says that a tsconfig cannot be read, and scans the rest", () => {
    const found = scan({ ...FILES, "tsconfig.json": `{ "extends": "./nowhere.json", ` }, "--types");
    expect(found.problems.filter(({ message }) => message.startsWith("types are not used: ")).map(({ file }) => file)).toEqual(["tsconfig.json"]);
    expect(found.stats["analyzed"]).toBe(1);
  });
});

describe("what types tell", () => {
  const typed = (text: string, more: Readonly<Record<string, string>> = {}): readonly string[] => places(scan({ ...PACKAGES, ...more, "src/a.ts": text }, "--types"));
  const body = (handle: string): string => `await ${handle}("orders").update({ paid: true });
    await fetch("https://pay.example/");`;

  it("declarations that no import leads to", () => {
    const request = `import type { Knex } from "knex";\ndeclare module "acme" { interface Request { db: Knex } }\n`;
    const more = { "node_modules/acme/index.d.ts": `export interface Request { url: string }\n`, "src/request.d.ts": request };
    expect(typed(`import type { Request } from "acme";
export const handler = (request: Request) =>
  request.db.transaction(async (trx) => {
    ${body("trx")}
  });
`, more)).toEqual([`src/a.ts:5 ${RULE}`]);
  });

  it("what extends a library's type", () => {
    expect(typed(`import type { Knex } from "knex";
import { makeContainer } from "acme";
interface Database extends Knex { readonly tenant: string }
const store = makeContainer<{ inner: { db: Database } }>();
export const pay = () =>
  store.inner.db.transaction(async (trx) => {
    ${body("trx")}
  });
`)).toEqual([`src/a.ts:8 ${RULE}`]);
  });

  it("a parameter that a package's function gives its callback", () => {
    expect(typed(`import type { Knex } from "knex";
import { withHandle } from "acme";
const kind: { of?: Knex } = {};
export const pay = () =>
  withHandle(kind, async (db) => {
    await db.transaction(async (trx) => {
      ${body("trx")}
    });
  });
`)).toEqual([`src/a.ts:8 ${RULE}`]);
  });

  it("a class of the program", () => {
    expect(typed(`import { makeContainer } from "acme";
class Gateway {
  async charge() { await fetch("https://pay.example/"); }
}
const { gateway, db } = makeContainer<{ gateway: Gateway; db: import("knex").Knex }>();
export const pay = () =>
  db.transaction(async (trx) => {
    await trx("orders").update({ paid: true });
    await gateway.charge();
  });
`)).toEqual([`src/a.ts:9 ${RULE}`]);
  });

  it("an instance, not the class that makes it", () => {
    expect(typed(`import { makeContainer } from "acme";
class Gateway {
  static charge() { return "later"; }
  async charge() { await fetch("https://pay.example/"); }
}
const { kind, db } = makeContainer<{ kind: typeof Gateway; db: import("knex").Knex }>();
export const pay = () =>
  db.transaction(async (trx) => {
    await trx("orders").update({ paid: true });
    await kind.charge();
  });
`)).toEqual([]);
  });

  it("types of a package that exports one thing whole, and what a template is given to", () => {
    const whole = `declare function postgres(url: string): postgres.Sql;
declare namespace postgres {
  interface Sql {
    (parts: TemplateStringsArray, ...holes: unknown[]): Promise<unknown[]>;
    begin<Result>(work: (sql: TransactionSql) => Promise<Result>): Promise<Result>;
  }
  interface TransactionSql extends Sql { savepoint(): void }
}
export = postgres;
`;
    const more = { "node_modules/postgres/package.json": `{ "name": "postgres", "types": "index.d.ts" }`, "node_modules/postgres/index.d.ts": whole };
    expect(typed(`import { makeContainer } from "acme";
const { sql } = makeContainer<{ sql: import("postgres").Sql }>();
export const pay = (id: string) =>
  sql.begin(async (tx) => {
    await tx\`UPDATE orders SET paid = true WHERE id = \${id}\`;
    await sql\`UPDATE users SET seen = true\`;
    await fetch("https://pay.example/");
  });
`, more)).toEqual(["src/a.ts:6 no-outer-client-in-transaction", `src/a.ts:7 ${RULE}`]);
  });

  it("members that a library's types leave to the schema", () => {
    const client = `export declare class PrismaClient { $transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>; order: Orders }
interface Orders { update(change: object): Promise<object> }
type Tx = Omit<PrismaClient, "$transaction">;
`;
    const more = {
      "node_modules/@prisma/client/package.json": `{ "name": "@prisma/client", "types": "index.d.ts" }`, "node_modules/@prisma/client/index.d.ts": `export * from ".prisma/client";\n`,
      "node_modules/.prisma/client/package.json": `{ "name": ".prisma/client", "types": "index.d.ts" }`, "node_modules/.prisma/client/index.d.ts": client,
    };
    expect(typed(`import { makeContainer } from "acme";
const { prisma } = makeContainer<{ prisma: import("@prisma/client").PrismaClient }>();
export const pay = (id: string) =>
  prisma.$transaction(async (tx) => {
    await tx.order.update({ where: { id }, data: { paid: true } });
    await prisma.order.update({ where: { id }, data: { seen: true } });
  });
`, more)).toEqual(["src/a.ts:6 no-outer-client-in-transaction"]);
  });

  it("nothing of a type that is one of several, or that no model speaks of", () => {
    const other = `interface Queue { transaction(work: (trx: (name: string) => { update(values: object): Promise<void> }) => Promise<void>): Promise<void> }`;
    const code = (type: string): string => `import { makeContainer } from "acme";
${other}
const { db } = makeContainer<{ db: ${type} }>();
export const pay = () =>
  db.transaction(async (trx) => {
    ${body("trx")}
  });
`;
    expect([typed(code("Queue")), typed(code(`Queue | import("knex").Knex`))]).toEqual([[], []]);
  });
});

describe("ESLint", () => {
  const lint = (parserOptions: object): Promise<readonly string[]> =>
    inFolderLater(FILES, (folder) => {
      const linter = new Linter({ cwd: folder });
      const languageOptions = { parser, parserOptions: { ...parserOptions, tsconfigRootDir: folder } };
      const config = [{ files: ["**/*.ts"], languageOptions, plugins: { lockscan: plugin }, rules: { [`lockscan/${RULE}`]: "error" } }] as Linter.Config[];
      return [PAY, `${PAY}\n`].flatMap((text) => linter.verify(text, config, `${folder}/src/pay.ts`).map(({ line, ruleId, message }) => `${line} ${ruleId ?? message}`));
    });

  it("takes the types that the parser has, of the file as it is shown", async () => {
    expect(await lint({ projectService: true })).toEqual([`8 lockscan/${RULE}`, `8 lockscan/${RULE}`]);
  });

  it("does without where the parser has none", async () => {
    expect(await lint({})).toEqual([]);
  });
});
