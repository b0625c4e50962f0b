/**
 * A Markdown file as a suite: headings name cases, fences are files. A fence may say what it is instead: `fixed`, the file once every
 * fix is applied; `suggested`, once the first suggestion of each finding is; `options` of the rule.
 */

export type SuiteFile = Readonly<{ path: string; language: string; text: string; line: number }>;
export type Case = Readonly<{
  title: string; line: number; files: readonly SuiteFile[]; fixed: readonly SuiteFile[]; suggested: readonly SuiteFile[];
  options: Readonly<Record<string, unknown>>;
}>;

type Draft = { title: string; line: number; files: SuiteFile[]; fixed: SuiteFile[]; suggested: SuiteFile[]; options: Readonly<Record<string, unknown>> };
type Fence = { marks: string; language: string; path: string; role: string | null; line: number; lines: string[] };

const DEFAULT_NAMES: Readonly<Record<string, string>> = {
  ts: "main.ts", tsx: "main.tsx", js: "main.js", jsx: "main.jsx", cjs: "main.cjs", mjs: "main.mjs", py: "main.py", python: "main.py",
  json: "package.json", prisma: "schema.prisma", sql: "schema.sql",
};

export function readSuite(markdown: string): readonly Case[] {
  const cases: Draft[] = [];
  const headings: string[] = [];
  let open: Fence | null = null;
  markdown.split("\n").forEach((text, index) => {
    if (open) {
      if (text.trimEnd() === open.marks) {
        close(cases.at(-1), open);
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
      cases.push({ title: headings.filter(Boolean).join(" › "), line: index + 1, files: [], fixed: [], suggested: [], options: {} });
    } else if (fence) {
      const [, marks = "", language = "", rest = ""] = fence;
      const path = /file=(\S+)/.exec(rest)?.[1] ?? DEFAULT_NAMES[language] ?? `main.${language}`;
      const role = /\b(fixed|suggested|options)\b/.exec(rest.replace(/file=\S+/, ""))?.[1] ?? null;
      open = { marks, language, path, role, line: index + 2, lines: [] };
    }
  });
  return cases.filter((one) => one.files.length > 0);
}

function close(into: Draft | undefined, { path, language, role, line, lines }: Fence): void {
  const file: SuiteFile = { path, language, text: `${lines.join("\n")}\n`, line };
  if (!into) return;
  if (role === "options") into.options = JSON.parse(file.text) as Draft["options"];
  else (role === "fixed" ? into.fixed : role === "suggested" ? into.suggested : into.files).push(file);
}
