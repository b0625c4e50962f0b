/** A Markdown file as a suite: headings name cases, fences are files. */

export type SuiteFile = Readonly<{ path: string; language: string; text: string; line: number }>;
export type Case = Readonly<{ title: string; line: number; files: readonly SuiteFile[] }>;

const DEFAULT_NAMES: Readonly<Record<string, string>> = {
  ts: "main.ts", tsx: "main.tsx", js: "main.js", jsx: "main.jsx", cjs: "main.cjs", mjs: "main.mjs", py: "main.py", python: "main.py",
  json: "package.json", prisma: "schema.prisma", sql: "schema.sql",
};

export function readSuite(markdown: string): readonly Case[] {
  const cases: { title: string; line: number; files: SuiteFile[] }[] = [];
  const headings: string[] = [];
  let open: { fence: string; language: string; path: string; line: number; lines: string[] } | null = null;
  markdown.split("\n").forEach((text, index) => {
    if (open) {
      if (text.trimEnd() === open.fence) {
        cases.at(-1)?.files.push({ path: open.path, language: open.language, text: `${open.lines.join("\n")}\n`, line: open.line });
        open = null;
      } else open.lines.push(text);
      return;
    }
    const heading = /^(#+)\s+(.*)$/.exec(text);
    const fence = /^(`{3,})(\w+)(.*)$/.exec(text);
    if (heading) {
      const [, hashes = "", title = ""] = heading;
      headings.splice(hashes.length - 1);
      headings[hashes.length - 1] = title;
      cases.push({ title: headings.filter(Boolean).join(" › "), line: index + 1, files: [] });
    } else if (fence) {
      const [, marks = "", language = "", rest = ""] = fence;
      const path = /file=(\S+)/.exec(rest)?.[1] ?? DEFAULT_NAMES[language] ?? `main.${language}`;
      open = { fence: marks, language, path, line: index + 2, lines: [] };
    }
  });
  return cases.filter((one) => one.files.length > 0);
}
