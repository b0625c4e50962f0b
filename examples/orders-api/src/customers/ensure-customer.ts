import { db } from "../db.ts";
import { findCustomer } from "./find-customer.ts";

/** Two requests for a new address both find nobody, and both insert. */
export async function ensureCustomer(email: string, name: string) {
  const known = await findCustomer(email);
  if (known) return known;
  return db.customer.create({ data: { email, name } });
}
