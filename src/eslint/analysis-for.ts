/** What lockscan knows of the file that ESLint is at: one session per root and process, one view per source text. */
import type { Rule, SourceCode } from "eslint";
import { posix } from "node:path";
import {
  diskHost, emptyHost, filePath, findRoot, lowerTree, models, openSession, posixPath, type Session, type Shown, type TypeProgram, type View,
} from "../analyzer/index.ts";
import { rules } from "../rules/index.ts";
import { PythonSourceCode } from "./python-source-code.ts";
import type { Settings } from "./settings.ts";

/** Roots that are kept at a time. */
const MOST = 3;

const sessions = new Map<string, Session>();
const views = new WeakMap<SourceCode, View | null>();

/** Null where there is nothing to find. */
export function analysisFor(context: Rule.RuleContext, settings: Settings): View | null {
  const known = views.get(context.sourceCode);
  if (known !== undefined) return known;
  const view = look(context, settings);
  views.set(context.sourceCode, view);
  return view;
}

function look(context: Rule.RuleContext, settings: Settings): View | null {
  const { text } = context.sourceCode;
  const lower = lowerOf(context.sourceCode);
  if (lower === "not ours") return null;
  const folder = posixPath(context.cwd);
  const path = posix.resolve(folder, pathOf(context));
  const root = settings.root === null ? rootFor(folder, path) : posix.resolve(folder, posixPath(settings.root));
  const types = typesOf(context.sourceCode);
  if (root !== null) return sessionAt(root, settings.includeTests, types !== null)({ file: filePath(posix.relative(root, path)), text, lower, types });
  // A file of which nothing says where it belongs is a program of its own.
  const alone = openSession({ host: emptyHost, root: posix.dirname(path), models, rules, includeTests: true });
  return alone({ file: filePath(posix.basename(path)), text, lower });
}

/** How long a root that was found is not looked for again, in milliseconds: the same manifests would be read for each file. */
const PAUSE = 1000;
const roots = new Map<string, Readonly<{ root: string | null; until: number }>>();

function rootFor(folder: string, path: string): string | null {
  const key = path.startsWith(`${folder}/`) ? folder : `${folder} ${posix.dirname(path)}`;
  const known = roots.get(key);
  if (known && performance.now() < known.until) return known.root;
  const root = findRoot(diskHost, folder, path);
  roots.set(key, { root, until: performance.now() + PAUSE });
  return root;
}

/** What is worked out with types and what is worked out without them are kept apart: the order of files must not matter. */
function sessionAt(root: string, includeTests: boolean, typed: boolean): Session {
  const key = `${root} ${String(includeTests)} ${String(typed)}`;
  const session = sessions.get(key) ?? openSession({ host: diskHost, root, models, rules, includeTests, typed });
  sessions.delete(key); // the order of keys is the order of use
  sessions.set(key, session);
  for (const old of [...sessions.keys()].slice(0, -MOST)) sessions.delete(old);
  return session;
}

/** Those that a parser has worked out anyway; none are loaded for this. */
function typesOf({ parserServices }: SourceCode): TypeProgram | null {
  const services = parserServices as Readonly<{ program?: TypeProgram | null }> | undefined;
  return services?.program ?? null;
}

/** Facts come from the tree that ESLint has. Its types say that this is always a script's; other languages bring other trees. */
function lowerOf(sourceCode: object & Readonly<{ ast: Readonly<{ type: string; comments?: readonly Comment[] }> }>): Shown["lower"] | "not ours" {
  const { ast } = sourceCode;
  if (isPython(sourceCode)) return null;
  return ast.type === "Program" ? (file) => lowerTree(file, ast, ast.comments ?? []) : "not ours";
}

type Comment = Readonly<{ value: string; range?: readonly [number, number] | undefined }>;

/** A block that a processor has cut out of a file stands beside that file, so that its imports lead where they lead from there. */
function pathOf({ filename, physicalFilename, sourceCode }: Rule.RuleContext): string {
  const [whole, shown] = [posixPath(physicalFilename), posixPath(filename)];
  const path = whole === shown ? shown : `${whole}:${posix.basename(shown)}`;
  // The analyzer tells a file's language by its name.
  return isPython(sourceCode) && !path.endsWith(".py") ? `${path}.py` : path;
}

const isPython = (sourceCode: object): boolean => sourceCode instanceof PythonSourceCode;
