/** The fast parser of the command line. ESLint brings its own tree; both are ESTree. */
import type { TSESTree } from "@typescript-eslint/utils";
import { parseSync } from "oxc-parser";
import type { IrModule } from "../../ir/nodes.ts";
import type { FilePath } from "../../source.ts";
import { lowerModule } from "./lower-module.ts";

export type Parsed = Readonly<{ ok: true; module: IrModule } | { ok: false; message: string; offset: number }>;

export function parseModule(file: FilePath, text: string): Parsed {
  const result = parseSync(file, text, { preserveParens: false, ...(/\.[cm]?js$/.test(file) ? { lang: "jsx" } : {}) });
  const [error] = result.errors;
  if (error && result.program.body.length === 0) return { ok: false, message: error.message, offset: error.labels[0]?.start ?? 0 };
  // The same tree by construction (ESTree with TypeScript's nodes); only the packages that declare the types differ.
  const program = result.program as unknown as TSESTree.Program;
  return { ok: true, module: lowerModule(file, program, result.comments) };
}
