/** Next.js: what `after` is given runs when the response has been sent; what answers the request by itself throws. */
import { defineModel } from "../schema.ts";

// It also takes a promise, which it collects without the caller waiting for it.
const after = { call: { collects: true, callbacks: [{ argument: 0, runs: "later" }] } } as const;
const throws = { call: { throws: true } } as const;

export const next = defineModel({
  name: "next",
  language: "javascript",
  packages: ["next/server", "next/server.js", "next/navigation", "next/navigation.js"],
  versions: "14–16",
  docs: "https://nextjs.org/docs/app/api-reference/functions/after",
  exports: { after, unstable_after: after, notFound: throws, redirect: throws, permanentRedirect: throws, forbidden: throws, unauthorized: throws },
});
