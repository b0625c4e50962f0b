/** Unique keys from `schema.prisma`: @unique, @@unique, @id, @@id, names and their mappings. */
import type { KeyColumn, TableKeys, UniqueKey } from "./table-keys.ts";

export function readPrismaSchema(text: string): readonly TableKeys[] {
  const clean = text.replace(/\/\/[^\n]*/g, "");
  return [...clean.matchAll(/^\s*model\s+(\w+)\s*\{([\s\S]*?)^\s*\}/gm)].map(([, name = "", body = ""]) => readModel(name, body));
}

function readModel(name: string, body: string): TableKeys {
  const lines = body.split("\n").map((line) => line.trim()).filter(Boolean);
  const columns = new Map<string, KeyColumn>();
  const keys: UniqueKey[] = [];
  const names = [name];
  for (const line of lines) {
    const [, field] = /^(\w+)\s+\w/.exec(line) ?? [];
    if (field === undefined) continue;
    const column = [field, ...argument(line, "@map")];
    columns.set(field, column);
    if (/(?<!@)@id\b/.test(line)) keys.push({ columns: [column], primary: true, partial: false });
    else if (/(?<!@)@unique\b/.test(line)) keys.push({ columns: [column], primary: false, partial: false });
  }
  for (const line of lines) {
    names.push(...argument(line, "@@map"));
    const [, kind, fields = ""] = /^@@(unique|id)\s*\(\s*(?:fields\s*:\s*)?\[([^\]]*)\]/.exec(line) ?? [];
    if (kind === undefined) continue;
    const list = fields.split(",").map((one) => one.trim().replace(/\(.*/, "")).filter(Boolean);
    keys.push({ columns: list.map((one) => columns.get(one) ?? [one]), primary: kind === "id", partial: /\bwhere\s*:/.test(line) });
  }
  return { names, keys, whole: true };
}

/** The name in `@map("users")`; `@@map` is another word. */
function argument(line: string, word: "@map" | "@@map"): readonly string[] {
  const [, text] = new RegExp(`(?<!@)${word}\\s*\\(\\s*(?:name\\s*:\\s*)?"([^"]+)"`).exec(line) ?? [];
  return text === undefined ? [] : [text];
}
