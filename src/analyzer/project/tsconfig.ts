/** Path aliases of the nearest tsconfig.json (or jsconfig.json), `extends` followed. */
import { posix } from "node:path";
import type { Host } from "./host.ts";
import { isRecord, readJson, recordAt, stringAt } from "./read-json.ts";

export type Aliases = Readonly<{ base: string | null; paths: readonly Readonly<{ pattern: string; targets: readonly string[] }>[] }>;
export type Problem = Readonly<{ file: string; message: string }>;

const NONE: Aliases = { base: null, paths: [] };

export function createAliasReader(host: Host, problems: Problem[]): (folder: string) => Aliases {
  const byFolder = new Map<string, Aliases>();
  const forFolder = (folder: string): Aliases => {
    const known = byFolder.get(folder);
    if (known) return known;
    const config = ["tsconfig.json", "jsconfig.json"].map((name) => posix.join(folder, name)).find((path) => host.isFile(path));
    const parent = posix.dirname(folder);
    const own = config ? readConfig(host, config, problems, new Set()) : NONE;
    const empty = own.paths.length === 0 && own.base === null;
    const found = empty && parent !== folder ? forFolder(parent) : own;
    byFolder.set(folder, found);
    return found;
  };
  return forFolder;
}

function readConfig(host: Host, path: string, problems: Problem[], seen: Set<string>): Aliases {
  if (seen.has(path)) return NONE;
  seen.add(path);
  const text = host.read(path)?.toString("utf8");
  if (text === undefined) return NONE;
  const config = readJson(text);
  if (!isRecord(config)) {
    problems.push({ file: path, message: "not readable as JSON; its path aliases are not followed" });
    return NONE;
  }
  const folder = posix.dirname(path);
  const options = recordAt(config, "compilerOptions");
  const baseUrl = stringAt(options, "baseUrl");
  const base = baseUrl === null ? null : posix.join(folder, baseUrl);
  const paths = Object.entries(recordAt(options, "paths")).flatMap(([pattern, targets]) =>
    Array.isArray(targets) ? [{ pattern, targets: targets.filter((one) => typeof one === "string").map((one) => posix.join(base ?? folder, one)) }] : []);
  if (paths.length > 0) return { base, paths };
  const inherited = basesOf(config).map((one) => inheritedPath(host, folder, one)).find((one) => one !== null);
  const references = Array.isArray(config["references"]) ? config["references"] : [];
  const parent = inherited ? readConfig(host, inherited, problems, seen) : NONE;
  if (parent.paths.length > 0 || references.length === 0) return { base: base ?? parent.base, paths: parent.paths };
  return fromReferences(host, folder, references, problems, seen) ?? { base, paths: [] };
}

/** A solution file only lists others: the first that has aliases. */
function fromReferences(host: Host, folder: string, references: readonly unknown[], problems: Problem[], seen: Set<string>): Aliases | null {
  for (const reference of references) {
    const path = stringAt(reference, "path");
    const target = path === null ? null : inheritedPath(host, folder, `./${path}`);
    const found = target === null ? NONE : readConfig(host, target, problems, seen);
    if (found.paths.length > 0) return found;
  }
  return null;
}

function basesOf(config: Readonly<Record<string, unknown>>): readonly string[] {
  const value = config["extends"];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : typeof value === "string" ? [value] : [];
}

function inheritedPath(host: Host, folder: string, specifier: string): string | null {
  const near = specifier.startsWith(".") || specifier.startsWith("/");
  const roots = near ? [posix.resolve(folder, specifier)] : foldersAbove(folder).map((one) => posix.join(one, "node_modules", specifier));
  const candidates = roots.flatMap((path) => [path, `${path}.json`, posix.join(path, "tsconfig.json")]);
  return candidates.find((path) => host.isFile(path)) ?? null;
}

function foldersAbove(folder: string): readonly string[] {
  const parent = posix.dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
}

/** The files that a specifier may mean under the aliases, best first. */
export function aliasTargets(aliases: Aliases, specifier: string): readonly string[] {
  const matches = aliases.paths.flatMap(({ pattern, targets }) => {
    const star = pattern.indexOf("*");
    if (star < 0) return pattern === specifier ? [{ length: pattern.length, targets }] : [];
    const before = pattern.slice(0, star);
    const after = pattern.slice(star + 1);
    if (!specifier.startsWith(before) || !specifier.endsWith(after) || specifier.length < before.length + after.length) return [];
    const middle = specifier.slice(before.length, specifier.length - after.length);
    return [{ length: before.length, targets: targets.map((target) => target.replace("*", middle)) }];
  });
  const ordered = matches.sort((a, b) => b.length - a.length).flatMap((match) => match.targets);
  return aliases.base === null ? ordered : [...ordered, posix.join(aliases.base, specifier)];
}
