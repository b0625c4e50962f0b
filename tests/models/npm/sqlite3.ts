import sqlite3 from "sqlite3";

const db = new sqlite3.Database("blog.db", (error) => { // effect: connect connection sqlite
  if (error) throw error;
});
db.configure("busyTimeout", 3000);

export function publish(slug: string, done: (error: Error | null) => void): void {
  db.get<{ id: number }>("SELECT id FROM posts WHERE slug = ?", [slug], (error, post) => { // effect: select posts on connection
    if (error || post) return done(error);
    db.run("INSERT OR REPLACE INTO posts (slug) VALUES (?)", slug, done); // effect: insert posts [conflict] on connection
  });
}

export function reset(): void {
  db.serialize(() => {
    db.run("BEGIN"); // effect: begin on connection
    db.run("DELETE FROM posts"); // effect: delete posts on connection
    const insert = db.prepare("INSERT INTO posts (slug) VALUES (?)");
    for (const slug of ["first", "second"]) insert.run(slug); // effect: insert posts on connection
    insert.finalize();
    db.exec("COMMIT"); // effect: commit on connection
  });
}

export function list(print: (slug: string) => void): void {
  db.each<{ slug: string }>("SELECT slug FROM posts", (_error, row) => print(row.slug)); // effect: select posts on connection
  db.all("SELECT slug FROM posts ORDER BY slug LIMIT 5", () => db.close()); // effect: select posts [limited] on connection; release
}

export function open(file: string): sqlite3.Database {
  return new (sqlite3.verbose().Database)(file, sqlite3.OPEN_READONLY); // effect: connect connection sqlite
}
