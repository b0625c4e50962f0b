import pgPromise, { type IDatabase, type ITask } from "pg-promise";

const pgp = pgPromise({ capSQL: true });
const db = pgp({ connectionString: "postgres://localhost/bank", max: 8, query_timeout: 4000 }); // effect: connect pool postgres
const columns = new pgp.helpers.ColumnSet(["owner", "total"], { table: "accounts" });

export async function open(owner: string): Promise<number> {
  const known = await db.oneOrNone("SELECT id FROM accounts WHERE owner = $1", [owner]); // effect: select accounts on root
  if (known) return known.id;
  const made = await db.one("INSERT INTO accounts (owner) VALUES ($1) RETURNING id", owner); // effect: insert accounts on root
  return made.id;
}

export async function load(owners: { owner: string; total: number }[]): Promise<void> {
  await db.none(pgp.helpers.insert(owners, ["owner", "total"], "accounts")); // effect: insert accounts on root
  await db.none(pgp.as.format("DELETE FROM $1:name", ["accounts"])); // effect: delete ? on root
  await db.map("SELECT owner FROM accounts", [], (row) => row.owner); // effect: select accounts on root
  await db.func("settle", [columns.names]); // effect: unknown ? on root
}

export async function transfer(from: number, to: number): Promise<void> {
  await db.tx("transfer", async (t) => { // effect: opens transaction
    await t.one({ text: "SELECT total FROM accounts WHERE id = $1 FOR UPDATE", values: [from] }); // effect: select accounts [locks rows] on transaction
    await t.batch([
      t.none("UPDATE accounts SET total = total - 1 WHERE id = $1", from), // effect: update accounts on transaction
      t.none("UPDATE accounts SET total = total + 1 WHERE id = $1", to), // effect: update accounts on transaction
    ]);
    await t.tx((inner) => log(inner, from)); // effect: opens savepoint
    await db.any("SELECT 1 FROM limits"); // effect: select limits on root
  });
}

async function log(t: ITask<object>, id: number): Promise<void> {
  await t.none("INSERT INTO log (account) VALUES ($1)", [id]); // effect: insert log on connection; insert log on transaction
}

export async function summary(bank: IDatabase<object>): Promise<number> {
  return bank.task(async (t) => { // effect: opens connection
    const rows = await t.manyOrNone("SELECT id FROM accounts LIMIT 20"); // effect: select accounts [limited] on connection
    return rows.length;
  });
}

export async function manual(): Promise<void> {
  const connected = await db.connect(); // effect: acquire
  try {
    await connected.none("BEGIN"); // effect: begin on connection
    await connected.none("LOCK TABLE accounts"); // effect: lock accounts [locks table] on connection
    await connected.none("COMMIT"); // effect: commit on connection
  } finally {
    connected.done(); // effect: release
  }
  await db.$pool.end(); // effect: release
}
