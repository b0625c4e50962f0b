/** Slow hashing of passwords: bcrypt, argon2, passlib and pwdlib, werkzeug. Making a salt is quick. */
import { defineModel } from "../schema.ts";

const slow = { call: { waits: { on: "hashing" } } } as const;
const local = { call: {} } as const;
const scheme = { members: { hash: slow, verify: slow, encrypt: slow, using: { call: { returns: "Hasher" } } } } as const;
const hasher = { instance: "Hasher", construct: { returns: "Hasher" }, members: { recommended: { call: { returns: "Hasher" } } } } as const;

export const passwordHashing = defineModel({
  name: "password-hashing",
  language: "python",
  packages: ["bcrypt", "argon2", "argon2.low_level", "passlib.context", "passlib.hash", "pwdlib", "werkzeug.security", "flask_bcrypt", "nacl.pwhash"],
  versions: "bcrypt 3–5; argon2-cffi 20–25; passlib 1.7; pwdlib 0.2; werkzeug 2–3; flask-bcrypt 1",
  docs: "https://passlib.readthedocs.io/en/stable/lib/passlib.context.html",
  exports: {
    hashpw: slow,
    checkpw: slow,
    kdf: slow,
    gensalt: local,
    hash_secret: slow,
    verify_secret: slow,
    str: slow,
    verify: slow,
    generate_password_hash: slow,
    check_password_hash: slow,
    PasswordHasher: hasher,
    PasswordHash: hasher,
    CryptContext: hasher,
    Bcrypt: hasher,
    bcrypt: scheme,
    bcrypt_sha256: scheme,
    argon2: scheme,
    pbkdf2_sha256: scheme,
    pbkdf2_sha512: scheme,
    scrypt: scheme,
    sha256_crypt: scheme,
    sha512_crypt: scheme,
  },
  types: {
    Hasher: {
      members: {
        hash: slow,
        verify: slow,
        verify_and_update: slow,
        encrypt: slow,
        dummy_verify: slow,
        generate_password_hash: slow,
        check_password_hash: slow,
        needs_update: local,
        check_needs_rehash: local,
        identify: local,
      },
    },
  },
});
