/** Puts one more item into brackets: arguments, the members of an object, the entries of a dictionary. */
import type { Edit } from "../rule.ts";
import type { FilePath } from "../source.ts";
import { indentAt, startsLine, type Range } from "./lines.ts";

/** `padding` stands between the brackets and their items where both are on one line. */
export type Brackets = Readonly<{ file: FilePath; text: string; at: Range; last: Range | null; padding: "" | " " }>;

/** Behind the last item, on a line of its own where the last one has one; null where a comment stands in the way. */
export function addItem({ file, text, at, last, padding }: Brackets, item: string): readonly Edit[] | null {
  const edit = (start: number, put: string): Edit => ({ at: { file, start, end: start }, text: put });
  if (!last)
    return /^.\s*.$/s.test(text.slice(at.start, at.end))
      ? [{ at: { file, start: at.start + 1, end: at.end - 1 }, text: `${padding}${item}${padding}` }]
      : null;
  const rest = text.slice(last.end, at.end - 1);
  const [, comma = "", , line] = /^(,?)([\t ]*(?:(?:\/\/|#)[^\n]*|\/\*[^\n]*\*\/[\t ]*)?)(\r?\n)?/.exec(rest) ?? [];
  if (line === undefined || !startsLine(text, last.start)) return /^,?\s*$/.test(rest) ? [edit(last.end, `, ${item}`)] : null;
  const end = last.end + rest.indexOf(line);
  const added = edit(end, `${line}${indentAt(text, last.start)}${item}${comma}`);
  return comma ? [added] : [edit(last.end, ","), added];
}
