/** Files that people or tools start, not a service: tests, scripts, migrations, programs. What they do happens once. */
import { classify } from "../project/classify.ts";
import type { FilePath } from "../source.ts";
import type { ModuleIndex } from "./module-index.ts";

export function isRunByHand(file: FilePath): boolean {
  const place = classify(file);
  return place !== "service" && place !== "generated";
}

/** Nothing can be imported from it: it is a program. */
export const isProgram = ({ module }: ModuleIndex): boolean => Object.keys(module.exports).length === 0 && module.stars.length === 0;
