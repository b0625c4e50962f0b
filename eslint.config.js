/** The house rules, as far as a linter can hold them; tests/repository.test.ts holds the rest. */
import { existsSync } from "node:fs";
import { defineConfig, globalIgnores } from "eslint/config";
import eslintPlugin from "eslint-plugin-eslint-plugin";
import tseslint from "typescript-eslint";

const HOUSE_SYNTAX = [
  { selector: "TSEnumDeclaration", message: "Use a union of literals." },
  { selector: "TSModuleDeclaration", message: "Use a module." },
];
/** Classes and default exports stand only where ESLint asks for them. */
const NO_CLASSES = [
  { selector: "ClassDeclaration, ClassExpression", message: "Use functions over plain data." },
  { selector: "ExportDefaultDeclaration", message: "Export by name." },
];

/** lockscan on itself, once it has been built. */
const built = new URL("dist/index.js", import.meta.url);
const itself = existsSync(built) ? [(await import(built.href)).default.configs.recommended].flat() : [];

export default defineConfig(
  globalIgnores(["dist/", "coverage/", "examples/", "tests/models/", "**/.*/"]),
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      // A warning only: some fifty older lines are wider than the house's width.
      "max-len": ["warn", { code: 160, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
      "no-restricted-syntax": ["error", ...HOUSE_SYNTAX, ...NO_CLASSES],
      eqeqeq: "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      // `type X = Readonly<{ … }>` is the one way that data is declared here.
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      // Numbers, booleans and the strings of unions print as they are.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      // `() => void list.push(one)` says that what it gives does not matter, whatever it is.
      "@typescript-eslint/no-meaningless-void-operator": "off",
      // Types of the platform promise more than it keeps: a stream that is no terminal has no `isTTY`.
      "@typescript-eslint/no-unnecessary-boolean-literal-compare": "off",
      // What a program, a project's own settings or another parser hands over is less regular than its type: asking once too often is no fault.
      "@typescript-eslint/no-unnecessary-condition": "off",
      // `a || b` where both are empty text or false is meant.
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: true }],
      // Records that are made key by key are emptied the same way.
      "@typescript-eslint/no-dynamic-delete": "off",
      // A dispatch returns what its cases give, which may be nothing.
      "@typescript-eslint/no-confusing-void-expression": "off",
      // Kinds of syntax nodes are an enum in the parser's types, and plain strings in its output.
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      // Keys of records that come from outside stand in brackets.
      "@typescript-eslint/dot-notation": ["error", { allowIndexSignaturePropertyAccess: true }],
      // `string | "receiver"` names the words that have a meaning.
      "@typescript-eslint/no-redundant-type-constituents": "off",
      // `a !== undefined && a.x === b` says what it asks; `a?.x === b` also asks whether b is undefined.
      "@typescript-eslint/prefer-optional-chain": "off",
    },
  },
  {
    files: ["src/eslint/**/*.ts", "src/index.ts", "*.config.ts"],
    rules: { "no-restricted-syntax": ["error", ...HOUSE_SYNTAX] },
  },
  {
    // Each holds one switch over all kinds of its union, or puts a project together: cut in two they would say less.
    files: ["src/analyzer/{frontends/estree/lower-expression,passes/evaluate/evaluate-member,values/value,project/load}.ts"],
    rules: { "max-lines-per-function": ["error", { max: 55, skipBlankLines: true, skipComments: true }] },
  },
  {
    // Of a hundred kinds of syntax nodes few matter to one function.
    files: ["src/analyzer/frontends/**/*.ts"],
    rules: { "@typescript-eslint/switch-exhaustiveness-check": "off" },
  },
  {
    files: ["src/eslint/**/*.ts", "src/index.ts"],
    extends: [eslintPlugin.configs.recommended],
  },
  {
    // A suite is a list of cases, as long as there are cases.
    files: ["tests/**/*.ts"],
    rules: { "max-lines-per-function": "off" },
  },
  { files: ["**/*.ts"], extends: itself },
);
