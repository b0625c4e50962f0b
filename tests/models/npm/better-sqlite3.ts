import Database from "better-sqlite3";

const db = new Database("shop.db", { timeout: 2000 }); // effect: connect connection sqlite
db.pragma("journal_mode = WAL"); // effect: unknown ? on connection
db.exec("CREATE TABLE IF NOT EXISTS carts (id INTEGER PRIMARY KEY, owner TEXT UNIQUE)"); // effect: ddl carts on connection
db.function("double", (n: number) => n * 2);

const findCart = db.prepare<[string], { id: number }>("SELECT id FROM carts WHERE owner = ?");
const addItem = db.prepare("INSERT INTO items (cart, sku) VALUES (?, ?)");

export function cartOf(owner: string): number {
  const cart = findCart.get(owner); // effect: select carts on connection
  if (cart) return cart.id;
  return Number(db.prepare("INSERT OR IGNORE INTO carts (owner) VALUES (?)").run(owner).lastInsertRowid); // effect: insert carts [conflict] on connection
}

export function* skus(cart: number): Generator<unknown> {
  yield* db.prepare("SELECT sku FROM items WHERE cart = ?").pluck().iterate(cart); // effect: select items on connection
}

const fill = db.transaction((cart: number, skus: readonly string[]) => {
  for (const sku of skus) addItem.run(cart, sku); // effect: insert items on connection
  db.prepare("UPDATE carts SET filled = 1 WHERE id = ?").run(cart); // effect: update carts on connection
});

export function restock(cart: number): void {
  fill(cart, ["a", "b"]); // effect: opens transaction
  fill.immediate(cart, ["c"]); // effect: opens transaction
  db.transaction(() => db.prepare("DELETE FROM items").run())(); // effect: opens transaction; delete items on connection
}

export function copy(source: Database.Database): void {
  source.exec("BEGIN IMMEDIATE"); // effect: begin on connection
  try {
    source.exec("DELETE FROM carts; DELETE FROM items"); // effect: delete carts [bulk] on connection
    source.exec("COMMIT"); // effect: commit on connection
  } catch (error) {
    source.exec("ROLLBACK"); // effect: rollback on connection
    throw error;
  }
}

export async function archive(path: string): Promise<void> {
  await db.backup(path); // effect: wait database
  db.close(); // effect: release
}
