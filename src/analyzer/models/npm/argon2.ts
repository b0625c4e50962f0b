/** Slow hashing of passwords with Argon2. */
import { defineModel } from "../schema.ts";

const hash = { call: { waits: { on: "hashing" } } } as const;
const block = { call: { waits: { on: "hashing" }, sync: true } } as const;

export const argon2 = defineModel({
  name: "argon2",
  language: "javascript",
  packages: ["argon2", "@node-rs/argon2"],
  versions: "argon2 0.28–0.45; @node-rs/argon2 1–2",
  docs: "https://github.com/ranisalt/node-argon2#readme",
  exports: { hash, hashRaw: hash, verify: hash, hashSync: block, hashRawSync: block, verifySync: block, needsRehash: { call: {} } },
});
