import { backup, DatabaseSync } from "node:sqlite";

const db = new DatabaseSync("notes.db", { timeout: 500 }); // effect: connect connection sqlite
db.exec("PRAGMA foreign_keys = ON; CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, slug TEXT UNIQUE)"); // effect: ddl notes [bulk] on connection
db.function("shout", (text) => String(text).toUpperCase());

const bySlug = db.prepare("SELECT id FROM notes WHERE slug = ?");

export function save(slug) {
  if (bySlug.get(slug)) return; // effect: select notes on connection
  db.prepare("INSERT INTO notes (slug) VALUES (?)").run(slug); // effect: insert notes on connection
}

export function rename(from, to) {
  db.exec("BEGIN"); // effect: begin on connection
  try {
    const update = db.prepare("UPDATE notes SET slug = :to WHERE slug = :from");
    update.setAllowBareNamedParameters(true);
    update.run({ from, to }); // effect: update notes on connection
    db.exec("COMMIT"); // effect: commit on connection
  } catch (error) {
    db.exec("ROLLBACK"); // effect: rollback on connection
    throw error;
  }
}

export function titles() {
  const tags = db.createTagStore();
  const first = tags.get`SELECT title FROM notes WHERE id = ${1}`; // effect: select notes on connection
  return [first, ...db.prepare("SELECT title FROM notes").iterate()]; // effect: select notes on connection
}

export async function copy(file) {
  const source = new DatabaseSync(file, { readOnly: false }); // effect: connect connection sqlite
  source.exec("DELETE FROM notes WHERE draft = 1"); // effect: delete notes on connection
  await backup(source, "copy.db"); // effect: wait database
  source.close(); // effect: release
}
