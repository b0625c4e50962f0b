/** Vercel: the promise given to `waitUntil` keeps the function alive, but nobody waits for it before the response. */
import { defineModel } from "../schema.ts";

export const vercelFunctions = defineModel({
  name: "vercel-functions",
  language: "javascript",
  packages: ["@vercel/functions"],
  versions: "1–3",
  docs: "https://vercel.com/docs/functions/functions-api-reference/vercel-functions-package",
  exports: { waitUntil: { call: { collects: true } } },
});
