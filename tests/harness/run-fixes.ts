/** Applies the fixes and suggestions that a case's findings carry, and holds the text that comes out against what the suite expects. */
import type { Edit, Finding } from "../../src/analyzer/index.ts";
import { parseTree } from "../../src/analyzer/frontends/estree/parse.ts";
import { outlinePython } from "../../src/analyzer/frontends/python/outline.ts";
import { filePath } from "../../src/analyzer/source.ts";
import type { Case, SuiteFile } from "./read-suite.ts";
import { findingsOf } from "./run-suite.ts";

/** As often as ESLint goes over a file. */
const PASSES = 10;

/** Differences: empty when all texts are as expected, parse, and have nothing left to fix. */
export function compareFixes(one: Case, names: readonly string[]): readonly string[] {
  let fixed = one;
  let passes = 0;
  for (; passes < PASSES; passes++) {
    const next = applyAll(fixed, names, (finding) => finding.fix);
    if (next === fixed) break;
    fixed = next;
  }
  const suggested = one.suggested.length === 0 ? one : applyAll(one, names, (finding) => finding.suggestions[0]?.edits ?? null);
  const again =
    suggested === one || applyAll(suggested, names, (finding) => finding.suggestions[0]?.edits ?? null) === suggested
      ? []
      : ["a suggestion is made again once it is taken"];
  const unfixed = fixed !== one && one.fixed.length === 0 ? ["a fix is offered that the suite does not show"] : [];
  return [
    ...unfixed,
    ...again,
    ...(passes === PASSES ? ["fixes never come to an end"] : []),
    ...broken(fixed),
    ...broken(suggested),
    ...differences(fixed, one.fixed),
    ...differences(suggested, one.suggested),
  ];
}

function applyAll(one: Case, names: readonly string[], editsOf: (finding: Finding) => readonly Edit[] | null): Case {
  const taken: Edit[] = [];
  for (const finding of findingsOf(one, names).findings) {
    const edits = editsOf(finding);
    if (edits && edits.length > 0 && !edits.some((edit) => taken.some((other) => overlaps(edit, other)))) taken.push(...edits);
  }
  return taken.length === 0 ? one : { ...one, files: one.files.map((file) => ({ ...file, text: edited(file, taken) })) };
}

const overlaps = (a: Edit, b: Edit): boolean => a.at.file === b.at.file && a.at.start <= b.at.end && b.at.start <= a.at.end;

function edited(file: SuiteFile, edits: readonly Edit[]): string {
  const own = edits.filter((edit) => edit.at.file === file.path).sort((a, b) => b.at.start - a.at.start);
  return own.reduce((text, { at, text: put }) => text.slice(0, at.start) + put + text.slice(at.end), file.text);
}

const broken = (one: Case): readonly string[] =>
  one.files.flatMap(({ path, text }) => (parses(path, text) ? [] : [`${path} no longer parses:\n${text}`]));

const parses = (path: string, text: string): boolean =>
  /\.[cm]?[jt]sx?$/.test(path) ? parseTree(filePath(path), text) !== null : !path.endsWith(".py") || outlinePython(text).ok;

const unmarked = (text: string): string =>
  text.replace(/^[ \t]*(?:\/\/|#) (?:finding|missing|spurious|ok)\b.*\n/gm, "").replace(/[ \t]*(?:\/\/|#) (?:finding|missing|spurious|ok)\b.*$/gm, "");

function differences(one: Case, expected: readonly SuiteFile[]): readonly string[] {
  return expected.flatMap(({ path, text }) => {
    const is = unmarked(one.files.find((file) => file.path === path)?.text ?? "");
    return is === unmarked(text) ? [] : [`${path} becomes\n${is}`];
  });
}
