import { afterEach, describe, expect, it, vi } from "vitest";
import { filePath, findRoot, models, openSession, type Host, type Session } from "../../src/analyzer/index.ts";
import { rules } from "../../src/rules/index.ts";
import { memoryHost, ROOT } from "../harness/memory-host.ts";

const NOTIFY = `export const notify = (id) => fetch("https://hooks.example/" + id);\n`;
const QUIET = `export const notify = (id) => console.log(id);\n`;
const PAY = `import { PrismaClient } from "@prisma/client";
import { notify } from "./notify.js";
const prisma = new PrismaClient();
export const pay = (id) => prisma.$transaction(async (tx) => {
  await tx.order.update({ where: { id }, data: { paid: true } });
  await notify(id);
});
`;
type Files = Readonly<Record<string, string>>;

/** A disk whose files a test replaces; notes what is read. */
function changingHost(files: Files): Readonly<{ host: Host; put: (next: Files) => void; read: Set<string> }> {
  let now = memoryHost(files);
  const read = new Set<string>();
  const host: Host = {
    read: (path) => {
      read.add(path.slice(ROOT.length + 1));
      return now.read(path);
    },
    // A folder changes with the files in it.
    stat: (path) => (now.isFile(path) ? now.stat(path) : { kind: "folder", size: now.list(path)?.length ?? 0, modified: 0 }),
    isFile: (path) => now.isFile(path), list: (path) => now.list(path), realPath: (path) => path,
  };
  return { host, put: (next) => (now = memoryHost(next)), read };
}

const waits = rules.filter((rule) => rule.name === "no-network-in-transaction");
const linesIn = (session: Session, path: string, text: string): readonly number[] => {
  const view = session({ file: filePath(path), text, lower: null });
  return waits.flatMap((rule) => view?.findings({ rule }).map((finding) => view.lineOf(finding.at)) ?? []);
};
const open = (host: Host): Session => openSession({ host, root: ROOT, models, rules, includeTests: false });

afterEach(() => vi.restoreAllMocks());

function clock(): (seconds: number) => void {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  return (seconds) => (now += seconds * 1000);
}

describe("a session", () => {
  it("sees what changes on the disk, a second later at most", () => {
    const wait = clock();
    const { host, put } = changingHost({ "pay.js": PAY, "notify.js": NOTIFY });
    const session = open(host);
    expect(linesIn(session, "pay.js", PAY)).toEqual([6]);
    put({ "pay.js": PAY, "notify.js": QUIET });
    wait(2);
    expect(linesIn(session, "pay.js", PAY)).toEqual([]);
    put({ "pay.js": PAY });
    wait(2);
    expect(linesIn(session, "pay.js", PAY)).toEqual([]);
    put({ "pay.js": PAY, "notify.js": NOTIFY });
    wait(2);
    expect(linesIn(session, "pay.js", PAY)).toEqual([6]);
  });

  it("sees at once that the file at hand was saved", () => {
    clock();
    const { host, put } = changingHost({ "pay.js": PAY, "notify.js": NOTIFY });
    const session = open(host);
    expect(linesIn(session, "pay.js", PAY)).toEqual([6]);
    const later = `// paid later\n${PAY}`;
    put({ "pay.js": later, "notify.js": NOTIFY });
    expect(linesIn(session, "pay.js", later)).toEqual([7]);
  });

  it("reads nothing again while nothing changes", () => {
    const wait = clock();
    const { host, read } = changingHost({ "pay.js": PAY, "notify.js": NOTIFY });
    const session = open(host);
    linesIn(session, "pay.js", PAY);
    expect([...read]).toContain("notify.js");
    read.clear();
    wait(2);
    linesIn(session, "pay.js", `${PAY}\n`);
    wait(2);
    linesIn(session, "pay.js", PAY);
    expect([...read]).not.toContain("notify.js");
  });

  it("answers the same, one by one and all together", () => {
    const files = Object.fromEntries(["a", "b", "c", "d"].map((name) => [`${name}.js`, PAY]));
    const session = open(changingHost({ ...files, "notify.js": NOTIFY }).host);
    for (const path of Object.keys(files)) expect(linesIn(session, path, PAY)).toEqual([6]);
    expect(linesIn(session, "notify.js", NOTIFY)).toEqual([]);
  });

  it("knows what the callers of an edited file answer", () => {
    const create = `import { prisma } from "./db.js";\nexport async function create(email) {\n  const known = await prisma.user.findUnique({ where: { email } });\n  if (!known) await prisma.user.create({ data: { email } });\n}\n`;
    const caller = `import { create } from "./create.js";\nexport async function signUp(email) {\n  try {\n    await create(email);\n  } catch (error) {\n    if (error.code !== "P2002") throw error;\n  }\n}\n`;
    const db = `import { PrismaClient } from "@prisma/client";\nexport const prisma = new PrismaClient();\n`;
    const races = rules.filter((rule) => rule.name === "no-select-then-insert");
    const count = (files: Files): number => {
      const view = open(changingHost(files).host)({ file: filePath("create.js"), text: `${create}\n`, lower: null });
      return races.flatMap((rule) => view?.findings({ rule }) ?? []).length;
    };
    expect(count({ "create.js": create, "db.js": db })).toBe(1);
    expect(count({ "create.js": create, "db.js": db, "sign-up.js": caller })).toBe(0);
  });
});

describe("the root of a project", () => {
  const host = memoryHost({
    "package.json": `{ "workspaces": ["packages/*"] }`,
    "packages/a/package.json": "{}",
    "packages/a/src/a.js": "",
    "other/.git/HEAD": "",
    "other/package.json": "{}",
    "other/src/b.js": "",
  });

  it.each([
    ["the workspace round the working directory", "packages/a", "packages/a/src/a.js", ROOT],
    ["the working directory, where a repository ends", "other", "other/src/b.js", `${ROOT}/other`],
    ["the package of a file outside the working directory", "packages/a", "other/src/b.js", `${ROOT}/other`],
  ])("is %s", (_, folder, file, root) => {
    expect(findRoot(host, `${ROOT}/${folder}`, `${ROOT}/${file}`)).toBe(root);
  });

  it("is nowhere for a file that no package holds", () => {
    expect(findRoot(host, `${ROOT}/other`, "/elsewhere/c.js")).toBeNull();
  });
});
