import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import { drizzle, type BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const kilns = sqliteTable("kilns", { id: integer().primaryKey(), name: text().notNull() });

const file = new Database("pottery.db", { timeout: 5000 }); // effect: connect connection sqlite
export const db = drizzle(file, { schema: { kilns } }); // effect: connect connection sqlite shared

export function read(id: number): unknown {
  const row = db.select().from(kilns).where(eq(kilns.id, id)).get(); // effect: select kilns on connection
  const other = db.query.kilns.findFirst({ where: eq(kilns.id, id) }).sync(); // effect: select kilns on connection
  return [row, other];
}

export function fire(client: BetterSQLite3Database, id: number): void {
  client.transaction((tx) => { // effect: opens transaction
    tx.insert(kilns).values({ id, name: "raku" }).run(); // effect: insert kilns on transaction
    tx.update(kilns).set({ name: "anagama" }).where(eq(kilns.id, id)).run(); // effect: update kilns on transaction
  });
}
