import bcrypt, { compareSync } from "bcrypt";
import * as pure from "bcryptjs";

export async function enrol(phrase: string): Promise<string> {
  const salt = await bcrypt.genSalt(12);
  return bcrypt.hash(phrase, salt); // effect: wait hashing
}

export async function check(phrase: string, stored: string): Promise<boolean> {
  if (bcrypt.getRounds(stored) > 14) return compareSync(phrase, stored); // effect: wait hashing
  if (stored.startsWith("$2a$")) return pure.compare(phrase, stored); // effect: wait hashing
  return bcrypt.compare(phrase, stored); // effect: wait hashing
}

export function seed(phrase: string): string {
  bcrypt.hash(phrase, 10, (error, hash) => console.log(error ?? hash)); // effect: wait hashing not awaited
  return pure.hashSync(phrase, 10); // effect: wait hashing
}
