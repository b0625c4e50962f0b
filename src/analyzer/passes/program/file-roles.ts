/** Files that people or tools start, not a service: tests, scripts, migrations, programs. What they do happens once. */
import type { Place } from "../../project/classify.ts";
import type { FilePath } from "../../source.ts";
import type { Engine } from "./engine.ts";
import type { ModuleIndex } from "./module-index.ts";

/** An example or a page's snippet shows what a service does: it is read as one. */
const SERVICES: ReadonlySet<Place> = new Set(["service", "generated", "example", "documentation"]);

export const isRunByHand = ({ program }: Pick<Engine, "program">, file: FilePath): boolean => !SERVICES.has(program.role(file));

/** Nothing can be imported from it: it is a program. Python cannot say the name of a module like `2-train.py` at all. */
export function isProgram({ module }: ModuleIndex): boolean {
  const name = module.file.slice(module.file.lastIndexOf("/") + 1).replace(/\.py$/, "");
  if (module.language === "python" && !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return true;
  return Object.keys(module.exports).length === 0 && module.stars.length === 0;
}
