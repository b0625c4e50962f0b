import { open, type Database } from "sqlite";
import sqlite3 from "sqlite3";

export async function connect(): Promise<Database> {
  const db = await open({ filename: "poll.db", driver: sqlite3.Database }); // effect: connect connection sqlite
  await db.exec("CREATE TABLE IF NOT EXISTS votes (voter TEXT UNIQUE, choice TEXT)"); // effect: ddl votes on connection
  await db.migrate({ migrationsPath: "migrations" }); // effect: ddl ? on connection
  return db;
}

export async function vote(db: Database, voter: string, choice: string): Promise<void> {
  await db.run("BEGIN"); // effect: begin on connection
  const before = await db.get("SELECT choice FROM votes WHERE voter = ?", voter); // effect: select votes on connection
  if (before) await db.run("UPDATE votes SET choice = ? WHERE voter = ?", [choice, voter]); // effect: update votes on connection
  else await db.run({ sql: "INSERT INTO votes (voter, choice) VALUES (?, ?)", values: [voter, choice] }); // effect: insert votes on connection
  await db.run("COMMIT"); // effect: commit on connection
}

export async function count(db: Database): Promise<number> {
  const statement = await db.prepare("SELECT choice FROM votes WHERE choice = ?", "yes");
  const rows = await statement.all(); // effect: select votes on connection
  await statement.finalize();
  await db.each("SELECT choice FROM votes", (_error, row) => console.log(row)); // effect: select votes on connection
  await db.close(); // effect: release
  return rows.length;
}
