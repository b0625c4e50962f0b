/** `lockscan init` prints an ESLint config; with `--write` it writes one, where there is none. */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Arguments } from "../arguments.ts";
import { refuse, type ExitCode, type Io, type Result } from "../io.ts";

const NAMES = ["js", "mjs", "cjs", "ts", "mts", "cts"].map((extension) => `eslint.config.${extension}`);

const plain = `import lockscan from "lockscan";

export default [lockscan.configs.recommended];
`;

const typed = `import lockscan from "lockscan";
import { parser } from "typescript-eslint";

export default [
  { files: ["**/*.{ts,tsx,mts,cts}"], languageOptions: { parser } },
  { files: ["**/*.{ts,tsx,mts,cts,js,mjs,cjs,jsx}"], ...lockscan.configs.recommended },
];
`;

export function init(words: Arguments, io: Io): Result<ExitCode> {
  const text = existsSync(join(io.folder, "tsconfig.json")) ? typed : plain;
  const existing = NAMES.find((name) => existsSync(join(io.folder, name)));
  if (!words.write) {
    io.out.write(text);
    return { ok: true, value: 0 };
  }
  if (existing !== undefined) return refuse(`${existing} is there already; add to it what \`lockscan init\` prints`);
  writeFileSync(join(io.folder, "eslint.config.mjs"), text, { flag: "wx" });
  io.out.write("eslint.config.mjs is written\n");
  return { ok: true, value: 0 };
}
