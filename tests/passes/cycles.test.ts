/** Functions that call each other matter when something happens in one of them, and not because they call each other. */
import { expect, it } from "vitest";
import { analyze } from "../../src/analyzer/analyze.ts";
import { models } from "../../src/analyzer/models/index.ts";
import { loadProject } from "../../src/analyzer/project/load.ts";
import { memoryHost, ROOT } from "../harness/memory-host.ts";

const walk = (leaf: string): string => `
  import { Pool } from "pg";
  const pool = new Pool();
  async function branch(node) { for (const one of node.inner) await tree(one); }
  async function tree(node) { return node.inner ? branch(node) : leaf(node); }
  async function leaf(node) { ${leaf} }`;

function namesOfRuns(text: string): readonly string[] {
  const project = loadProject(memoryHost({ "a.js": text }), ROOT, models);
  return [...new Set(analyze(project.program, models, new Set(project.sources)).runs.map(({ name }) => name))].filter((name) => name !== "").sort();
}

it("forgets a cycle in which nothing happens", () => {
  expect(namesOfRuns(walk("node.seen = true;"))).toEqual([]);
});

it("keeps a cycle in which something happens", () => {
  expect(namesOfRuns(walk('await pool.query("UPDATE leaves SET seen = true WHERE id = $1", [node.id]);'))).toEqual(["branch", "leaf", "tree"]);
});

it("keeps one of the frames in which a function does the same", () => {
  const text = `
    import { Pool } from "pg";
    const pool = new Pool();
    async function mark(client, seen) { await client.query("UPDATE leaves SET seen = $1", [seen]); }
    export async function both(one) { await mark(pool, "yes"); await mark(pool, "no"); await mark(one, "no"); }`;
  const project = loadProject(memoryHost({ "a.js": text }), ROOT, models);
  const { runs } = analyze(project.program, models, new Set(project.sources));
  const handles = runs.flatMap(({ name, timeline }) =>
    name === "mark" ? timeline.flatMap((moment) => (moment.kind === "happens" ? [moment.what.handle?.is] : [])) : [],
  );
  expect(handles.filter((one) => one === "root").length).toBeLessThanOrEqual(2);
});
