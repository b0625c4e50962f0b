/**
 * Parts of Markdown pages that are made of other files: `<!-- begin table -->` to `<!-- end table -->` is replaced by what is called "table",
 * and the fence after `<!-- excerpt src/x.ts -->` shows that file, or its lines `from "…"` a text up to the line before `to "…"` another.
 */
import { readFileSync } from "node:fs";

const ROOT = new URL("../", import.meta.url);
const EXCERPT = /(<!-- excerpt (\S+)(?: from "(.*?)")?(?: to "(.*?)")? -->\n\n(`{3,})\w*)\n(?:[\s\S]*?\n)??\5\n/g;

export function fill(page: string, parts: Readonly<Record<string, string>>): string {
  const text = readFileSync(new URL(page, ROOT), "utf8");
  const filled = text.replace(/(<!-- begin (\w+) -->\n)[\s\S]*?(<!-- end \2 -->)/g, (_, open: string, name: string, close: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`${page}: nothing is called "${name}"`);
    return `${open}\n${part}\n\n${close}`;
  });
  return filled.replace(EXCERPT, (_, open: string, path: string, from: string | undefined, to: string | undefined, fence: string) =>
    `${open}\n${excerpt(path, from, to)}\n${fence}\n`);
}

function excerpt(path: string, from: string | undefined, to: string | undefined): string {
  const lines = readFileSync(new URL(path, ROOT), "utf8").trimEnd().split("\n");
  const first = from === undefined ? 0 : lines.findIndex((line) => line.includes(from));
  const end = to === undefined ? lines.length : lines.findIndex((line, index) => index > first && line.includes(to));
  if (first < 0 || end < 0) throw new Error(`${path} no longer has the lines that a page shows: from "${from ?? ""}" to "${to ?? ""}"`);
  return lines.slice(first, end).join("\n").trim();
}
