/** The packages of the repository itself: a specifier that names one leads to its sources, built or not. */
import { posix } from "node:path";
import type { Host } from "./host.ts";
import { COMMAND_LINES, LASTING } from "../models/servers.ts";
import type { Problem } from "./tsconfig.ts";
import { isRecord, readJson, recordAt, stringAt } from "./read-json.ts";

export type Workspace = Readonly<{
  /** The file that a bare specifier means, if it names a package of the repository. */
  find: (specifier: string) => readonly string[] | null;
  /** `#internal` imports, by the folder of the file that imports. */
  internal: (folder: string, specifier: string) => readonly string[];
  dependsOn: (name: string) => boolean;
  /** Whether the files of a folder belong to a package of commands, which nobody asks for anything else. */
  isCommandLine: (folder: string) => boolean;
}>;

type Package = Readonly<{ folder: string; json: Readonly<Record<string, unknown>> }>;

export function readWorkspace(host: Host, manifests: readonly string[], problems: Problem[] = []): Workspace {
  const packages = manifests.flatMap((path): Package[] => {
    const json = readJson(host.read(path)?.toString("utf8") ?? "");
    if (isRecord(json)) return [{ folder: posix.dirname(path), json }];
    problems.push({ file: path, message: "not readable as JSON; its dependencies and entries are not known" });
    return [];
  });
  const byName = new Map(packages.flatMap((one) => (stringAt(one.json, "name") === null ? [] : [[stringAt(one.json, "name") ?? "", one] as const])));
  const byFolder = new Map(packages.map((one) => [one.folder, one]));
  const installed = new Set(packages.flatMap((one) => dependenciesOf(one, ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"])));
  return {
    find: (specifier) => {
      const name = packageName(specifier);
      const found = byName.get(name);
      return found ? entriesOf(found, `.${specifier.slice(name.length)}`) : null;
    },
    internal: (folder, specifier) => {
      const owner = ownerOf(byFolder, folder);
      return owner ? targetsIn(owner.folder, recordAt(owner.json, "imports"), specifier) : [];
    },
    dependsOn: (name) => installed.has(packageName(name)),
    isCommandLine: (folder) => {
      const owner = ownerOf(byFolder, folder);
      return owner !== null && hasCommandsOnly(owner);
    },
  };
}

function ownerOf(byFolder: ReadonlyMap<string, Package>, folder: string): Package | null {
  for (let at = folder; ; at = posix.dirname(at)) {
    const found = byFolder.get(at);
    if (found || at === posix.dirname(at)) return found ?? null;
  }
}

const dependenciesOf = ({ json }: Package, kinds: readonly string[]): readonly string[] => kinds.flatMap((key) => Object.keys(recordAt(json, key)));

function hasCommandsOnly(one: Package): boolean {
  const needs = new Set(dependenciesOf(one, ["dependencies", "peerDependencies", "optionalDependencies"]));
  return one.json["bin"] !== undefined && COMMAND_LINES.some((name) => needs.has(name)) && !LASTING.some((name) => needs.has(name));
}

export const packageName = (specifier: string): string => specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1).join("/");

/** What the manifest names for a subpath, then where sources usually stand. */
function entriesOf({ folder, json }: Package, subpath: string): readonly string[] {
  const exported = json["exports"];
  const table = isRecord(exported) && Object.keys(exported).some((key) => key.startsWith(".")) ? exported : exported === undefined ? {} : { ".": exported };
  const named = targetsIn(folder, table, subpath);
  const near = SOURCES.map((to) => posix.join(folder, to, subpath === "." ? "index" : subpath));
  const mains =
    subpath === "."
      ? ["source", "module", "main", "types", "typings"].flatMap((key) => stringAt(json, key) ?? []).map((one) => posix.join(folder, one))
      : [];
  return [...[...named, ...mains].flatMap((path) => withSources(folder, path)), ...near];
}

function targetsIn(folder: string, table: Readonly<Record<string, unknown>>, subpath: string): readonly string[] {
  const exact = table[subpath];
  if (exact !== undefined) return leaves(exact).map((one) => posix.join(folder, one));
  return Object.entries(table).flatMap(([pattern, target]) => {
    const star = pattern.indexOf("*");
    if (star < 0 || !subpath.startsWith(pattern.slice(0, star)) || !subpath.endsWith(pattern.slice(star + 1))) return [];
    const middle = subpath.slice(star, subpath.length - (pattern.length - star - 1));
    return leaves(target).map((one) => posix.join(folder, one.replaceAll("*", middle)));
  });
}

/** All files that a conditional export names. */
function leaves(target: unknown): readonly string[] {
  if (typeof target === "string") return [target];
  if (Array.isArray(target)) return target.flatMap(leaves);
  return isRecord(target) ? Object.values(target).flatMap(leaves) : [];
}

/** Where sources stand, as a rule, in the folder of their package. */
const SOURCES = ["src", ".", "lib"];

/** What is built need not be there: its source is. */
function withSources(folder: string, path: string): readonly string[] {
  const [, built] = /^\/(?:dist|build|lib|out)(?:\/(?:esm|cjs|es|types))?(\/.*)$/.exec(path.slice(folder.length)) ?? [];
  return built === undefined ? [path] : [...new Set([path, ...SOURCES.map((to) => posix.join(folder, to, built))])];
}
