/** TypeScript's types for the command line. The compiler is loaded when a name first leads nowhere, and only where types are asked for. */
import { createRequire } from "node:module";
import { posix } from "node:path";
import { describeFailure } from "../failure.ts";
import type { FilePath } from "../source.ts";
import type { Host } from "./host.ts";
import { languageOfFile } from "./language.ts";
import { readTypes, type TypeProgram, type TypeReader } from "./read-types.ts";
import type { Problem } from "./tsconfig.ts";

export type TypeRequest = Readonly<{
  host: Host; root: string;
  /** The files that can matter: those that may be asked about. */
  files: () => Iterable<FilePath>;
  text: (file: FilePath) => string | null;
  problems: Problem[];
}>;

/** An import would load it with this file; this is done at the time, and at once. */
const require = createRequire(import.meta.url);

/** What is used of ts-morph. */
type Morph = Readonly<{ Project: new (options: MorphOptions) => MorphProject }>;
type MorphOptions = Readonly<{
  tsConfigFilePath?: string; skipAddingFilesFromTsConfig: boolean; skipFileDependencyResolution: boolean; compilerOptions: Readonly<Record<string, unknown>>;
}>;
type MorphProject = Readonly<{
  addSourceFileAtPathIfExists: (path: string) => unknown; addSourceFilesAtPaths: (globs: readonly string[]) => unknown;
  getProgram: () => Readonly<{ compilerObject: TypeProgram }>;
}>;

export function openTypes(request: TypeRequest): TypeReader {
  const configOf = configFinder(request);
  const readers = new Map<string, TypeReader | null>();
  const readerOf = (config: string): TypeReader | null => {
    const known = readers.get(config);
    if (known !== undefined) return known;
    const made = openReader(request, config, [...request.files()].filter((file) => languageOfFile(file) === "javascript" && configOf(file) === config));
    readers.set(config, made);
    return made;
  };
  return (file, start, end) => readerOf(configOf(file))?.(file, start, end) ?? [];
}

/** The nearest tsconfig.json at or below the root; "" where there is none. */
function configFinder({ host, root }: TypeRequest): (file: FilePath) => string {
  const known = new Map<string, string>();
  const find = (folder: string): string => {
    const path = posix.join(root, folder, "tsconfig.json");
    const found = known.get(folder) ?? (host.isFile(path) ? path : folder === "." ? "" : find(posix.dirname(folder)));
    known.set(folder, found);
    return found;
  };
  return (file) => find(posix.dirname(file));
}

function openReader(request: TypeRequest, config: string, files: readonly FilePath[]): TypeReader | null {
  const { host, root, text, problems } = request;
  if (!hasPackages(host, root, config === "" ? root : posix.dirname(config))) {
    problems.push({ file: root, message: "types are not used: there is no node_modules folder with the packages that declare them" });
    return null;
  }
  try {
    const { Project } = require("ts-morph") as Morph;
    const project = new Project({ ...optionsFor(config), skipAddingFilesFromTsConfig: true, skipFileDependencyResolution: true });
    for (const file of files) project.addSourceFileAtPathIfExists(posix.join(root, file));
    if (config !== "") project.addSourceFilesAtPaths(declarationsBelow(posix.dirname(config)));
    return readTypes(project.getProgram().compilerObject, root, text);
  } catch (error) {
    problems.push({ file: config === "" ? root : config, message: `types are not used: ${describeFailure(error)}` });
    return null;
  }
}

const optionsFor = (config: string): Pick<MorphOptions, "tsConfigFilePath" | "compilerOptions"> => {
  const compilerOptions = { allowJs: true, noEmit: true, skipLibCheck: true };
  return config === "" ? { compilerOptions } : { tsConfigFilePath: config, compilerOptions };
};

/** Declarations that no import leads to add to the types of others. */
const declarationsBelow = (folder: string): readonly string[] =>
  [`${folder}/**/*.d.ts`, `!${folder}/**/{node_modules,dist,build,out,coverage,.git}/**`];

/** In the folder, or in one round it up to the root. */
const hasPackages = (host: Host, root: string, folder: string): boolean =>
  host.stat(posix.join(folder, "node_modules"))?.kind === "folder" || (folder !== root && hasPackages(host, root, posix.dirname(folder)));
