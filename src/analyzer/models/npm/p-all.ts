/** p-all: functions in a list, of which a model can name those that are written out. */
import { defineModel } from "../schema.ts";

const places = ["0", "1", "2", "3", "4", "5", "6", "7"];

export const pAll = defineModel({
  name: "p-all",
  language: "javascript",
  packages: ["p-all"],
  versions: "3–5",
  docs: "https://github.com/sindresorhus/p-all#readme",
  exports: { default: { call: { callbacks: places.map((place) => ({ argument: 0, path: [place], runs: "during" }) as const) } } },
});
