/** Sources broken in thousands of small ways: whatever is in a repository, the analysis ends, and it never throws. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { audit, models } from "../src/analyzer/index.ts";
import { rules } from "../src/rules/index.ts";
import { memoryHost, ROOT } from "./harness/memory-host.ts";
import { createRandom, mutate, type Random } from "./harness/mutate.ts";
import { readSuite } from "./harness/read-suite.ts";

const MILLISECONDS = Number(process.env["FUZZ_MILLISECONDS"] ?? 12_000);
const SEED = Number(process.env["FUZZ_SEED"] ?? 1);
/** No source here is larger than a few hundred lines. */
const SLOWEST = 3000;

type Files = Readonly<Record<string, string>>;

const read = (folder: string, name: string): string => readFileSync(new URL(`./${folder}/${name}`, import.meta.url), "utf8");
const list = (folder: string, pattern: RegExp): readonly string[] => readdirSync(new URL(`./${folder}/`, import.meta.url)).filter((name) => pattern.test(name));

function corpus(): readonly Files[] {
  const manifest = read("models/npm", "package.json");
  const fixtures = list("models/npm", /\.(ts|js)$/).map((name): Files => ({ [name]: read("models/npm", name), "package.json": manifest }));
  const python = list("models/pypi", /\.py$/).map((name): Files => ({ [name]: read("models/pypi", name) }));
  const suites = list("rules", /\.md$/).flatMap((name) => readSuite(read("rules", name)).map((one): Files => Object.fromEntries(one.files.map((file) => [file.path, file.text]))));
  return [...fixtures, ...python, ...suites];
}

/** What went wrong, if anything did. */
function trouble(files: Files): string | null {
  const started = performance.now();
  try {
    const done = audit({ host: memoryHost(files), root: ROOT, paths: [""], models, rules: rules.map((rule) => ({ rule })), atLeast: "low", includeTests: true });
    const inside = done.problems.find(({ message }) => /\w*Error: |nests too deeply/.test(message));
    if (inside) return `${inside.file}: ${inside.message}`;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const took = performance.now() - started;
  return took > SLOWEST ? `took ${Math.round(took)} ms` : null;
}

function mutated(random: Random, files: Files, others: readonly Files[]): Files {
  const texts = Object.entries(files);
  const donor = Object.values(others[random(others.length)] ?? {})[0] ?? "";
  const chosen = random(texts.length);
  return Object.fromEntries(texts.map(([path, text], index) => [path, index === chosen || random(3) === 0 ? mutate(random, text, donor) : text]));
}

describe("mutated sources", () => {
  it(`neither crash nor hang the analysis (seed ${SEED})`, { timeout: MILLISECONDS * 5 }, () => {
    const all = corpus();
    const random = createRandom(SEED);
    const end = performance.now() + MILLISECONDS;
    let runs = 0;
    while (performance.now() < end) {
      const files = mutated(random, all[random(all.length)] ?? {}, all);
      const found = trouble(files);
      expect(found === null ? [] : [found, files]).toEqual([]);
      runs++;
    }
    expect(runs).toBeGreaterThan(50);
  });
});
