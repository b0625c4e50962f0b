import postgres from "postgres";

const sql = postgres("postgres://localhost/shop", { max: 10, idle_timeout: 20, connection: { statement_timeout: 5000 } }); // effect: connect pool postgres

type Item = { sku: string; stock: number };

export async function find(sku: string): Promise<Item | undefined> {
  const [item] = await sql<Item[]>`SELECT sku, stock FROM items WHERE sku = ${sku}`; // effect: select items on root
  return item;
}

export async function add(items: Item[]): Promise<void> {
  await sql`INSERT INTO items ${sql(items, "sku", "stock")} ON CONFLICT (sku) DO NOTHING`; // effect: insert items [conflict] on root
  await sql`UPDATE items SET ${sql({ stock: 0 })} WHERE sku = ${"x"}`; // effect: update items on root
  await sql.unsafe("DELETE FROM items WHERE stock < 0").simple(); // effect: delete items on root
  await sql.notify("items", "changed"); // effect: select ? on root
}

export async function search(word: string | null): Promise<readonly unknown[]> {
  const condition = word ? sql`WHERE name LIKE ${word}` : sql``;
  return sql`SELECT sku FROM items ${condition} LIMIT 10`.values(); // effect: select items [limited] on root
}

export async function reserve(sku: string): Promise<void> {
  await sql.begin(async (tx) => { // effect: opens transaction
    const [item] = await tx<Item[]>`SELECT stock FROM items WHERE sku = ${sku} FOR UPDATE`; // effect: select items [locks rows] on transaction
    if (!item) throw new Error("no such item");
    await take(tx, sku);
    await tx.savepoint(async (inner) => { // effect: opens savepoint
      await inner`INSERT INTO log (sku) VALUES (${sku})`; // effect: insert log on transaction
    });
    await sql`SELECT 1 FROM items`; // effect: select items on root
  });
}

async function take(tx: postgres.TransactionSql, sku: string): Promise<void> {
  await tx`UPDATE items SET stock = stock - 1 WHERE sku = ${sku}`; // effect: update items on transaction
}

export async function report(): Promise<void> {
  await sql.begin("isolation level repeatable read", async (tx) => { // effect: opens transaction isolation level repeatable read
    for await (const rows of tx`SELECT * FROM items`.cursor(100)) console.log(rows.length); // effect: select items on transaction
    await tx`SELECT * FROM items`.forEach((row) => console.log(row)); // effect: select items on transaction
  });
}

export async function single(): Promise<void> {
  const reserved = await sql.reserve(); // effect: acquire
  try {
    await reserved`SELECT pg_advisory_lock(1)`; // effect: select ? [locks advisory] on connection
  } finally {
    reserved.release(); // effect: release
  }
}

export async function listen(): Promise<void> {
  await sql.listen("items", (sku) => console.log(sku));
  void sql`DELETE FROM log`; // effect: delete log on root not awaited
  await sql.end(); // effect: release
}
