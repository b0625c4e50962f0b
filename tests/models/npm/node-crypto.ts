import { createHash, generateKeyPairSync, pbkdf2, randomBytes, scrypt, scryptSync, timingSafeEqual, webcrypto } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(scrypt) as (phrase: string, salt: string, length: number) => Promise<Buffer>;

export async function enrol(phrase: string): Promise<string> {
  const salt = randomBytes(16).toString("hex");
  const key = await derive(phrase, salt, 64); // effect: wait hashing
  return `${salt}:${key.toString("hex")}`;
}

export function check(phrase: string, stored: string): boolean {
  const [salt = "", key = ""] = stored.split(":");
  return timingSafeEqual(scryptSync(phrase, salt, 64), Buffer.from(key, "hex")); // effect: wait hashing
}

export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export function keys(phrase: string): void {
  generateKeyPairSync("rsa", { modulusLength: 4096 }); // effect: wait hashing
  pbkdf2(phrase, "salt", 100_000, 64, "sha512", (error) => console.log(error)); // effect: wait hashing not awaited
}

export async function shared(key: webcrypto.CryptoKey): Promise<ArrayBuffer> {
  await crypto.subtle.digest("SHA-256", new Uint8Array(8));
  return webcrypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: new Uint8Array(16), iterations: 600_000 }, key, 256); // effect: wait hashing
}
