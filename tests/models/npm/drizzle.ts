import { and, eq, sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { boolean, integer, pgTable, text } from "drizzle-orm/pg-core";
import pg from "pg";

export const users = pgTable("users", { id: integer().primaryKey(), email: text().notNull().unique(), live: boolean() });

const pool = new pg.Pool(); // effect: connect pool postgres
export const db = drizzle(pool, { schema: { users } }); // effect: connect pool shared
export const own = drizzle(process.env["DATABASE_URL"] ?? ""); // effect: connect pool

type Tx = Parameters<Parameters<typeof db.transaction>[0]>[0];

export async function read(email: string): Promise<unknown> {
  const [row] = await db.select().from(users).where(and(eq(users.email, email), eq(users.live, true))).limit(1); // effect: select users [limited] on root
  const other = await db.query.users.findFirst({ where: eq(users.email, email) }); // effect: select users on root
  const total = await db.$count(users); // effect: select users on root
  return [row, other, total];
}

export async function write(email: string): Promise<void> {
  await db.insert(users).values({ id: 1, email }); // effect: insert users on root
  await db.insert(users).values([{ id: 1, email }, { id: 2, email }]).onConflictDoNothing(); // effect: insert users [conflict] [bulk] on root
  await db.insert(users).values({ id: 1, email }).onConflictDoUpdate({ target: users.email, set: { email } }).returning(); // effect: insert users [conflict] on root
  await db.update(users).set({ live: true }).where(eq(users.email, email)); // effect: update users on root
  await db.delete(users).where(eq(users.email, email)); // effect: delete users on root
  await db.execute(sql`update ${users} set live = true where email = ${email}`); // effect: update users on root
}

export async function transfer(email: string): Promise<void> {
  await db.transaction(async (tx) => { // effect: opens transaction serializable
    await tx.select().from(users).where(eq(users.email, email)).for("update"); // effect: select users [locks rows] on transaction
    await tx.transaction(async (inner) => { // effect: opens savepoint
      await inner.delete(users); // effect: delete users on transaction
    });
    await helper(tx, email);
  }, { isolationLevel: "serializable" });
}

async function helper(tx: Tx, email: string): Promise<void> {
  await tx.execute(sql.raw("select pg_advisory_xact_lock(1)")); // effect: select ? [locks advisory] on transaction
  await tx.insert(users).values({ id: 3, email }); // effect: insert users on transaction
}

export function build(executor: NodePgDatabase) {
  const query = executor.select().from(users);
  return query.where(eq(users.live, true));
}
