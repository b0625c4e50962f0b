/** Small damage to a text, the same for the same seed. */

export type Random = (below: number) => number;

/** A linear congruential generator is random enough to choose lines with. */
export function createRandom(seed: number): Random {
  let state = (seed * 2_654_435_761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const TOKENS = [
  "await ", "async ", "function ", "class ", "extends ", "return ", "yield ", "try ", "catch ", "finally ", "{", "}", "(", ")", "[", "]",
  "=>", "=", ";", ",", "...", "?.", "??", "`", "${", "'",
  '"',
  "/", "\\", "#", "@", "new ", "import ", "export ", "default ", "from ", "static ", "get ", "this", "super", "null", "undefined", "in ",
  "of ", "for ", "while ", "if ", "else ", "switch ", "case ", "with ", "as ", "satisfies ", "enum ", "namespace ", "declare ", "abstract ",
  "delete ", "void ", "typeof ", "<", ">", ":", "\n", "\t", "  ", "def ", "lambda ", "None", "self", "constructor", "__proto__",
  "prototype", "toString", "hasOwnProperty", "\u2028", "\u0000", "é", "😀", "0", "1n", "/*", "*/", "//",
];

const MUTATIONS: readonly ((random: Random, text: string, donor: string) => string)[] = [
  (random, text) => cut(text, random(text.length + 1), random(12)),
  (random, text) => cut(text, random(text.length + 1), random(text.length + 1)),
  (random, text) => insert(text, random(text.length + 1), pick(random, TOKENS)),
  (random, text) => replaceWord(random, text, pick(random, TOKENS)),
  (random, text) => replaceWord(random, text, pick(random, words(text))),
  (random, text) => onLines(text, (lines) => lines.splice(random(lines.length), 1)),
  (random, text) => onLines(text, (lines) => lines.splice(random(lines.length), 0, pick(random, lines))),
  (random, text, donor) => onLines(text, (lines) => lines.splice(random(lines.length), 0, pick(random, donor.split("\n")))),
  (random, text) => onLines(text, (lines) => {
    const from = random(lines.length);
    const moved = lines.splice(from, 1 + random(6));
    lines.splice(random(lines.length + 1), 0, ...moved);
  }),
  (random, text) => text.slice(0, random(text.length + 1)),
];

export function mutate(random: Random, text: string, donor: string): string {
  let result = text;
  for (let left = 1 + random(3); left > 0; left--) result = pick(random, MUTATIONS)(random, result, donor);
  return result;
}

const pick = <T>(random: Random, items: readonly T[]): T => {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
};

const words = (text: string): readonly string[] => text.match(/\w+/g) ?? [""];
const cut = (text: string, at: number, length: number): string => text.slice(0, at) + text.slice(at + length);
const insert = (text: string, at: number, token: string): string => text.slice(0, at) + token + text.slice(at);

function replaceWord(random: Random, text: string, by: string): string {
  const found = [...text.matchAll(/\w+/g)];
  const chosen = found[random(found.length)];
  return chosen ? insert(cut(text, chosen.index, chosen[0].length), chosen.index, by) : text;
}

function onLines(text: string, change: (lines: string[]) => void): string {
  const lines = text.split("\n");
  change(lines);
  return lines.join("\n");
}
