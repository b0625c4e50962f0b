import { Kysely, PostgresDialect, SqliteDialect, sql, type ControlledTransaction, type Generated, type Transaction } from "kysely";
import Database from "better-sqlite3";
import pg from "pg";

interface Tables {
  users: { id: Generated<number>; email: string; seen: Date | null };
  jobs: { id: Generated<number>; owner: number; state: string };
}

const pool = new pg.Pool({ max: 10 }); // effect: connect pool postgres
const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }); // effect: connect pool shared
export const local = new Kysely<Tables>({ // effect: connect pool
  dialect: new SqliteDialect({ database: new Database("app.db") }), // effect: connect connection sqlite
});

export async function register(email: string): Promise<unknown> {
  const user = await db.selectFrom("users").selectAll().where("email", "=", email).executeTakeFirst(); // effect: select users on root
  if (user) return user;
  return db.insertInto("users").values({ email }).onConflict((oc) => oc.column("email").doNothing()).executeTakeFirstOrThrow(); // effect: insert users [conflict] on root
}

export async function write(owners: readonly number[]): Promise<void> {
  await db.insertInto("jobs").values([{ owner: 1, state: "new" }, { owner: 2, state: "new" }]).execute(); // effect: insert jobs [bulk] on root
  await db.updateTable("jobs").set({ state: "old" }).where("owner", "in", owners).execute(); // effect: update jobs on root
  await db.deleteFrom("jobs as j").where("j.state", "=", "old").limit(100).execute(); // effect: delete jobs [limited] on root
  await sql`UPDATE ${sql.table("users")} SET seen = now()`.execute(db); // effect: update users on root
  await db.schema.createTable("jobs").ifNotExists().addColumn("id", "serial").execute(); // effect: ddl jobs on root
}

export function query(state: string | null) {
  let jobs = db.selectFrom("jobs").select(["id", (eb) => eb.fn.countAll().as("n")]);
  if (state) jobs = jobs.where((eb) => eb.or([eb("state", "=", state), eb("owner", "in", eb.selectFrom("users").select("id"))]));
  return jobs;
}

export async function claim(): Promise<void> {
  await db.transaction().setIsolationLevel("serializable").execute(async (trx) => { // effect: opens transaction
    const job = await trx.selectFrom("jobs").selectAll().forUpdate().skipLocked().limit(1).executeTakeFirst(); // effect: select jobs [locks rows] [limited] on transaction
    if (job) await finish(trx, job.id);
    await db.selectFrom("users").select("id").execute(); // effect: select users on root
  });
}

async function finish(trx: Transaction<Tables>, id: number): Promise<void> {
  await trx.updateTable("jobs").set("state", "done").where("id", "=", id).execute(); // effect: update jobs on transaction
  await sql`SELECT pg_advisory_xact_lock(${id})`.execute(trx); // effect: select ? [locks advisory] on transaction
}

export async function manual(): Promise<void> {
  const trx: ControlledTransaction<Tables> = await db.startTransaction().execute(); // effect: begin on transaction
  try {
    const inner = await trx.savepoint("before").execute(); // effect: savepoint on transaction
    await inner.deleteFrom("jobs").execute(); // effect: delete jobs on transaction
    await inner.releaseSavepoint("before").execute(); // effect: release-savepoint on transaction
    await trx.commit().execute(); // effect: commit on transaction
  } catch (error) {
    await trx.rollback().execute(); // effect: rollback on transaction
    throw error;
  }
}

export async function single(): Promise<void> {
  await db.connection().execute(async (connection) => { // effect: opens connection
    await connection.insertInto("jobs").values({ owner: 1, state: "new" }).execute(); // effect: insert jobs on connection
  });
  await db.destroy(); // effect: release
}
