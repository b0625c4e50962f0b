/** The fast parser of the command line. ESLint brings its own tree; both are ESTree. */
import type { TSESTree } from "@typescript-eslint/utils";
import { parseSync } from "oxc-parser";
import type { IrModule } from "../../ir/nodes.ts";
import type { FilePath } from "../../source.ts";
import { lowerModule } from "./lower-module.ts";

export type Parsed = Readonly<{ ok: true; module: IrModule } | { ok: false; message: string; offset: number }>;

const read = (file: FilePath, text: string): ReturnType<typeof parseSync> =>
  parseSync(file, text, { preserveParens: false, ...(/\.[cm]?js$/.test(file) ? { lang: "jsx" } : {}) });

export type SyntaxTree = Readonly<{ program: TSESTree.Program; comments: readonly Readonly<{ start: number; end: number }>[] }>;

/** The tree itself, for those who write fixes: null where the text has an error. */
export function parseTree(file: FilePath, text: string): SyntaxTree | null {
  const { errors, program, comments } = read(file, text);
  return errors.length > 0 ? null : { program: program as unknown as TSESTree.Program, comments };
}

export function parseModule(file: FilePath, text: string): Parsed {
  const result = read(file, text);
  const [error] = result.errors;
  if (error && result.program.body.length === 0) return { ok: false, message: error.message, offset: error.labels[0]?.start ?? 0 };
  // The same tree by construction (ESTree with TypeScript's nodes); only the packages that declare the types differ.
  const program = result.program as unknown as TSESTree.Program;
  return { ok: true, module: lowerModule(file, program, result.comments) };
}
