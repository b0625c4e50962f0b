/** The slow functions of Node's cryptography; with a callback they are waited for only where a promise is made of them. */
import { defineModel } from "../schema.ts";

const derive = { call: { waits: { on: "hashing" }, callbacks: [{ argument: "last", runs: "later" }] } } as const;
const block = { call: { waits: { on: "hashing" }, sync: true } } as const;
// PBKDF2 is slow, the other algorithms are not.
const maybe = { call: { waits: { on: "hashing", confidence: "low" } } } as const;
const subtle = { members: { deriveBits: maybe, deriveKey: maybe } } as const;

export const nodeCrypto = defineModel({
  name: "node-crypto",
  language: "javascript",
  packages: ["crypto", "node:crypto"],
  versions: "Node.js 18–24",
  docs: "https://nodejs.org/api/crypto.html",
  globals: { crypto: { members: { subtle } } },
  exports: {
    pbkdf2: derive,
    scrypt: derive,
    argon2: derive,
    generateKeyPair: derive,
    generatePrime: derive,
    pbkdf2Sync: block,
    scryptSync: block,
    argon2Sync: block,
    generateKeyPairSync: block,
    generatePrimeSync: block,
    subtle,
    "webcrypto.subtle": subtle,
  },
});
