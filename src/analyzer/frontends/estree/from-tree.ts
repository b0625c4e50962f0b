/** Facts from a tree that someone else has parsed, of whatever ESTree flavour. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { IrModule } from "../../ir/nodes.ts";
import type { FilePath } from "../../source.ts";
import { lowerModule } from "./lower-module.ts";

type Comment = Readonly<{ value: string; range?: readonly [number, number] | undefined }>;

/** `tree` is a Program; its type is left open so that the public types need no parser's. */
export function lowerTree(file: FilePath, tree: object, comments: readonly Comment[]): IrModule {
  return lowerModule(file, tree as TSESTree.Program, comments.map(({ value, range = [0, 0] }) => ({ value, range })));
}
