/** What the command prints, for pages that show it. */
import { fileURLToPath } from "node:url";
import { main } from "../src/cli/main.ts";

/** Run in a folder of this repository, without colours. */
export function commandOutput(folder: string, words: readonly string[]): string {
  const printed: string[] = [];
  const stream = { write: (text: string) => void printed.push(text), isTerminal: false };
  const code = main(words, { folder: fileURLToPath(new URL(`../${folder}`, import.meta.url)), environment: {}, out: stream, err: stream });
  if (code === 2) throw new Error(printed.join(""));
  return printed.join("").trim();
}

export const fence = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

/** Of several findings, the first: up to the next file's heading. */
export const firstFinding = (text: string): string => text.split(/\n(?=\S)/)[0]?.trimEnd() ?? "";
