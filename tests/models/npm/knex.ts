import knex, { Knex } from "knex";

const db = knex({ client: "pg", connection: "postgres://localhost/app", pool: { max: 10 } }); // effect: connect pool postgres

export async function find(email: string): Promise<unknown> {
  return db("users").where({ email }).first(); // effect: select users [limited] on root
}

export async function write(email: string): Promise<void> {
  await db("users").insert({ email }); // effect: insert users on root
  await db("users").insert({ email }).onConflict("email").ignore(); // effect: insert users [conflict] on root
  await db.insert({ email }).into("users").onConflict("email").merge(); // effect: insert users [conflict] on root
  await db("users").where("email", email).update({ email }); // effect: update users on root
  await db("users").where({ email }).del(); // effect: delete users on root
  await db.raw("UPDATE users SET seen = now() WHERE email = ?", [email]); // effect: update users on root
  await db.batchInsert("users", [{ email }]); // effect: insert users [bulk] on root
  await db.schema.createTable("users", (table) => void table.string("email")); // effect: ddl users on root
}

export async function transfer(id: number): Promise<void> {
  await db.transaction(async (trx) => { // effect: opens transaction
    await trx("accounts").where({ id }).forUpdate().first(); // effect: select accounts [locks rows] [limited] on transaction
    await db("audit").insert({ id }).transacting(trx); // effect: insert audit on transaction
    await trx.raw("SELECT pg_advisory_xact_lock(1)"); // effect: select ? [locks advisory] on transaction
  });
}

export async function manual(): Promise<void> {
  const trx = await db.transaction(); // effect: begin on transaction
  try {
    await helper(trx);
    await trx.commit(); // effect: commit on transaction
  } catch (error) {
    await trx.rollback(error); // effect: rollback on transaction
  }
}

async function helper(trx: Knex.Transaction): Promise<void> {
  await trx("jobs").insert([{ id: 1 }, { id: 2 }]); // effect: insert jobs [bulk] on transaction
}

export function subquery(query: Knex.QueryBuilder): void {
  void query.where("id", "in", db("users").select("id"));
}
