/** Which files there are: sources, manifests, schemas. Ignore files are honoured, links are not followed in circles. */
import ignore, { type Ignore } from "ignore";
import { posix } from "node:path";
import type { Entry, Host } from "./host.ts";
import type { Problem } from "./tsconfig.ts";
import { below, wayDown } from "./way-down.ts";

export type Discovered = Readonly<{
  sources: readonly string[]; manifests: readonly string[]; requirements: readonly string[]; schemas: readonly string[]; problems: readonly Problem[];
}>;

/** Never a project's own code, whatever the ignore files say. */
const SKIPPED: ReadonlySet<string> = new Set([
  "node_modules", "bower_components", "__pycache__", "site-packages", ".eggs", ".nox", ".ipynb_checkpoints", ".ruff_cache", ".git", ".hg",
  ".svn", ".next", ".nuxt", ".turbo", ".cache", ".venv", "venv", ".tox", ".yarn", ".pnpm-store", ".mypy_cache", ".pytest_cache", ".output",
  ".svelte-kit", ".vercel",
]);
/** Built files, unless the folder is named on the command line. */
const BUILT: ReadonlySet<string> = new Set(["dist", "build", "out", "coverage", "vendor", "target"]);

const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx|py)$/;
const DECLARATION = /\.d\.[cm]?ts$/;
/** Where Python projects say what they depend on. */
const REQUIREMENTS = /^(?:pyproject\.toml|setup\.(?:cfg|py)|Pipfile|.*requirements.*\.(?:txt|in))$/;
const SCHEMA = /\.(?:prisma|sql)$/;

type Walk = {
  readonly host: Host; readonly top: string; readonly visited: Set<string>;
  readonly sources: string[]; readonly manifests: string[]; readonly requirements: string[]; readonly schemas: string[]; readonly problems: Problem[];
};
type Rules = readonly Readonly<{ folder: string; matcher: Ignore }>[];

/** `named`: files and folders that are asked for, whatever they are called and whoever ignores them. */
export function discover(host: Host, root: string, named: readonly string[] = []): Discovered {
  const walk: Walk = { host, top: host.realPath(root) ?? root, sources: [], manifests: [], requirements: [], schemas: [], problems: [], visited: new Set() };
  visitFolder(walk, root, []);
  for (const path of named) {
    if (host.stat(path)?.kind === "folder") visitFolder(walk, path, []);
    else if (!walk.sources.includes(path)) noteFile(walk, path, posix.basename(path), []);
  }
  return walk;
}

function visitFolder(walk: Walk, folder: string, outer: Rules): void {
  const real = walk.host.realPath(folder);
  if (real === null || walk.visited.has(real)) return;
  walk.visited.add(real);
  const entries = walk.host.list(folder);
  if (!entries) return void walk.problems.push({ file: folder, message: "this folder cannot be read; what is in it is not scanned" });
  if (entries.some((entry) => entry.name === "pyvenv.cfg")) return; // a virtual environment, whatever it is called
  const rules = [...outer, ...ownRules(walk.host, folder, entries)];
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of sorted) visitEntry(walk, folder, entry, rules);
}

function ownRules(host: Host, folder: string, entries: readonly Entry[]): Rules {
  return [".gitignore", ".lockscanignore"].flatMap((name) => {
    if (!entries.some((entry) => entry.name === name)) return [];
    const text = host.read(posix.join(folder, name))?.toString("utf8");
    return text === undefined ? [] : [{ folder, matcher: ignore().add(text) }];
  });
}

function visitEntry(walk: Walk, folder: string, entry: Entry, rules: Rules): void {
  const path = below(folder, entry.name);
  const kind = entry.kind === "link" ? kindOfLink(walk, path) : entry.kind;
  if (kind === "folder") {
    if (SKIPPED.has(entry.name) || isBuilt(entry.name, folder) || isIgnored(rules, path, true)) return;
    visitFolder(walk, path, rules);
  } else if (kind === "file") noteFile(walk, path, entry.name, rules);
}

/** A link out of the repository leads to what is not part of it. */
function kindOfLink({ host, top }: Walk, path: string): Entry["kind"] {
  const real = host.realPath(path);
  return real !== null && real.startsWith(`${top}/`) ? (host.stat(path)?.kind ?? "other") : "other";
}

/** "build" may be a folder of sources somewhere below "src". */
const isBuilt = (name: string, folder: string): boolean => BUILT.has(name) && !/\/src(?:\/|$)/.test(folder);

function noteFile(walk: Walk, path: string, name: string, rules: Rules): void {
  if (REQUIREMENTS.test(name) && !isIgnored(rules, path, false)) walk.requirements.push(path);
  const list = name === "package.json" ? walk.manifests : SCHEMA.test(name) ? walk.schemas : SOURCE.test(name) && !DECLARATION.test(name) ? walk.sources : null;
  if (list && !isIgnored(rules, path, false)) list.push(path);
}

function isIgnored(rules: Rules, path: string, isFolder: boolean): boolean {
  let ignored = false;
  for (const { folder, matcher } of rules) {
    const way = wayDown(folder, path);
    const result = matcher.test(isFolder ? `${way}/` : way);
    if (result.ignored) ignored = true;
    else if (result.unignored) ignored = false;
  }
  return ignored;
}
