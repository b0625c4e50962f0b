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
      "max-lines-per-function": ["error", 40],
      "max-len": ["error", { code: 160, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
      "no-restricted-syntax": ["error", ...HOUSE_SYNTAX, ...NO_CLASSES],
      eqeqeq: "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      // `type X = Readonly<{ … }>` is the one way that data is declared here.
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      // Numbers, booleans and the strings of unions print as they are.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
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
    // Parsers leave out what their types promise, each something else; and of a hundred kinds of nodes few matter to one function.
    files: ["src/analyzer/frontends/**/*.ts"],
    rules: { "@typescript-eslint/no-unnecessary-condition": "off", "@typescript-eslint/switch-exhaustiveness-check": "off" },
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
