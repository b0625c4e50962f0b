/** Who raises an error of the program's own is asked once, however many functions make one error of another. */
import { expect, it } from "vitest";
import { analyze } from "../../src/analyzer/analyze.ts";
import { models } from "../../src/analyzer/models/index.ts";
import { momentsOf } from "../../src/analyzer/passes/timelines/moments.ts";
import { loadProject } from "../../src/analyzer/project/load.ts";
import { memoryHost, ROOT } from "../harness/memory-host.ts";

const LEVELS = 40;

/** Each error is made of two others, so that there are as many ways down as there are numbers of so many bits. */
const level = (at: number): string => ["A", "B"].map((name) => `
  class UniqueViolation${name}${at} extends Error {}
  function raise${name}${at}(error) {
    ${at === 0 ? "" : `if (!(error instanceof UniqueViolationA${at - 1} || error instanceof UniqueViolationB${at - 1})) return;`}
    throw new UniqueViolation${name}${at}();
  }`).join("");

const wordsOfHandlers = (raise: string): readonly string[] => {
  const text = `
    import { Pool } from "pg";
    const pool = new Pool();
    ${Array.from({ length: LEVELS }, (_, at) => level(at)).join("")}
    ${raise}
    export async function add(tag) {
      try { await pool.query("INSERT INTO tags (name) VALUES ($1)", [tag]); }
      catch (error) { if (error instanceof UniqueViolationA${LEVELS - 1}) return null; throw error; }
    }`;
  const project = loadProject(memoryHost({ "a.js": text }), ROOT, models);
  const moments = [...momentsOf(analyze(project.program, models, new Set(project.sources)).runs)];
  return moments.flatMap((moment) => (moment.kind === "guarded" ? moment.handlers.flatMap(({ words }) => words) : []));
};

it("an error that only checks of the program raise is none of the database's", () => {
  expect(wordsOfHandlers("")).not.toContain(`UniqueViolationA${LEVELS - 1}`);
});

it("an error that is raised in the place of the database's is one", () => {
  const translation = `function translate(error) { if (error.code === "23505") throw new UniqueViolationA${LEVELS - 1}(); }`;
  expect(wordsOfHandlers(translation)).toContain(`UniqueViolationA${LEVELS - 1}`);
});
