/** A program's own way to open transactions is called from more places than a function's frames are told apart: what each hands over is still seen. */
import { expect, it } from "vitest";
import { analyze } from "../../src/analyzer/analyze.ts";
import { anywhere } from "../../src/analyzer/passes/timelines/moments.ts";
import { models } from "../../src/analyzer/models/index.ts";
import { loadProject } from "../../src/analyzer/project/load.ts";
import { memoryHost, ROOT } from "../harness/memory-host.ts";

const CALLERS = 260;

const caller = (i: number): string => `
export async function move${i}(box: { id: number }) {
  await inTransaction({ part: ${i} }, async (trx) => { await trx("boxes_${i}").where({ id: box.id }).update({ moved: true }); });
}`;

const store = `
import knex from "knex";
const db = knex({ client: "pg" });
const again = (work) => work();
export const inTransaction = (context, work) => again(() => db.transaction(work));
`;

const opens = anywhere((moment) => moment.kind === "scope" && moment.body.length > 0);

it("follows a function into the transaction that the program opens for it, from however many places", () => {
  const callers = Array.from({ length: CALLERS }, (_, i) => caller(i)).join("\n");
  const files = { "store.ts": store, "boxes.ts": `import { inTransaction } from "./store.ts";\n${callers}` };
  const project = loadProject(memoryHost(files), ROOT, models);
  const { runs } = analyze(project.program, models, project.relevant);
  const seen = runs.filter(({ name, timeline }) => /^move\d+$/.test(name) && opens(timeline));
  expect(seen.length).toBe(CALLERS);
});

const reader = (i: number): string => `
export const doors${i} = () => query("SELECT id FROM doors_${i}", (row) => row.id + ${i});`;

const pool = `
import { AsyncLocalStorage } from "node:async_hooks";
import { Pool } from "pg";
const pool = new Pool();
const kept = new AsyncLocalStorage();
const say = async (client, text, read) => (await client.query(text)).rows.map(read);
export async function query(text, read) {
  const client = kept.getStore() ?? (await pool.connect());
  try {
    return await say(client, text, read);
  } finally {
    if (!kept.getStore()) client.release();
  }
}
`;

const runsOnConnection = anywhere((moment) => moment.kind === "happens" && moment.what.effect.kind === "query" && moment.what.handle?.is === "connection");

it("keeps the one connection on which a function for any statement runs them, whatever else it is given", () => {
  const callers = Array.from({ length: CALLERS }, (_, i) => reader(i)).join("\n");
  const files = { "pool.ts": pool, "doors.ts": `import { query } from "./pool.ts";\n${callers}` };
  const project = loadProject(memoryHost(files), ROOT, models);
  const { runs } = analyze(project.program, models, project.relevant);
  const seen = runs.filter(({ name, timeline }) => /^doors\d+$/.test(name) && runsOnConnection(timeline));
  expect(seen.length).toBe(CALLERS);
});
