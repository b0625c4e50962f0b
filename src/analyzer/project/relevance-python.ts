/** What the text of a Python file shows: what it imports, and which libraries are among that. */
import { PURPOSES, type Purpose } from "../models/purposes.ts";
import { shownBy, type Glimpse, type Injection, type Words } from "./relevance.ts";

const IMPORT =
  /^[ \t]*(?:from[ \t]+(?<from>\.*[ \t]*[\w.]*)[ \t]+import[ \t]*(?:\((?<list>[^)]*)\)|(?<names>[^\r\n;#\\]*(?:\\\r?\n[^\r\n;#\\]*)*))|import[ \t]+(?<modules>[^\r\n;#]*))/gm;

const INJECTION: Injection = { injected: /\bdef\s+__init__\s*\(\s*self\s*,/, delegates: /\bself\.\w+\.\w+\s*\(/ };

/** `inside`: a function may import it. */
type Imported = Readonly<{ module: string; names: readonly string[] | null; inside: boolean }>;

export function glimpsePython(words: Words, text: string): Glimpse {
  const imports: string[] = [];
  let holds = false;
  let waits = false;
  let purpose: Purpose | null = null;
  for (const { module, names, inside } of importedIn(text)) {
    const holding = longest(module, (name) => words.holding.get(name));
    if (holding) holds ||= names === null || names.some((name) => matters(holding, name, text));
    if (longest(module, (name) => words.waiting.has(name) || undefined)) waits = true;
    const telling = inside ? undefined : longest(module, (name) => PURPOSES.python.get(name));
    if (telling && (!telling.names || names?.some((name) => telling.names?.has(name)))) purpose ??= telling.purpose;
    // A name may be a module of its own.
    imports.push(module, ...(names ?? []).map((name) => (module.endsWith(".") ? `${module}${name}` : `${module}.${name}`)));
  }
  const shown = shownBy(words, INJECTION, text);
  const [isHolding, isWaiting] = [holds || shown.holds, waits || shown.waits];
  return { ...shown, holds: isHolding, waits: isWaiting, declares: false, fulfils: false, imports, typeImports: [], folders: [], purpose };
}

function importedIn(text: string): readonly Imported[] {
  return [...text.matchAll(IMPORT)].flatMap(({ 0: written, groups = {} }): readonly Imported[] => {
    const inside = /^[ \t]/.test(written);
    if (groups["modules"] !== undefined) return plainNames(groups["modules"]).map((module) => ({ module, names: null, inside }));
    const names = plainNames(groups["list"] ?? groups["names"] ?? "");
    return [{ module: (groups["from"] ?? "").replace(/\s/g, ""), names: names.includes("*") ? null : names, inside }];
  });
}

/** The names in a list of imports, without the ones that they are given. */
const plainNames = (list: string): readonly string[] =>
  list.replace(/#[^\n]*/g, "").replaceAll("\\", " ").split(",").flatMap((one) => one.trim().split(/\s+/)[0] || []);

/** What is known of the longest part of a dotted name of which something is known. */
function longest<T>(module: string, known: (name: string) => T | undefined): T | undefined {
  for (let end = module.length; end > 0; end = module.lastIndexOf(".", end - 1)) {
    const found = known(module.slice(0, end));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A name of the model, or a module of the package that leads to one. */
function matters(names: ReadonlySet<string>, name: string, text: string): boolean {
  if (names.size === 0 || names.has(name)) return true;
  if (!/^[a-z_]+$/.test(name)) return false;
  return [...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, "g"))].some((match) => names.has(match[1] ?? "") || names.has(`${name}.${match[1] ?? ""}`));
}
