/** Key derivation, which is slow on purpose. The digests of the same module are fast. */
import { defineModel } from "../schema.ts";

const slow = { call: { waits: { on: "hashing" } } } as const;
const fast = { call: {} } as const;

export const hashlib = defineModel({
  name: "hashlib",
  language: "python",
  packages: ["hashlib"],
  versions: "3.8–3.14",
  docs: "https://docs.python.org/3/library/hashlib.html#key-derivation",
  harmless: true,
  exports: { pbkdf2_hmac: slow, scrypt: slow, md5: fast, sha1: fast, sha256: fast, sha512: fast, blake2b: fast, new: fast },
});
