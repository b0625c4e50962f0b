/** ZenStack: a Prisma client that keeps to access rules is the same client. */
import { defineModel } from "../schema.ts";

const same = { call: { returns: { argument: 0 } } } as const;

export const zenstack = defineModel({
  name: "zenstack",
  language: "javascript",
  packages: ["@zenstackhq/runtime", "@zenstackhq/runtime/*", ".zenstack/enhance", "@zenstackhq/enhance"],
  versions: "1–2",
  docs: "https://zenstack.dev/docs/reference/runtime-api",
  exports: { enhance: same, withPresets: same, withPolicy: same, withOmit: same, withPassword: same },
});
