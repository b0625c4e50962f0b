/** Slow hashing of passwords: bcrypt, and the packages with its interface. */
import { defineModel } from "../schema.ts";

const hash = { call: { waits: { on: "hashing" }, callbacks: [{ argument: "last", runs: "later" }] } } as const;
const block = { call: { waits: { on: "hashing" }, sync: true } } as const;

export const bcrypt = defineModel({
  name: "bcrypt",
  language: "javascript",
  packages: ["bcrypt", "bcryptjs", "@node-rs/bcrypt"],
  versions: "bcrypt 5–6; bcryptjs 2–3; @node-rs/bcrypt 1",
  docs: "https://github.com/kelektiv/node.bcrypt.js#readme",
  exports: {
    hash,
    compare: hash,
    verify: hash,
    hashSync: block,
    compareSync: block,
    verifySync: block,
    genSalt: { call: { callbacks: [{ argument: "last", runs: "later" }] } },
    genSaltSync: { call: {} },
    getRounds: { call: {} },
  },
});
