/** The shared builder, and the trees that this front-end reads. */
import type { TSESTree } from "@typescript-eslint/utils";

export * from "../builder.ts";
export type Ast = TSESTree.Node;
