import argon2, { verify } from "argon2";

export async function enrol(phrase: string): Promise<string> {
  return argon2.hash(phrase, { type: argon2.argon2id }); // effect: wait hashing
}

export async function check(phrase: string, stored: string): Promise<string | null> {
  if (!(await verify(stored, phrase))) return null; // effect: wait hashing
  return argon2.needsRehash(stored) ? enrol(phrase) : stored;
}
