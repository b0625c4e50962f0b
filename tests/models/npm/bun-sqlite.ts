/// <reference path="./node_modules/bun-types/sqlite.d.ts" />
import { Database } from "bun:sqlite";

const db = new Database("queue.sqlite", { create: true, strict: true }); // effect: connect connection sqlite
db.run("CREATE TABLE IF NOT EXISTS tasks (id INTEGER PRIMARY KEY, state TEXT)"); // effect: ddl tasks on connection

class Task {
  id = 0;
  state = "";
}

export function next(): Task | null {
  return db.query("SELECT id, state FROM tasks WHERE state = ?").as(Task).get("new"); // effect: select tasks on connection
}

export function rows(): unknown[] {
  return db.prepare("SELECT * FROM tasks").values(); // effect: select tasks on connection
}

const startAll = db.transaction((ids: readonly number[]) => {
  const start = db.query("UPDATE tasks SET state = 'running' WHERE id = ?");
  for (const id of ids) start.run(id); // effect: update tasks on connection
  db.run("INSERT INTO log (text) VALUES (?)", ["started"]); // effect: insert log on connection
});

export function poll(): void {
  startAll([1, 2]); // effect: opens transaction
  startAll.immediate([3]); // effect: opens transaction
}

export function clear(file: string): void {
  const other = Database.open(file); // effect: connect connection sqlite
  other.exec("DELETE FROM tasks"); // effect: delete tasks on connection
  other.close(); // effect: release
}
