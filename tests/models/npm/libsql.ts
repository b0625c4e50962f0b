import { createClient, type Transaction } from "@libsql/client";
import Database from "libsql";

const client = createClient({ url: "file:app.db", timeout: 1000 }); // effect: connect client sqlite

export async function find(email: string): Promise<unknown> {
  const { rows } = await client.execute({ sql: "SELECT id FROM members WHERE email = ?", args: [email] }); // effect: select members on root
  if (rows.length > 0) return rows[0];
  return client.execute("INSERT INTO members (email) VALUES (?) ON CONFLICT DO NOTHING", [email]); // effect: insert members [conflict] on root
}

export async function transfer(from: number, to: number): Promise<void> {
  const tx = await client.transaction("write"); // effect: begin on transaction
  try {
    await move(tx, from, -1);
    await move(tx, to, 1);
    await tx.commit(); // effect: commit on transaction
  } finally {
    tx.close(); // effect: rollback on transaction
  }
}

async function move(tx: Transaction, id: number, amount: number): Promise<void> {
  await tx.execute({ sql: "UPDATE points SET total = total + ? WHERE id = ?", args: [amount, id] }); // effect: update points on transaction
}

export async function setUp(): Promise<void> {
  await client.executeMultiple("CREATE TABLE members (id INTEGER); CREATE TABLE points (id INTEGER)"); // effect: ddl members [bulk] on root
  await client.batch(["DELETE FROM members", "DELETE FROM points"], "write"); // effect: unknown ? [bulk] on root
  await client.sync(); // effect: wait http
}

export function local(): void {
  const db = new Database("replica.db", { syncUrl: "libsql://example.turso.io" }); // effect: connect connection sqlite
  db.sync(); // effect: wait http
  const insert = db.prepare("INSERT INTO members (email) VALUES (?)");
  const all = db.transaction((emails: readonly string[]) => {
    for (const email of emails) insert.run(email); // effect: insert members on connection
  });
  all(["a@example.com"]); // effect: opens transaction
  db.close(); // effect: release
  client.close(); // effect: release
}
