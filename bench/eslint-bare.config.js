/** ESLint with the parser that most projects use, and no rule. */
import parser from "@typescript-eslint/parser";

export default [
  { ignores: ["**/{dist,build,out,coverage,vendor,target,.next,.turbo,.yarn}/"] },
  { files: ["**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}"], languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } } },
];
