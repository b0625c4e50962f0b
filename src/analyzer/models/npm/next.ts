/** Next.js: what `after` is given runs when the response has been sent. */
import { defineModel } from "../schema.ts";

// It also takes a promise, which it collects without the caller waiting for it.
const after = { call: { collects: true, callbacks: [{ argument: 0, runs: "later" }] } } as const;

export const next = defineModel({
  name: "next",
  language: "javascript",
  packages: ["next/server", "next/server.js"],
  versions: "14–16",
  docs: "https://nextjs.org/docs/app/api-reference/functions/after",
  exports: { after, unstable_after: after },
});
