/** The language of a file, by its name. */
import type { IrModule } from "../ir/nodes.ts";

export type Language = IrModule["language"];

export const languageOfFile = (file: string): Language => (file.endsWith(".py") ? "python" : "javascript");
