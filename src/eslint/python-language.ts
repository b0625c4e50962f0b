/** The language "lockscan/python", in which ESLint can be shown Python files. */
import type { ESLint } from "eslint";
import { lineStarts, outlinePython, positionAt } from "../analyzer/index.ts";
import { PythonSourceCode } from "./python-source-code.ts";

type Language = NonNullable<ESLint.Plugin["languages"]>[string];

export const pythonLanguage: Language = {
  fileType: "text", lineStart: 1, columnStart: 0, nodeTypeKey: "type", visitorKeys: { Module: [] },
  validateLanguageOptions: (options) => {
    const [unknown] = Object.keys(options);
    if (unknown !== undefined) throw new TypeError(`languageOptions.${unknown}: the language lockscan/python has no options`);
  },
  parse: ({ body }) => {
    const text = textOf(body);
    const outline = outlinePython(text);
    if (outline.ok) return { ok: true, ast: outline };
    const { line, column } = positionAt(lineStarts(text), outline.offset);
    return { ok: false, errors: [{ message: outline.message, line, column: column + 1 }] };
  },
  createSourceCode: ({ body }, { ast }) => new PythonSourceCode(textOf(body), (ast as Extract<ReturnType<typeof outlinePython>, { ok: true }>).comments),
};

const textOf = (body: string | Uint8Array): string => (typeof body === "string" ? body : new TextDecoder().decode(body));
